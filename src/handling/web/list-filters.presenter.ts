import { type Message, msg } from '../../kernel/index.js';
import { CASE_KINDS } from '../case/case-kind.js';
import { CATEGORIES } from '../case/categories.js';
import { categoryText } from '../case/web/case-tags.js';
import { listAddress, type ListQuery } from './list-query.js';

export interface Offer {
  readonly value: string;
  readonly text: Message | string;
}

export const CATEGORY_OFFERS: readonly Offer[] = CATEGORIES.map((value) => ({ value, text: categoryText(value) }));
export const KIND_OFFERS: readonly Offer[] = CASE_KINDS.map((value) => ({
  value,
  text: msg(`handling.kind.${value}`),
}));
export const PART_OFFERS: readonly Offer[] = ['lead', 'assisting'].map((value) => ({
  value,
  text: msg(`handling.part.${value}`),
}));

/** For `components/filters`: the selects with what is set, and a chip for each that can be taken away. */
export function presentFilters<F extends string>(
  path: string,
  query: ListQuery<F>,
  offers: Readonly<Record<string, readonly Offer[]>>,
) {
  const set = { state: query.facet, ...query.address };
  const selects = Object.entries(offers).map(([name, options]) => ({
    name,
    label: msg(`handling.filter.${name}`),
    options: [{ value: '', text: msg(`handling.filter.any.${name}`) }, ...options].map((option) => ({
      ...option,
      selected: option.value === (query.address[name] ?? ''),
    })),
  }));
  const chips = selects.flatMap(({ name, options }) =>
    options
      .filter(({ selected, value }) => selected && value !== '')
      .map(({ text }) => ({ text, href: listAddress(path, { ...set, [name]: '' }) })),
  );
  const { q } = query.address;
  const search = q ? [{ text: q, href: listAddress(path, { ...set, q: '' }) }] : [];
  return {
    action: path,
    hidden: [{ name: 'state', value: query.facet }],
    selects,
    search: { name: 'q', value: q ?? '', label: msg('handling.filter.q') },
    chips: [...chips, ...search],
    clear: chips.length + search.length > 1 ? listAddress(path, { state: query.facet }) : null,
  };
}

/** For `components/tabs`: one per facet with its counter; those that are rarely filled only when they are. */
export function presentTabs<F extends string>(
  path: string,
  query: ListQuery<F>,
  counts: Readonly<Record<F, number>>,
  { facets, rare = [] }: { facets: readonly F[]; rare?: readonly F[] },
) {
  return {
    label: msg('handling.filter.state'),
    items: facets
      .filter((facet) => facet === query.facet || counts[facet] > 0 || !rare.includes(facet))
      .map((facet) => ({
        text: msg(`handling.facet.${facet}`),
        href: listAddress(path, { state: facet, ...query.address }),
        current: facet === query.facet,
        count: counts[facet],
      })),
  };
}
