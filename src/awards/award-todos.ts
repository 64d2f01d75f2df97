import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import { Congresses } from '../congress/index.js';
import { type Actor, Clock, type Message, msg } from '../kernel/index.js';
import type { Todo, TodoSource } from '../web/index.js';

interface Row {
  readonly sessionId: string;
  readonly kind: 'nominate' | 'score';
  readonly dueOn: string;
  readonly n: number;
}

// $1 the person, $2 the keys, $3 today. A head whose delegation nominated nothing yet, a member with candidates to score: in time, and only where a day is set.
const WAITING = `
  select round.session_id as "sessionId", 'nominate' as kind, nominate_by::text as "dueOn", 1 as n
  from award_round round join congress_session session on session.id = round.session_id and session.status <> 'archived'
  where round.status = 'nominating' and nominate_by >= $3 and exists (
    select from delegation where delegation.term_id = session.term_id
      and ('delegation_head:' || delegation.id = any($2) or 'delegation_deputy:' || delegation.id = any($2))
      and not exists (select from award_nomination where session_id = round.session_id and delegation_id = delegation.id))
  union all
  select round.session_id, 'score', score_by::text, count(distinct proposal.id)::int
  from award_round round join congress_session session on session.id = round.session_id and session.status <> 'archived'
  join congress_term term on term.id = session.term_id
    and ('committee_member:' || term.congress_id = any($2) or 'committee_chair:' || term.congress_id = any($2))
  join award_nomination nomination on nomination.session_id = round.session_id join proposal on proposal.id = proposal_id
  where round.status = 'nominating' and score_by >= $3 and proposal.status = 'filed' and 'staff' = any(proposal.audience)
    and proposal.author_id <> $1 and proposal.speaker_id is distinct from $1
    and not exists (select from proposal_second where proposal_id = proposal.id and staff_id = $1 and status = 'seconded')
    and not exists (select from proposal_joint where proposal_id = proposal.id and staff_id = $1 and status = 'joined')
    and not exists (select from award_score where session_id = round.session_id and proposal_id = proposal.id and staff_id = $1)
  group by round.session_id, score_by`;

const CONCERNED = ['delegation_head', 'delegation_deputy', 'committee_member', 'committee_chair'];

/** 推荐 and 评分, from the day on which their dates are set until they are done or over. */
@Injectable()
export class AwardTodos implements TodoSource {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly congresses: Congresses,
  ) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    const rows = (await this.rows(actor)).slice(0, limit);
    const main = rows.length > 0 ? await this.congresses.mainCongressId() : null;
    return Promise.all(
      rows.map(async ({ sessionId, kind, dueOn, n }) => {
        const session = await this.congresses.session(sessionId);
        const href = `/congress/${session.addressBeside(main)}/awards`;
        const next: Message = msg(`awards.todo.${kind}`, { n });
        return { title: session.term.congress.name, href, next, dueOn, number: null };
      }),
    );
  }

  async count(actor: Actor): Promise<number> {
    return (await this.rows(actor)).length;
  }

  private async rows(actor: Actor): Promise<Row[]> {
    if (actor.staffId === null || !CONCERNED.some((role) => actor.is(role))) return [];
    return this.db.query(WAITING, [actor.staffId, [...actor.keys], beijingDate(this.clock.now())]);
  }
}
