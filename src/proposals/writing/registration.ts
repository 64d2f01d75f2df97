import { Injectable } from '@nestjs/common';
import { beijingDate, WorkingDays } from '../../calendar/index.js';
import { Congresses, type CongressSession, NumberSeries } from '../../congress/index.js';
import type { Transaction } from '../../kernel/index.js';
import { type HandedInAs, handedInWhen } from '../late/handed-in-as.js';
import { Directory } from '../../organization/index.js';
import type { Proposal } from '../proposal.entity.js';

/** What a proposal gets when it comes in. */
export interface Entry {
  readonly serial: string;
  /** The committee decides by this day. */
  readonly reviewBy: string;
  readonly handedInAs: HandedInAs;
}

/** Where the author belongs at the moment of handing in; what is handed in keeps it. */
export interface Place {
  readonly delegationId: string | null;
  readonly authorUnitId: string;
}

/** 登记: the serial number and the day of the decision. */
@Injectable()
export class Registration {
  constructor(
    private readonly congresses: Congresses,
    private readonly numbers: NumberSeries,
    private readonly workingDays: WorkingDays,
    private readonly directory: Directory,
  ) {}

  /** A number that was taken by a refused step is given back with its transaction. */
  async enter(session: CongressSession, now: Date, tx: Transaction, handedInAt = now): Promise<Entry> {
    const year = beijingDate(now).slice(0, 4);
    const series = (await this.prefixOf(session, tx)) + year;
    const number = await this.numbers.next(`proposal-${series}`, tx);
    const serial = `${series}-${String(number).padStart(4, '0')}`;
    return { serial, reviewBy: await this.reviewBy(session, now, tx), handedInAs: handedInWhen(handedInAt, session) };
  }

  /** A congress below the school's own stands with its code before its numbers. */
  private async prefixOf({ term }: CongressSession, tx: Transaction): Promise<string> {
    return term.congressId === (await this.congresses.mainCongressId(tx)) ? '' : `${term.congress.code}-`;
  }

  /** A delegation's own proposal stays with it, whoever wrote it. */
  async placeOf(
    { kind, spokenBy, delegationId }: Proposal,
    { termId }: CongressSession,
    tx: Transaction,
  ): Promise<Place> {
    const { unitId: authorUnitId } = await this.directory.person(spokenBy, tx);
    const seat = kind === 'collective' ? null : await this.congresses.seat(spokenBy, termId, tx);
    return { delegationId: seat?.delegationId ?? delegationId, authorUnitId };
  }

  async reviewBy({ settings }: CongressSession, now: Date, tx: Transaction): Promise<string> {
    return (await this.workingDays.load(tx)).dueDateOf(now, settings.declineExplanationDays);
  }
}
