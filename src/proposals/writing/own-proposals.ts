import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/index.js';
import type { Proposal } from '../proposal.entity.js';
import { Proposals } from '../proposals.repository.js';

export type Part = 'author' | 'joint' | 'second';

const MOST = 200;

const OWN = `
  select id, part from (
    select id, 'author' as part from proposal 
    where (coalesce(speaker_id, author_id) = $1 or author_id = $1) and not (status = 'withdrawn' and serial is null)
    union all
    select proposal_id, 'joint' from proposal_joint where staff_id = $1 and status in ('invited', 'joined')
    union all
    select proposal_id, 'second' from proposal_second where staff_id = $1 and status in ('invited', 'seconded')
  ) as own order by id desc limit ${MOST}`;

const TAKEN_BACK = `
  select id from proposal where author_id = $1 and status = 'withdrawn' and serial is null order by saved_at desc, id limit ${MOST}`;

/** The proposals in which a person has a part. */
@Injectable()
export class OwnProposals {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: Proposals,
  ) {}

  /** Drafts and others without a number that their author gave up: kept, out of the way. */
  async withdrawn(actor: Actor): Promise<Proposal[]> {
    const rows = (await this.db.query(TAKEN_BACK, [actor.staffId])) as { id: string }[];
    return this.proposals.byIds(rows.map(({ id }) => id));
  }

  async of(actor: Actor): Promise<Record<Part, Proposal[]>> {
    const rows = (await this.db.query(OWN, [actor.staffId])) as { id: string; part: Part }[];
    const found = await this.proposals.byIds([...new Set(rows.map(({ id }) => id))]);
    const byId = new Map(found.map((proposal) => [proposal.id, proposal]));
    const part = (wanted: Part) => rows.filter((row) => row.part === wanted).map(({ id }) => byId.get(id)!);
    return { author: part('author'), joint: part('joint'), second: part('second') };
  }
}
