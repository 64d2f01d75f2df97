import { type CongressSession, sessionNumbers } from '../../congress/index.js';
import { type Message, msg, type PageRequest, pageOf } from '../../kernel/index.js';
import { presentPager } from '../../web/index.js';
import type { CaseFact, FormFact } from '../facts.js';
import { type FigureList, isCase } from '../figure-list.js';
import { groupOf } from '../forms.js';
import { listOf } from './session-figures.presenter.js';

interface RowView {
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string | null;
  readonly state: Message | null;
  readonly dueOn: string | null;
  readonly repliedOn: string | null;
  readonly paper: Message | null;
}

/** The list behind a figure; what the reader may not open is only counted. */
export function presentFigureList(
  session: CongressSession,
  list: FigureList,
  chosen: string | null,
  asOf: string,
  request: PageRequest,
) {
  const part = list.parts.find(({ name }) => name === chosen) ?? list.parts[0]!;
  const readable = part.items.filter((item) => item.readable);
  const hidden = part.items.length - readable.length;
  const from = (request.number - 1) * request.size;
  const page = pageOf(readable.slice(from, from + request.size), readable.length, request);
  const title = titleOf(list.name);
  const address = listOf(session, list.name);
  return {
    pageTitle: title,
    breadcrumbs: [
      { text: msg('statistics.titleOf', sessionNumbers(session)), href: `/statistics?session=${session.code}` },
    ],
    head: { title, lead: definitionOf(list.name) },
    tabs: {
      label: title,
      items: list.parts.map(({ name, items }) => ({
        text: msg(`statistics.part.${name}`),
        href: `${address}&part=${name}`,
        current: name === part.name,
        count: items.length,
      })),
    },
    asOf: msg('statistics.asOf', { date: asOf }),
    rows: page.items.map(presentRow),
    hidden: hidden === 0 ? null : msg('statistics.hidden', { n: hidden }),
    pager: presentPager(page, `/statistics/${list.name}`, { session: session.code, part: part.name }),
  };
}

function titleOf(name: FigureList['name']): Message {
  return name === 'received' || name === 'filed' ? msg(`statistics.list.${name}`) : msg(`statistics.rate.${name}`);
}

function definitionOf(name: FigureList['name']): Message {
  return msg(`statistics.definition.${name === 'filed' ? 'filingCases' : name}`);
}

function presentRow(item: FormFact | CaseFact): RowView {
  if (!isCase(item)) {
    const { ref, title } = item;
    const state = msg(`statistics.group.${groupOf(item)}`);
    return {
      href: `/proposals/${ref}`,
      number: ref,
      title,
      unit: null,
      state,
      dueOn: null,
      repliedOn: null,
      paper: null,
    };
  }
  const { ref, number, title, unit, dueOn, repliedOn, rating, ratedOnPaper } = item;
  const state = rating === null ? null : msg(`statistics.rating.${rating}`);
  return {
    href: `/cases/${ref}`,
    number,
    title,
    unit,
    state,
    dueOn,
    repliedOn,
    paper: ratedOnPaper ? msg('paper.rating.mark') : null,
  };
}
