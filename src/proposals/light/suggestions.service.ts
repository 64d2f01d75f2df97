import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SentFiles } from '../../files/index.js';
import { type Actor, ConditionsMissing, msg, type Transaction } from '../../kernel/index.js';
import { CaseOpening } from '../case-opening.js';
import { LightDesk } from './light-desk.js';
import { suggest } from './light-steps.js';
import { ProposalSteps, type Scene } from '../proposal-steps.js';
import type { Origin, ProposalText } from '../writing/proposal-text.js';
import type { Proposal } from '../proposal.entity.js';
import { Proposals } from '../proposals.repository.js';
import { Registration } from '../writing/registration.js';
import { Writing } from '../writing/writing.service.js';

/** 合理化建议 in the light mode: any member of staff of the unit hands in, and the case is open at once. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly db: DataSource,
    private readonly writing: Writing,
    private readonly proposals: Proposals,
    private readonly steps: ProposalSteps,
    private readonly desk: LightDesk,
    private readonly registration: Registration,
    private readonly opening: CaseOpening,
  ) {}

  save(ref: string, text: ProposalText, origin: Origin, actor: Actor, files?: SentFiles): Promise<Proposal> {
    return this.writing.save(ref, text, { ...origin, suggestion: true }, actor, files);
  }

  autosave(ref: string, text: ProposalText, origin: Origin, actor: Actor): Promise<Proposal> {
    return this.writing.autosave(ref, text, { ...origin, suggestion: true }, actor);
  }

  /** Text, files, serial number and case in one transaction. The same form sent twice meets what it has made. */
  handIn(ref: string, text: ProposalText, origin: Origin, actor: Actor, files?: SentFiles): Promise<Proposal> {
    return this.db.transaction(async (tx) => {
      await this.writing.beginWhenNew(ref, { ...origin, suggestion: true }, actor, tx);
      const before = await this.proposals.lockVisible(ref, actor, tx);
      if (before.serial !== null && actor.isPerson(before.authorId)) return before;
      await this.writing.saveIn(tx, ref, { ...text, category: text.category ?? 'other' }, origin, actor, files);
      return this.steps.performIn(tx, 'suggest', ref, actor, (scene) => this.suggest(scene));
    });
  }

  private async suggest({ proposal, now, deed, tx }: Scene) {
    const session = await this.sessionOf(proposal, tx);
    const place = await this.registration.placeOf(proposal, session, tx);
    const entry = { ...place, ...(await this.registration.enter(session, now, tx)) };
    const event = suggest(proposal, { session, now }, entry, deed);
    const asParty = { ...deed, role: 'party' }; // as whom the case knows its author
    const { ref, number } = await this.opening.open('suggestion', proposal, { title: '' }, asParty, tx);
    return { ...event, data: { ...event.data, case: { ref, number }, caseRef: ref } };
  }

  /** What was begun in an earlier session goes into the one that runs. */
  private async sessionOf({ congressId }: Proposal, tx: Transaction) {
    const session = await this.desk.running(congressId, tx);
    if (!session) throw new ConditionsMissing('suggest', [msg('light.noSession')]);
    return session;
  }
}
