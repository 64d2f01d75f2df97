import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Congresses } from '../../congress/index.js';
import { type Actor, msg } from '../../kernel/index.js';
import type { Todo, TodoSource } from '../../web/index.js';
import { delegationsOf } from './delegation-desk.js';
import type { Proposal } from '../proposal.entity.js';
import { ProposalPolicy } from '../proposal.policy.js';
import { Proposals } from '../proposals.repository.js';
import { signaturesOf } from '../signing/signatures.js';

const AGREEING = `
  select id from proposal where delegation_id = any($1) and kind = 'collective' and status in ('seconding', 'returned') order by id`;

/** What a collective proposal wants of the head, the deputies and the secretary of its delegation. */
@Injectable()
export class CollectiveTodos implements TodoSource {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
  ) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    const delegations = delegationsOf(actor);
    if (delegations.length === 0) return [];
    const rows = (await this.db.query(AGREEING, [delegations])) as { id: string }[];
    const todos: Todo[] = [];
    for (const proposal of await this.proposals.byIds(rows.map(({ id }) => id)))
      todos.push(...(await this.todosOf(proposal, new ProposalPolicy(actor))));
    return todos.slice(0, limit);
  }

  async count(actor: Actor): Promise<number> {
    return (await this.list(actor, Number.MAX_SAFE_INTEGER)).length;
  }

  private async todosOf(proposal: Proposal, policy: ProposalPolicy): Promise<Todo[]> {
    const { settings } = await this.congresses.session(proposal.sessionId);
    if (proposal.status === 'returned') return policy.permits('edit', proposal) ? [toCorrect(proposal)] : [];
    const isRecorded = proposal.presentMembers.length > 0;
    const isReady = isRecorded && signaturesOf(proposal, settings).lacking === 0 && policy.permits('submit', proposal);
    if (isRecorded && !isReady) return [];
    const next = msg(isReady ? 'filing.todo.submit' : 'filing.todo.presence');
    return [{ title: proposal.title, href: `/proposals/${proposal.ref}/members`, next, dueOn: null, number: null }];
  }
}

function toCorrect({ title, ref, serial }: Proposal): Todo {
  return { title, href: `/proposals/${ref}/draft`, next: msg('proposals.todo.correct'), dueOn: null, number: serial };
}
