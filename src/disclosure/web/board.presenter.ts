import { type Message, msg, type Page } from '../../kernel/index.js';
import { presentPager } from '../../web/index.js';
import { NOTICE_CATEGORIES } from '../notice-text.js';
import type { Notice } from '../notice.entity.js';
import type { BoardFilter } from '../notices.repository.js';
import { noticeHref, titleOf, type TagView } from './notice.presenter.js';

type Filter = Readonly<Record<string, string>>;
type Choice = readonly [value: string, text: Message | string];

export interface BoardFacts {
  readonly page: Page<Notice>;
  readonly filter: BoardFilter;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly years: readonly string[];
  readonly itemTitle: string | null;
  readonly works: boolean;
}

export function presentBoard({ page, filter, units, years, itemTitle, works }: BoardFacts): object {
  const query = queryOf(filter);
  const selects = [
    select(
      'category',
      filter.category,
      NOTICE_CATEGORIES.map((name) => [name, msg(`disclosure.category.${name}`)]),
    ),
    select(
      'unit',
      filter.unitId,
      units.map(({ id, name }) => [id, name]),
    ),
    select(
      'year',
      filter.year,
      years.map((year) => [year, msg('disclosure.board.year', { year })]),
    ),
  ];
  return {
    pageTitle: msg('disclosure.board.title'),
    head: { title: msg('disclosure.board.title'), lead: msg('disclosure.board.lead') },
    filters: {
      action: '/notices',
      selects,
      search: { name: 'q', value: filter.text, label: msg('disclosure.board.search') },
      hidden: filter.item ? [{ name: 'item', value: filter.item }] : [],
      chips: chipsOf(query, selects, itemTitle),
      clear: Object.keys(query).length > 0 ? '/notices' : null,
    },
    years: groupedByYear(page.items),
    pager: presentPager(page, '/notices', query),
    empty: page.total === 0 ? { text: msg('disclosure.board.empty') } : null,
    workHref: works ? '/notices/work' : null,
    feedHref: filter.category ? `/notices/feed.atom?category=${filter.category}` : '/notices/feed.atom',
  };
}

/** A line of `components/notice-row`. */
export function presentRow(notice: Notice): object {
  const { audienceKind, unit, publishedOn, category } = notice;
  const tag: TagView | null =
    audienceKind === 'public' ? null : { tone: 'info', text: msg(`disclosure.audienceTag.${audienceKind}`) };
  return {
    href: noticeHref(notice),
    title: titleOf(notice),
    unit: unit.name,
    date: publishedOn,
    category: msg(`disclosure.category.${category}`),
    tag,
  };
}

function groupedByYear(notices: readonly Notice[]): { title: Message; rows: object[] }[] {
  const yearOf = ({ publishedOn }: Notice) => publishedOn!.slice(0, 4);
  const years = [...new Set(notices.map(yearOf))];
  return years.map((year) => ({
    title: msg('disclosure.board.year', { year }),
    rows: notices.filter((notice) => yearOf(notice) === year).map(presentRow),
  }));
}

function queryOf({ category, unitId, year, text, item }: BoardFilter): Filter {
  const all = { category, unit: unitId, year, q: text, item };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

function select(name: string, chosen: string, choices: readonly Choice[]) {
  const all: Choice = ['', msg(`disclosure.board.all.${name}`)];
  const options = [all, ...choices].map(([value, text]) => ({ value, text, selected: value === chosen }));
  return { name, label: msg(`disclosure.board.filter.${name}`), options };
}

function chipsOf(query: Filter, selects: ReturnType<typeof select>[], itemTitle: string | null): object[] {
  const texts: Record<string, Message | string | null> = { q: query.q ?? null, item: itemTitle };
  for (const { name, options } of selects)
    texts[name] = options.find(({ value, selected }) => selected && value !== '')?.text ?? null;
  return Object.keys(query)
    .filter((name) => texts[name])
    .map((name) => ({ text: texts[name], href: addressWithout(query, name) }));
}

function addressWithout(query: Filter, name: string): string {
  const rest = new URLSearchParams(Object.entries(query).filter(([key]) => key !== name)).toString();
  return rest === '' ? '/notices' : `/notices?${rest}`;
}
