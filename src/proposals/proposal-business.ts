import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Business, type BusinessSource, SessionBusiness } from '../congress/index.js';
import type { Actor, Transaction } from '../kernel/index.js';

const MOST_LISTED = 20;

/** Handed in, and without an answer of the committee; what is still with its author is nobody's debt. */
const UNDECIDED = "status in ('delegation_check', 'submitted', 'returned', 'under_review', 'referred')";

/** The proposals that a session still has to decide: it is not archived before. */
@Injectable()
export class ProposalBusiness implements BusinessSource, OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly business: SessionBusiness,
  ) {}

  onModuleInit(): void {
    this.business.add(this);
  }

  async unfinished(sessionId: string, reader: Actor, tx: Transaction = this.db.manager): Promise<Business[]> {
    const [row] = (await tx.query(
      `with found as (select coalesce(serial, id::text) as ref, concat_ws(' ', serial, title) as text, audience
                      from proposal where session_id = $1 and ${UNDECIDED})
       select (select count(*)::int from found) as count,
              coalesce((select json_agg(json_build_object('text', text, 'href', '/proposals/' || ref))
                        from (select * from found where audience && $2::text[] order by ref limit ${MOST_LISTED}) listed), '[]') as items`,
      [sessionId, [...reader.keys]],
    )) as Pick<Business, 'count' | 'items'>[];
    return [{ kind: 'undecided', archiving: 'refused', ...row! }];
  }

  async hold(sessionId: string, tx: Transaction): Promise<void> {
    await tx.query('select from proposal where session_id = $1 order by id for update', [sessionId]);
  }

  /** Decided proposals stay where they are. */
  async carry(): Promise<void> {}
}
