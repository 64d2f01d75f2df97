import { type CongressSession, sessionNameAmong, sessionNumbers } from '../../congress/index.js';
import { type CaseSummary, CATEGORIES, namedFor } from '../../handling/index.js';
import { msg, type Page } from '../../kernel/index.js';
import type { Unit } from '../../organization/index.js';
import { presentPager } from '../../web/index.js';
import type { Author } from '../authors.js';
import { STATUS_GROUPS } from '../proposal-lists.js';
import type { Proposal } from '../proposal.entity.js';
import type { ProposalPolicy } from '../proposal.policy.js';
import { type Chosen, presentFilters, type Select } from './filters.presenter.js';
import { wayOf } from './proposal-way.js';
import { marksOf, statusTag, type TagView } from './words.js';

interface ListModel {
  readonly page: Page<Proposal>;
  readonly authors: ReadonlyMap<string, Author>;
  readonly handled: ReadonlyMap<string, CaseSummary>;
  readonly sessions: readonly CongressSession[];
  readonly session: CongressSession | null;
  readonly units: readonly Unit[];
  readonly chosen: Chosen;
  readonly mayWrite: boolean;
  readonly policy: ProposalPolicy;
}

const ADDRESS = '/proposals';

export function presentList(model: ListModel): object {
  const { page, session, sessions, chosen } = model;
  const query = { session: session?.code ?? '', ...chosen };
  return {
    pageTitle: msg('proposals.list.title'),
    head: {
      title: msg('proposals.list.title'),
      lead: session && msg('proposals.list.lead', sessionNumbers(session)),
    },
    write: model.mayWrite ? { href: '/proposals/new', text: msg('proposals.actions.new'), tone: 'primary' } : null,
    sessions: {
      label: msg('proposals.list.sessions'),
      items: sessions.map((one) => ({
        text: sessionNameAmong(one),
        href: `${ADDRESS}?session=${one.code}`,
        current: one.id === session?.id,
      })),
    },
    filters: presentFilters(ADDRESS, selectsOf(model), query, { keep: ['session'] }),
    rows: page.items.map((proposal) => presentRow(proposal, model)),
    pager: presentPager(page, ADDRESS, query),
  };
}

function selectsOf({ units }: ListModel): Select[] {
  return [
    {
      name: 'status',
      label: msg('proposals.list.status'),
      options: STATUS_GROUPS.map((value) => ({ value, text: msg(`proposals.group.${value}`) })),
    },
    {
      name: 'category',
      label: msg('proposals.fields.category'),
      options: CATEGORIES.map((value) => ({ value, text: msg(`proposals.category.${value}`) })),
    },
    {
      name: 'unit',
      label: msg('proposals.list.unit'),
      options: units.map(({ code, name }) => ({ value: code, text: name })),
    },
    {
      name: 'outcome',
      label: msg('proposals.list.outcome'),
      options: ['A', 'B', 'C', 'D'].map((value) => ({ value, text: msg(`proposals.outcome.${value}`) })),
    },
  ];
}

function presentRow(proposal: Proposal, { authors, handled, policy }: ListModel): object {
  const { ref, title, serial } = proposal;
  const summary = handled.get(proposal.id);
  const way = wayOf(proposal, summary);
  return {
    href: `/proposals/${ref}`,
    title,
    number: serial,
    tag: statusTag(proposal.status),
    flags: [...marksOf(proposal), ...flagsOf(summary)],
    by: namedFor({ ...authors.get(proposal.id)!, isHidden: proposal.nameHidden }, policy.knowsProposers(proposal)),
    next: way.next,
    way: { steps: way.steps, text: way.next },
  };
}

function flagsOf(summary: CaseSummary | undefined): TagView[] {
  return summary?.outcomeClass ? [{ tone: 'info', text: msg(`proposals.outcome.${summary.outcomeClass}`) }] : [];
}
