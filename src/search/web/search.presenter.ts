import { type Message, msg } from '../../kernel/index.js';
import { type PagerView, presentPager } from '../../web/index.js';
import { marked, type Piece, snippet } from '../highlight.js';
import { RANKED, type SearchHit, type SearchResult } from '../search.js';
import type { SearchQuery } from '../search-query.js';

export interface SearchPage {
  readonly pageTitle: Message;
  readonly q: string;
  readonly kind: string;
  readonly asked: boolean;
  readonly tabs: { label: Message; items: readonly { text: Message; href: string; current: boolean }[] };
  readonly count: Message | null;
  readonly loose: boolean;
  readonly hits: readonly HitView[];
  readonly pager: PagerView;
}

interface HitView {
  readonly href: string;
  readonly kind: Message;
  readonly title: readonly Piece[];
  readonly snippet: readonly Piece[];
  readonly at: Date;
}

type Kinds = readonly { subjectType: string; name: Message }[];

export function presentSearch(query: SearchQuery, kind: string | null, kinds: Kinds, result: SearchResult): SearchPage {
  const asked = !query.isEmpty;
  const { page, loose } = result;
  return {
    pageTitle: asked ? msg('search.titleOf', { q: query.typed }) : msg('search.title'),
    q: query.typed,
    kind: kind ?? '',
    asked,
    tabs: { label: msg('search.kinds'), items: tabsOf(query.typed, kind, kinds) },
    count: asked && page.total > 0 && !loose ? countOf(page.total) : null,
    loose,
    hits: page.items.map((hit) => presentHit(hit, query, kinds)),
    pager: presentPager(page, '/search', { q: query.typed, kind: kind ?? '' }),
  };
}

function countOf(total: number): Message {
  return total < RANKED ? msg('search.count', { n: total }) : msg('search.many', { n: RANKED });
}

function tabsOf(q: string, kind: string | null, kinds: Kinds) {
  const href = (value: string) => `/search?${new URLSearchParams({ q, ...(value && { kind: value }) })}`;
  return [
    { text: msg('search.everything'), href: href(''), current: kind === null },
    ...kinds.map(({ subjectType, name }) => ({ text: name, href: href(subjectType), current: kind === subjectType })),
  ];
}

function presentHit(hit: SearchHit, query: SearchQuery, kinds: Kinds): HitView {
  return {
    href: hit.url,
    kind: kinds.find(({ subjectType }) => subjectType === hit.subjectType)?.name ?? msg('search.other'),
    title: marked(hit.title, query.marks),
    snippet: snippet(hit.body, query.marks),
    at: hit.at,
  };
}
