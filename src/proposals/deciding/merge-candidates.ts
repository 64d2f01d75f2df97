import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Transaction } from '../../kernel/index.js';

/** Something into which a proposal can be merged. */
export interface Candidate {
  readonly ref: string;
  readonly number: string;
  readonly title: string;
}

export interface Candidates {
  readonly cases: readonly Candidate[];
  readonly underReview: readonly Candidate[];
}

const CASES = `
  select ref, number, title from handling_case
  where session_id = $1 and status = 'open' and kind in ('proposal', 'suggestion') and audience && $2::text[] order by ref`;
const UNDER_REVIEW = `
  select serial as ref, serial as number, title from proposal
  where session_id = $1 and status = 'under_review' and audience && $2::text[] order by serial`;
const OPEN = `
  select handling_case.ref from handling_case where session_id = $1 and status = 'open'
  union select case_origin.ref from case_origin join handling_case on handling_case.id = case_id
  where session_id = $1 and status = 'open' and origin_type = 'proposal'
  group by case_origin.ref having count(*) = 1`;

/** What of a session can be handled together with something else. */
@Injectable()
export class MergeCandidates {
  constructor(private readonly db: DataSource) {}

  async of(sessionId: string, actor: Actor): Promise<Candidates> {
    const values = [sessionId, [...actor.keys]];
    const [cases, underReview] = await Promise.all([this.db.query(CASES, values), this.db.query(UNDER_REVIEW, values)]);
    return { cases: cases as Candidate[], underReview: underReview as Candidate[] };
  }

  /** References of open cases and of the proposals that have exactly one. */
  async open(sessionId: string, tx: Transaction = this.db.manager): Promise<Set<string>> {
    const rows = (await tx.query(OPEN, [sessionId])) as { ref: string }[];
    return new Set(rows.map(({ ref }) => ref));
  }
}
