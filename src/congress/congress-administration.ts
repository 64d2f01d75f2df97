import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, administers, authorize, NotFound, type Transaction } from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { Congress, CongressTerm } from './congress.entity.js';
import { CongressNotFound, GivenAlready, TermNotFound } from './congress.errors.js';
import { keepsCongress } from './congress.policy.js';
import { CongressSession, type SessionDates } from './congress-session.entity.js';
import type { SessionSettings } from './session-settings.js';
import type { SessionAction } from './session-workflow.js';

export interface NewTerm {
  readonly id: string;
  readonly congressId: string;
  readonly number: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Congresses, terms and sessions, kept by their secretaries and administrators. */
@Injectable()
export class CongressAdministration {
  constructor(
    private readonly db: DataSource,
    private readonly events: AdministrativeEvents,
  ) {}

  found(congress: Pick<Congress, 'id' | 'unitId' | 'code' | 'name'>, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const role = authorize(administers(actor, congress.unitId), 'congress.found');
      await tx.query('lock table congress in share row exclusive mode');
      if (await tx.existsBy(Congress, { id: congress.id })) return;
      const taken = await tx.existsBy(Congress, [{ unitId: congress.unitId }, { code: congress.code }]);
      if (taken) throw new GivenAlready(congress.code);
      await tx.insert(Congress, { ...congress });
      await this.record(congress.id, 'found', actor, role, { ...congress }, tx);
    });
  }

  addTerm(term: NewTerm, actor: Actor): Promise<void> {
    return this.inCongress(term.congressId, actor, 'add_term', async (tx) => {
      if (await tx.existsBy(CongressTerm, { id: term.id })) return null;
      const { congressId, number } = term;
      if (await tx.existsBy(CongressTerm, { congressId, number })) throw new GivenAlready(String(number));
      await tx.insert(CongressTerm, { ...term });
      return { ...term };
    });
  }

  async addSession(id: string, termId: string, number: number, actor: Actor): Promise<void> {
    const term = await this.db.manager.findOneBy(CongressTerm, { id: termId });
    if (!term) throw new TermNotFound();
    await this.inCongress(term.congressId, actor, 'add_session', async (tx) => {
      if (await tx.existsBy(CongressSession, { id })) return null;
      if (await tx.existsBy(CongressSession, { termId, number })) throw new GivenAlready(String(number));
      await tx.insert(CongressSession, { id, termId, number, status: 'preparing', chosenSettings: {} });
      return { sessionId: id, termId, number };
    });
  }

  setDates(sessionId: string, dates: SessionDates, actor: Actor): Promise<void> {
    return this.inSession(sessionId, actor, 'set_dates', (session) => {
      const before = session.dates;
      session.setDates(dates);
      return isDeepStrictEqual(before, session.dates) ? null : { before, after: dates };
    });
  }

  choose(sessionId: string, settings: SessionSettings, actor: Actor): Promise<void> {
    return this.inSession(sessionId, actor, 'choose_settings', (session) => {
      const before = session.chosenSettings;
      session.choose(settings);
      return isDeepStrictEqual(before, session.chosenSettings) ? null : { before, after: session.chosenSettings };
    });
  }

  take(action: Exclude<SessionAction, 'archive'>, sessionId: string, actor: Actor): Promise<void> {
    return this.inSession(sessionId, actor, `${action}_session`, (session) => {
      const before = session.status;
      session.take(action);
      return { before, after: session.status };
    });
  }

  /** Does something in the name of a congress: one at a time, by whoever keeps it, with an event unless nothing changed. */
  inCongress(
    congressId: string,
    actor: Actor,
    action: string,
    step: (tx: Transaction, role: string) => Promise<Record<string, unknown> | null>,
    rule: typeof keepsCongress = keepsCongress,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const congress = await tx.findOne(Congress, { where: { id: congressId }, lock: { mode: 'pessimistic_write' } });
      if (!congress) throw new CongressNotFound();
      const role = authorize(rule(actor, congress), `congress.${action}`);
      const data = await step(tx, role);
      if (data !== null) await this.record(congress.id, action, actor, role, data, tx);
    });
  }

  private async inSession(
    sessionId: string,
    actor: Actor,
    action: string,
    step: (session: CongressSession) => Record<string, unknown> | null,
  ): Promise<void> {
    const relations = { term: true };
    const known = await this.db.manager.findOne(CongressSession, { where: { id: sessionId }, relations });
    if (!known) throw new NotFound('session');
    await this.inCongress(known.term.congressId, actor, action, async (tx) => {
      const session = await tx.findOneByOrFail(CongressSession, { id: sessionId });
      const data = step(session);
      if (data === null) return null;
      await tx.save(session);
      return { sessionId, ...data };
    });
  }

  private async record(
    congressId: string,
    action: string,
    actor: Actor,
    role: string,
    data: Record<string, unknown>,
    tx: Transaction,
  ): Promise<void> {
    await this.events.record({ subjectType: 'congress', subjectId: congressId, action, by: actor, role, data }, tx);
  }
}
