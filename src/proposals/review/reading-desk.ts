import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/index.js';
import type { Proposal } from '../proposal.entity.js';
import { Proposals } from '../proposals.repository.js';

const MOST = 200;
const DISTRIBUTORS = ['committee_secretary', 'committee_chair'];

const WAITING = `
  select id from proposal
  where congress_id = any($1) and status = 'under_review' and author_id <> $2
    and not exists (select from proposal_second where proposal_id = proposal.id and staff_id = $2 and status = 'seconded')
    and not exists (select from proposal_joint where proposal_id = proposal.id and staff_id = $2 and status = 'joined')
  order by exists (select from review_reading where proposal_id = proposal.id), review_by, serial limit ${MOST}`;

/** What can be given to readers, by whom: unassigned proposals first. */
@Injectable()
export class ReadingDesk {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: Proposals,
  ) {}

  /** The congresses in which the actor gives proposals to readers. */
  congressesOf(actor: Actor): string[] {
    return [...new Set(DISTRIBUTORS.flatMap((role) => actor.scopesOf(role)))];
  }

  async waiting(actor: Actor): Promise<Proposal[]> {
    const rows = (await this.db.query(WAITING, [this.congressesOf(actor), actor.staffId])) as { id: string }[];
    return this.proposals.byIds(rows.map(({ id }) => id));
  }
}
