import { isId } from '../../kernel/index.js';
import { CASE_KINDS } from '../case/case-kind.js';
import type { CaseFilters } from '../case/case-lists.js';
import { CATEGORIES } from '../case/categories.js';

/** The query of a work list's address, as it may have been typed. */
export type RawQuery = Readonly<Record<string, unknown>>;

export interface ListQuery<Facet extends string> {
  readonly facet: Facet;
  readonly filters: CaseFilters;
  /** Filters that are set, as they stand in the address. */
  readonly address: Readonly<Record<string, string>>;
}

const LONGEST_SEARCH = 50;

/** Anything that is not among what is offered counts as not set. */
export function readListQuery<Facet extends string>(raw: RawQuery, facets: readonly Facet[]): ListQuery<Facet> {
  const word = (name: string) => (typeof raw[name] === 'string' ? raw[name].replaceAll('\0', '').trim() : '');
  const id = (name: string) => (isId(word(name)) ? word(name) : '');
  const oneOf = (name: string, offered: readonly string[]) => (offered.includes(word(name)) ? word(name) : '');
  const address = {
    session: word('session') === 'all' ? 'all' : id('session'),
    unit: id('unit'),
    category: oneOf('category', CATEGORIES),
    kind: oneOf('kind', CASE_KINDS),
    part: oneOf('part', ['lead', 'assisting']),
    q: word('q').slice(0, LONGEST_SEARCH),
  };
  const { session, unit, category, kind, part, q } = address;
  return {
    facet: facets.find((facet) => facet === word('state')) ?? facets[0]!,
    filters: { sessionId: session, unitId: unit, category, kind, part, text: q },
    address,
  };
}

/** The address of a list with these filters; what is not set is left out. */
export function listAddress(path: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return text === '' ? path : `${path}?${text}`;
}
