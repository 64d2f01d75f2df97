import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Congresses } from '../../congress/index.js';
import { type Actor, msg } from '../../kernel/index.js';
import type { Todo, TodoSource } from '../../web/index.js';
import { missingIn } from './decision-conditions.js';
import { DecisionDrafts } from './decision-drafts.service.js';
import { DeclineReasons } from './decline-reasons.js';
import { involves } from '../involvement.js';
import { MergeCandidates } from './merge-candidates.js';
import { Proposals } from '../proposals.repository.js';

const SESSIONS = `
  select distinct draft.session_id as id from decision_draft draft join proposal on proposal.id = draft.proposal_id
  where proposal.status = 'under_review' and 'committee_chair:' || proposal.congress_id = any($1)`;

/** 审定清单: the decisions that are prepared and complete wait for the chair, who publishes them in one act. */
@Injectable()
export class SheetTodos implements TodoSource {
  constructor(
    private readonly db: DataSource,
    private readonly congresses: Congresses,
    private readonly drafts: DecisionDrafts,
    private readonly proposals: Proposals,
    private readonly candidates: MergeCandidates,
    private readonly declineReasons: DeclineReasons,
  ) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    const todos = await Promise.all((await this.sessions(actor)).map((id) => this.todo(id, actor)));
    return todos.filter((todo) => todo !== null).slice(0, limit);
  }

  async count(actor: Actor): Promise<number> {
    return (await this.list(actor, Infinity)).length;
  }

  private async todo(sessionId: string, actor: Actor): Promise<Todo | null> {
    const n = await this.ready(sessionId, actor);
    if (n === 0) return null;
    const { code, term } = (await this.congresses.sessions()).find(({ id }) => id === sessionId)!;
    const next = msg('decisions.todo.next', { n });
    return { title: term.congress.name, href: `/review/decisions?session=${code}`, next, dueOn: null, number: null };
  }

  /** Without what the chair has a part in: another one publishes it. */
  private async ready(sessionId: string, actor: Actor): Promise<number> {
    const drafts = await this.drafts.of(sessionId);
    const proposals = await this.proposals.byIds(drafts.map(({ proposalId }) => proposalId));
    const decisions = proposals.map(({ ref }, i) => drafts[i]!.decision(ref));
    const reasons = new Set((await this.declineReasons.active()).map(({ code }) => code));
    const frame = { reasons, open: await this.candidates.open(sessionId), others: decisions };
    const isReady = (i: number) => Object.keys(missingIn(decisions[i]!, frame)).length === 0;
    return proposals.filter((one, i) => !involves(one, actor.staffId) && isReady(i)).length;
  }

  private async sessions(actor: Actor): Promise<string[]> {
    if (!actor.is('committee_chair')) return [];
    const rows = (await this.db.query(SESSIONS, [[...actor.keys]])) as { id: string }[];
    return rows.map(({ id }) => id);
  }
}
