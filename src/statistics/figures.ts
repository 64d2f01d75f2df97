import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate, CalendarYearMissing, WorkingDays } from '../calendar/index.js';
import type { CongressSession } from '../congress/index.js';
import { type Actor, Clock, type Transaction } from '../kernel/index.js';
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
    const questions = questionsOf(session, actor);
    return this.counted(await Promise.all(questions.map(([sql, values]) => this.db.query(sql, values))));
  }

  /** The same inside a transaction, where one question waits for the other. */
  async within(tx: Transaction, session: CongressSession, actor: Actor): Promise<SessionFacts> {
    const answers = [];
    for (const [sql, values] of questionsOf(session, actor)) answers.push(await tx.query(sql, values));
    return this.counted(answers);
  }

  /** Null also when the calendar does not know a year that is needed: better no number than a wrong one. */
  async durations(cases: readonly CaseFact[], tx: Transaction = this.db.manager): Promise<Durations | null> {
    const calendar = await this.workingDays.load(tx);
    try {
      return durationsOf(cases, calendar);
    } catch (error) {
      if (error instanceof CalendarYearMissing) return null;
      throw error;
    }
  }

  private counted(answers: readonly unknown[]): SessionFacts {
    const [forms, cases, [participation]] = answers as [FormFact[], CaseFact[], [Participation]];
    return { forms, cases, participation, asOf: beijingDate(this.clock.now()) };
  }
}

function questionsOf({ id }: CongressSession, { keys }: Actor): readonly (readonly [string, unknown[]])[] {
  return [
    [FORMS, [id, [...keys]]],
    [CASES, [id, [...keys]]],
    [PARTICIPATION, [id]],
  ];
}
