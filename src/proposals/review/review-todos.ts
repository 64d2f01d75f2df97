import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, type Message, msg } from '../../kernel/index.js';
import type { Todo, TodoSource } from '../../web/index.js';

type Kind = 'read' | 'vote' | 'presidium' | 'refer' | 'completion' | 'answer';

interface Row {
  id: string;
  serial: string;
  inquiry: string | null;
  title: string;
  kind: Kind;
  due_on: string | null;
}

/** Seats of chairs today: $3. */
const FREE_CHAIR = `
  select from committee_seat seat join congress_term term on term.id = seat.term_id
  where term.congress_id = proposal.congress_id and seat.role = 'committee_chair'
    and seat.valid_from <= $3 and (seat.valid_until is null or seat.valid_until >= $3) and starts_on <= $3 and ends_on >= $3
    and proposal.author_id <> seat.staff_id
    and not exists (select from proposal_second where proposal_id = proposal.id and staff_id = seat.staff_id and status = 'seconded')
    and not exists (select from proposal_joint where proposal_id = proposal.id and staff_id = seat.staff_id and status = 'joined')`;

// What the review waits for from one person: $1 the person, $2 the keys, $3 today. Members are asked to vote once pre-reading is arranged.
const WAITING = `
  with free as (
    select proposal.* from proposal
    where status in ('under_review', 'referred') and author_id <> $1
      and not exists (select from proposal_second where proposal_id = proposal.id and staff_id = $1 and status = 'seconded')
      and not exists (select from proposal_joint where proposal_id = proposal.id and staff_id = $1 and status = 'joined')
  ),
  work as (
    select id, serial, title, 'read' as kind, review_by as due_on, null::uuid as inquiry from free
    where status = 'under_review' and exists (
      select from review_reading where proposal_id = free.id and staff_id = $1 and given_at is null)
    union all
    select id, serial, title, 'vote', review_by, null from free
    where status = 'under_review'
      and ('committee_member:' || congress_id = any($2) or 'committee_chair:' || congress_id = any($2))
      and exists (select from review_reading where proposal_id = free.id)
      and not exists (select from review_reading where proposal_id = free.id and staff_id = $1 and given_at is null)
      and not exists (select from review_vote where proposal_id = free.id and staff_id = $1)
    union all
    select id, serial, title, 'presidium', review_by, null from free
    where status = 'referred' and 'presidium:' || congress_id = any($2)
    union all
    select id, serial, title, 'refer', review_by, null from proposal
    where status = 'under_review' and 'committee_secretary:' || congress_id = any($2) and not exists (${FREE_CHAIR})
    union all
    select id, serial, title, 'completion', complete_by, null from proposal
    where status = 'returned' and complete_by < $3
      and ('committee_secretary:' || congress_id = any($2) or 'committee_chair:' || congress_id = any($2))
    union all
    select proposal.id, serial, title, 'answer', due_on, inquiry.id
    from review_inquiry inquiry join proposal on proposal.id = proposal_id
    where inquiry.audience && $2 and answer is null and status in ('under_review', 'referred')
  )`;

const PAGE: Record<Exclude<Kind, 'answer'>, string> = {
  read: '/opinion',
  vote: '/opinion',
  presidium: '',
  refer: '/referral',
  completion: '/completion',
};
const NEXT: Record<Kind, Message> = {
  read: msg('deliberation.todo.read'),
  vote: msg('deliberation.todo.vote'),
  presidium: msg('deliberation.todo.presidium'),
  refer: msg('deliberation.todo.refer'),
  completion: msg('completion.todo'),
  answer: msg('inquiries.todo'),
};
const CONCERNED = ['committee', 'unit_officer', 'unit_head'];

/** What waits for the members of the committee and of the presidium besides the decision of the chair. */
@Injectable()
export class ReviewTodos implements TodoSource {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    const rows = await this.rows(
      actor,
      `${WAITING} select id, serial, title, kind, due_on::text, inquiry from work order by due_on nulls last, id limit ${limit}`,
    );
    return (rows as Row[]).map(({ serial, title, kind, inquiry, due_on: dueOn }) => ({
      title,
      href: kind === 'answer' ? `/inquiries/${inquiry}` : `/review/${serial}${PAGE[kind]}`,
      next: NEXT[kind],
      dueOn,
      number: serial,
    }));
  }

  async count(actor: Actor): Promise<number> {
    const rows = await this.rows(actor, `${WAITING} select count(*)::int as n from work`);
    return (rows as { n: number }[])[0]?.n ?? 0;
  }

  /** Asked only for people of a committee or a unit: everybody else has nothing of this. */
  private rows(actor: Actor, query: string): Promise<unknown[]> {
    if (actor.staffId === null || !CONCERNED.some((role) => actor.is(role))) return Promise.resolve([]);
    return this.db.query(query, [actor.staffId, [...actor.keys], beijingDate(this.clock.now())]);
  }
}
