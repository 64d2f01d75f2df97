import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/index.js';
import { keyWordsOf } from './key-words.js';
import type { ProposalStatus } from '../proposal-workflow.js';

export interface SimilarProposal {
  readonly id: string;
  readonly serial: string;
  readonly title: string;
  readonly status: ProposalStatus;
}

const SHOWN = 5;
const SHORTEST = 4;

// Alike in writing (trigrams) or in what is spoken of (shared key words); only what the reader may read, nothing confidential, never itself.
const SIMILAR = `
  with wanted as (
    select regexp_replace($1, '^关于|的?(提案|建议)$', '', 'g') as core, $2::text[] as words
  ),
  alike as (
    select proposal.id, serial, title, status, similarity(title_core, core) as writing,
           (select count(*) from unnest(key_words) word where word = any(words)) as shared
    from proposal, wanted
    where serial is not null and not confidential and proposal.id is distinct from $3::uuid and audience && $4::text[]
      and (key_words && words or similarity(title_core, core) >= 0.3)
  )
  select id, serial, title, status from alike
  where writing + 0.2 * shared >= 0.35
  order by writing + 0.2 * shared desc, serial desc limit ${SHOWN}`;

/** Earlier proposals on the same matter, to be read before one more is written or decided. */
@Injectable()
export class SimilarProposals {
  constructor(private readonly db: DataSource) {}

  async to(title: string, ownId: string | null, actor: Actor): Promise<SimilarProposal[]> {
    if ([...title].length < SHORTEST) return [];
    return this.db.query(SIMILAR, [title, keyWordsOf(title), ownId, [...actor.keys]]);
  }
}
