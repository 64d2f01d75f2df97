import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate, CalendarYearMissing, WorkingDays } from '../calendar/index.js';
import type { CongressSession } from '../congress/index.js';
import { type Actor, Clock } from '../kernel/index.js';
import { type Durations, durationsOf } from './durations.js';
import type { CaseFact, FormFact, Participation, SessionFacts } from './facts.js';
import { CASES, FORMS, PARTICIPATION } from './figures.sql.js';

/** Counts what happened to the proposals of a session, always for somebody: what they may not read is counted without being named. */
@Injectable()
export class Figures {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  async of(session: CongressSession, actor: Actor): Promise<SessionFacts> {
    const keys = [...actor.keys];
    const [forms, cases, participation] = await Promise.all([
      this.db.query(FORMS, [session.id, keys]) as Promise<FormFact[]>,
      this.db.query(CASES, [session.id, keys]) as Promise<CaseFact[]>,
      this.db.query(PARTICIPATION, [session.id]) as Promise<Participation[]>,
    ]);
    return { forms, cases, participation: participation[0]!, asOf: beijingDate(this.clock.now()) };
  }

  /** Null also when the calendar does not know a year that is needed: better no number than a wrong one. */
  async durations(cases: readonly CaseFact[]): Promise<Durations | null> {
    const calendar = await this.workingDays.load();
    try {
      return durationsOf(cases, calendar);
    } catch (error) {
      if (error instanceof CalendarYearMissing) return null;
      throw error;
    }
  }
}
