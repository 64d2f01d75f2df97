import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate, WorkingDays } from '../../calendar/index.js';
import { type CommitteeRole, Congresses } from '../../congress/index.js';
import { Ratings } from '../../handling/index.js';
import { RoleHolders } from '../../identity/index.js';
import { Jobs } from '../../jobs/index.js';
import { Clock, type Transaction } from '../../kernel/index.js';
import { Messenger } from '../messenger.js';
import { awardReminders } from './award-reminders.js';
import { caseReminders } from './case-reminders.js';
import type { Reminder, ReminderKind } from './reminder.js';
import { reviewReminders } from './review-reminders.js';
import { windowReminders } from './window-reminders.js';

const EVERY_MORNING = '30 8 * * *';
const JUST_AFTER_MIDNIGHT = '10 0 * * *';

interface Reached {
  readonly staffId: string;
  readonly why: string;
}

/** Every working morning: who has to be reminded of what. Each reminder reaches a person once a cycle. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly workingDays: WorkingDays,
    private readonly congresses: Congresses,
    private readonly roleHolders: RoleHolders,
    private readonly messenger: Messenger,
    private readonly ratings: Ratings,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule('reminders', EVERY_MORNING, async () => void (await this.remind()));
    this.jobs.schedule('rating.close', JUST_AFTER_MIDNIGHT, async () => {
      await this.ratings.closeRatingPeriods(this.clock.now());
    });
  }

  /** Answers how many messages were sent; none on a day off. */
  async remind(): Promise<number> {
    const now = this.clock.now();
    const calendar = await this.workingDays.load();
    if (!calendar.isWorkingDay(beijingDate(now))) return 0;
    const found = [
      ...(await caseReminders(now, calendar, this.db.manager)),
      ...(await windowReminders(now, this.db.manager)),
      ...(await reviewReminders(now, calendar, this.db.manager)),
      ...(await awardReminders(now, calendar, this.db.manager)),
    ];
    let sent = 0;
    for (const reminder of found) sent += await this.db.transaction((tx) => this.send(reminder, tx));
    return sent;
  }

  private async send(reminder: Reminder, tx: Transaction): Promise<number> {
    const { kind, cycle: eventId, subjectType, subjectId, ref, dueOn } = reminder;
    const { title, number, unit, actor, daysLeft: days } = reminder;
    const link = reminder.page ?? `/${subjectType}s/${encodeURIComponent(ref)}${PAGE[kind] ?? ''}`;
    const params = { title, number, unit, actor, days };
    let sent = 0;
    for (const { staffId, why } of await this.reached(reminder, tx)) {
      const message = { staffId, kind, eventId, subjectType, subjectId, params, dueOn, link, why, topic: null };
      if (await this.messenger.tell(message, tx)) sent += 1;
    }
    return sent;
  }

  private async reached(
    { kind, unitId, staffId, congressId, subjectId, seats }: Reminder,
    tx: Transaction,
  ): Promise<Reached[]> {
    if (seats) return this.seated(seats, congressId, tx);
    if (staffId !== null) return [{ staffId, why: WHY_PERSONALLY[kind] ?? 'parties' }];
    const officers = await this.roleHolders.of('unit_officer', unitId!, tx);
    const heads = await this.roleHolders.of('unit_head', unitId!, tx);
    const secretaries = TOLD_TO_THE_COMMITTEE.includes(kind)
      ? await this.congresses.committee(congressId, ['committee_secretary'], tx)
      : [];
    return [
      ...officers.map((id) => ({ staffId: id, why: 'part_officers' })),
      ...heads.map((id) => ({ staffId: id, why: 'part_heads' })),
      ...(kind === 'milestone_overdue' ? await this.keyLeader(subjectId, tx) : []),
      ...secretaries.map((id) => ({ staffId: id, why: 'committee_secretary' })),
    ];
  }

  private async seated(seats: readonly CommitteeRole[], congressId: string, tx: Transaction): Promise<Reached[]> {
    const lists = [];
    for (const seat of seats)
      for (const staffId of await this.congresses.committee(congressId, [seat], tx)) lists.push({ staffId, why: seat });
    return lists;
  }

  private async keyLeader(caseId: string, tx: Transaction): Promise<Reached[]> {
    const sql = 'select key_leader_id as "staffId" from handling_case where id = $1 and key_leader_id is not null';
    const rows = (await tx.query(sql, [caseId])) as { staffId: string }[];
    return rows.map(({ staffId }) => ({ staffId, why: 'key_leader' }));
  }
}

/** Where it is done; the page of the matter without it. */
const PAGE: Partial<Record<ReminderKind, string>> = {
  window_closes_second: '/second',
  rating_wanted: '/rating',
  report_due_soon: '/follow-up',
  report_overdue: '/follow-up',
  promise_due_soon: '/follow-up',
  promise_overdue: '/follow-up',
  milestone_due_soon: '/key',
  milestone_overdue: '/key',
};

/** What is late is told to the committee's secretary as well. */
const TOLD_TO_THE_COMMITTEE: readonly ReminderKind[] = [
  'overdue',
  'sign_late',
  'opinion_overdue',
  'report_overdue',
  'promise_overdue',
  'supervision_overdue',
  'milestone_overdue',
];

const WHY_PERSONALLY: Partial<Record<ReminderKind, string>> = {
  window_closes: 'author',
  completion_due_soon: 'author',
  completion_overdue: 'author',
  window_closes_second: 'named',
  award_nominate_soon: 'delegation_heads',
  award_score_soon: 'committee_member',
};
