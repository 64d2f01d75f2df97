import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, type Page, type PageRequest, pageOf } from '../kernel/index.js';
import { SearchQuery } from './search-query.js';

export interface SearchHit {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly at: Date;
}

export interface SearchResult {
  readonly page: Page<SearchHit>;
  /** Fewer than a handful met every word: these meet some of them. */
  readonly loose: boolean;
}

const FEW = 5;
/** Only the newest hits are ranked; ranking all 20 000 of a common word would take a second. */
export const RANKED = 1000;

// The hits are counted and cut to the newest before any text is read: a common word has thousands.
const FIND = `
  with hit as materialized (
    select subject_type, subject_id, at from search_document
    where tokens @@ $1::tsquery and audience && $2::text[] and ($3::text is null or subject_type = $3) and plain like all ($4::text[])
  ), newest as (
    select *, count(*) over ()::int as total from hit order by at desc limit ${RANKED}
  )
  select document.subject_type as "subjectType", document.subject_id as "subjectId", url, title, left(body, 20000) as body, document.at, total
  from newest join search_document document using (subject_type, subject_id)
  order by strpos(plain, $5) between 1 and length(title) desc, ts_rank(tokens, $1::tsquery) desc, document.at desc, subject_id
  limit $6 offset $7`;

/** Asks the index, always in the name of a reader. */
@Injectable()
export class Search {
  constructor(private readonly db: DataSource) {}

  async find(query: SearchQuery, kind: string | null, actor: Actor, request: PageRequest): Promise<SearchResult> {
    if (query.isEmpty) return { page: pageOf([], 0, request), loose: false };
    const strict = await this.ask(query, query.all, query.patterns, kind, actor, request);
    if (strict.total >= FEW || query.words.length + query.phrases.length < 2) return { page: strict, loose: false };
    const loose = await this.ask(query, query.any, [], kind, actor, request);
    return loose.total > strict.total ? { page: loose, loose: true } : { page: strict, loose: false };
  }

  private async ask(
    query: SearchQuery,
    tokens: string,
    patterns: readonly string[],
    kind: string | null,
    actor: Actor,
    request: PageRequest,
  ): Promise<Page<SearchHit>> {
    const offset = (request.number - 1) * request.size;
    const parameters = [tokens, [...actor.keys], kind, [...patterns], query.whole, request.size, offset];
    const rows = (await this.db.query(FIND, parameters)) as (SearchHit & { total: number })[];
    return pageOf(rows, Math.min(rows[0]?.total ?? 0, RANKED), request);
  }
}
