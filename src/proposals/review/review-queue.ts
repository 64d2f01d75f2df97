import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate, WorkingDays } from '../../calendar/index.js';
import { type Actor, Clock, type Page, type PageRequest, pageRequest } from '../../kernel/index.js';
import { ProposalLists } from '../proposal-lists.js';
import { addDeliberation } from './queue-filters.js';
import type { Proposal } from '../proposal.entity.js';
import { ProposalPolicy } from '../proposal.policy.js';
import { containing, SqlConditions } from '../sql-conditions.js';

export const AGES = ['fresh', 'nearly_late', 'late'] as const;
export type Age = (typeof AGES)[number];

export interface QueueFilter {
  readonly status: string;
  readonly category: string;
  readonly delegationId: string;
  readonly sessionId: string;
  readonly age: string;
  readonly reading: string;
  readonly voting: string;
  readonly text: string;
}

/** Working days before the last day from which on it presses. */
const PRESSING_DAYS = 3;

const WAITING = `status in ('submitted', 'under_review', 'referred')`;

/** What lies before the committee, the most urgent first. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly db: DataSource,
    private readonly lists: ProposalLists,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  async page(filter: QueueFilter, actor: Actor, request: PageRequest): Promise<Page<Proposal>> {
    const found = this.mine(actor)
      .addPlain(filter.status === '' ? WAITING : undefined)
      .addChosen('status = ?', filter.status === 'all' ? '' : filter.status)
      .addChosen('category = ?', filter.category)
      .addChosen('delegation_id = ?', filter.delegationId)
      .addChosen('session_id = ?', filter.sessionId)
      .addChosen(`serial || ' ' || title || ' ' || reason ilike ?`, containing(filter.text));
    addDeliberation(found, filter.reading, filter.voting, actor);
    await this.addAge(found, filter.age);
    return this.lists.page(found, `${WAITING} desc, review_by, serial`, request);
  }

  /** Where the next one to be decided is read; the queue when there is none. */
  async next(actor: Actor): Promise<string> {
    const found = this.mine(actor).addPlain("status = 'under_review'");
    const { items } = await this.lists.page(found, 'review_by, serial', pageRequest(1));
    const next = items.find((proposal) => new ProposalPolicy(actor).permits('prepare_decision', proposal));
    return next ? `/review/${next.ref}` : '/review';
  }

  /** How many wait, by age: the same definition as the filter. */
  async counts(actor: Actor): Promise<Record<Age, number>> {
    const { today, pressing } = await this.border();
    const { where, parameters } = this.mine(actor);
    const rows = (await this.db.query(
      `select case when review_by < $${parameters.length + 1} then 'late' when review_by <= $${parameters.length + 2} then 'nearly_late' else 'fresh' end as age,
              count(*)::int as n from proposal where ${where} and ${WAITING} group by 1`,
      [...parameters, today, pressing],
    )) as { age: Age; n: number }[];
    return { fresh: 0, nearly_late: 0, late: 0, ...Object.fromEntries(rows.map(({ age, n }) => [age, n])) };
  }

  /** Returned proposals whose author's time is over. */
  async overdueCompletions(actor: Actor): Promise<number> {
    const { where, parameters } = this.mine(actor)
      .addPlain(`status = 'returned'`)
      .add('complete_by < ?', beijingDate(this.clock.now()));
    const rows = (await this.db.query(`select count(*)::int as n from proposal where ${where}`, parameters)) as {
      n: number;
    }[];
    return rows[0]!.n;
  }

  async border(): Promise<{ today: string; pressing: string }> {
    const now = this.clock.now();
    return { today: beijingDate(now), pressing: (await this.workingDays.load()).dueDateOf(now, PRESSING_DAYS) };
  }

  private mine(actor: Actor): SqlConditions {
    const keys = actor.scopesOf('committee').map((congressId) => `committee:${congressId}`);
    return new SqlConditions().addPlain('serial is not null').add('audience && ?::text[]', keys);
  }

  private async addAge(found: SqlConditions, age: string): Promise<void> {
    if (!(AGES as readonly string[]).includes(age)) return;
    const { today, pressing } = await this.border();
    found.addPlain(WAITING);
    if (age === 'fresh') found.add('review_by > ?', pressing);
    if (age === 'nearly_late') found.add('review_by >= ?', today).add('review_by <= ?', pressing);
    if (age === 'late') found.add('review_by < ?', today);
  }
}
