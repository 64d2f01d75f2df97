import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '../../kernel/index.js';
import type { Proposal } from '../proposal.entity.js';
import { Proposals } from '../proposals.repository.js';

export const DELEGATION_POSTS = ['delegation_head', 'delegation_deputy', 'delegation_secretary'] as const;

const MOST = 200;

const WAITING = `
  select id from proposal where delegation_id = any($1) and status = 'delegation_check' and audience && $2::text[]
  order by check_requested_at, id limit ${MOST}`;

const COLLECTIVE = `
  select id from proposal where delegation_id = any($1) and kind = 'collective' and audience && $2::text[]
  order by created_at desc, id limit ${MOST}`;

/** What lies before the head, the deputies and the secretary of a delegation. */
@Injectable()
export class DelegationDesk {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: Proposals,
  ) {}

  waiting(actor: Actor): Promise<Proposal[]> {
    return this.found(WAITING, actor);
  }

  collective(actor: Actor): Promise<Proposal[]> {
    return this.found(COLLECTIVE, actor);
  }

  private async found(question: string, actor: Actor): Promise<Proposal[]> {
    const rows = (await this.db.query(question, [delegationsOf(actor), [...actor.keys]])) as { id: string }[];
    return this.proposals.byIds(rows.map(({ id }) => id));
  }
}

/** The delegations in which somebody holds a post. */
export function delegationsOf(actor: Actor): string[] {
  return DELEGATION_POSTS.flatMap((post) => actor.scopesOf(post));
}
