import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DEFAULT_SETTINGS } from '../congress/index.js';
import { type Actor, Clock, msg } from '../kernel/index.js';
import type { Todo, TodoSource } from '../web/index.js';

type Kind =
  | 'check'
  | 'revise'
  | 'agree'
  | 'agree_again'
  | 'second'
  | 'second_again'
  | 'join'
  | 'correct'
  | 'submit'
  | 'take_up'
  | 'decide';

interface Row {
  id: string;
  serial: string | null;
  title: string;
  kind: Kind;
  due_on: string | null;
}

// What waits for one person: $1 the person, $2 the keys, $3 how many seconders are needed where a session does not say, $4 now.
const WAITING = `
  with filing as (
    select id, case when status = 'open' and $4 < window_until
      then ((window_until - interval '1 second') at time zone 'Asia/Shanghai')::date end as until
    from congress_session
  ), own_work as (
    select proposal.id, serial, title, case proposal.kind when 'collective' then 'agree' else 'second' end || case second.status when 'seconded' then '_again' else '' end as kind,
      filing.until as due_on
    from proposal join proposal_second second on second.proposal_id = proposal.id join filing on filing.id = session_id
    where second.staff_id = $1 and proposal.status in ('seconding', 'returned')
      and (second.status = 'invited' or (second.status = 'seconded' and second.text_version <> proposal.text_version))
    union all
    select proposal.id, serial, title, 'join', filing.until
    from proposal join proposal_joint joint on joint.proposal_id = proposal.id join filing on filing.id = session_id
    where joint.staff_id = $1 and joint.status = 'invited' and proposal.status in ('draft', 'seconding')
    union all
    select proposal.id, serial, title, 'check', null from proposal
    where status = 'delegation_check' and author_id <> $1
      and ('delegation_head:' || delegation_id = any($2) or 'delegation_deputy:' || delegation_id = any($2))
      and not exists (select from proposal_joint where proposal_id = proposal.id and staff_id = $1 and status = 'joined')
    union all
    select proposal.id, serial, title, 'revise', filing.until from proposal join filing on filing.id = session_id
    where coalesce(speaker_id, author_id) = $1 and proposal.status = 'draft' and check_note is not null
    union all
    select id, serial, title, 'correct', complete_by from proposal where coalesce(speaker_id, author_id) = $1 and status = 'returned' and kind <> 'collective'
    union all
    select proposal.id, serial, title, 'submit', filing.until
    from proposal join congress_session session on session.id = session_id join filing on filing.id = session_id
    where coalesce(speaker_id, author_id) = $1 and proposal.status = 'seconding' and proposal.kind <> 'collective'
      and coalesce((session.settings ->> 'secondersRequired')::int, $3) <= (
        select count(*) from proposal_second second where second.proposal_id = proposal.id
          and second.status = 'seconded' and second.text_version = proposal.text_version)
  ),
  committee_work as (
    select id, serial, title, case status when 'submitted' then 'take_up' else 'decide' end as kind, review_by as due_on
    from proposal
    where ((status = 'submitted' and 'committee_secretary:' || congress_id = any($2))
       or (status = 'under_review' and 'committee_chair:' || congress_id = any($2)))
      and author_id <> $1
      and not exists (select from proposal_second where proposal_id = proposal.id and staff_id = $1 and status = 'seconded')
      and not exists (select from proposal_joint where proposal_id = proposal.id and staff_id = $1 and status = 'joined')
  )`;
const ALL = 'select * from own_work union all select * from committee_work';

const PAGE: Record<Kind, (ref: string) => string> = {
  check: (ref) => `/proposals/${ref}/delegation-check`,
  revise: (ref) => `/proposals/${ref}/draft`,
  agree: (ref) => `/proposals/${ref}/second`,
  agree_again: (ref) => `/proposals/${ref}/second`,
  second: (ref) => `/proposals/${ref}/second`,
  second_again: (ref) => `/proposals/${ref}/second`,
  join: (ref) => `/proposals/${ref}/participation`,
  correct: (ref) => `/proposals/${ref}/draft`,
  submit: (ref) => `/proposals/${ref}/seconders`,
  take_up: (ref) => `/review/${ref}`,
  decide: (ref) => `/review/${ref}`,
};

/** What waits for somebody in this room. */
@Injectable()
export class ProposalTodos implements TodoSource {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    const rows = await this.rows(
      actor,
      `${WAITING} select id, serial, title, kind, due_on::text from (${ALL}) as work order by due_on nulls last, id limit ${limit}`,
    );
    return (rows as unknown as Row[]).map(presentTodo);
  }

  async count(actor: Actor): Promise<number> {
    const rows = await this.rows(actor, `${WAITING} select count(*)::int as n from (${ALL}) as work`);
    return (rows as unknown as { n: number }[])[0]?.n ?? 0;
  }

  private rows(actor: Actor, query: string): Promise<unknown[]> {
    if (actor.staffId === null) return Promise.resolve([]);
    return this.db.query(query, [actor.staffId, [...actor.keys], DEFAULT_SETTINGS.secondersRequired, this.clock.now()]);
  }
}

function presentTodo({ id, serial, title, kind, due_on: dueOn }: Row): Todo {
  return { title, href: PAGE[kind](serial ?? id), next: msg(`proposals.todo.${kind}`), dueOn, number: serial };
}
