import { beijingDate } from '../../../calendar/index.js';
import { type CongressSession, type Delegation, sessionNameAmong } from '../../../congress/index.js';
import { msg, type Page } from '../../../kernel/index.js';
import type { Staff } from '../../../organization/index.js';
import { presentPager } from '../../../web/index.js';
import { CATEGORIES } from '../../../handling/index.js';
import type { Author } from '../../authors.js';
import type { Proposal } from '../../proposal.entity.js';
import { type Age, AGES } from '../review-queue.js';
import type { Deliberation, Electorate } from '../deliberations.repository.js';
import type { Claim } from '../../../claims/index.js';
import { isOverdue } from '../completion-steps.js';
import { READINGS, VOTINGS } from '../queue-filters.js';
import { addressOf, type Chosen, presentFilters, type Select } from '../../web/filters.presenter.js';
import { nextFor } from '../../web/proposal-way.js';
import { deliberationMarks } from './queue-marks.js';
import { QUEUE_STATUSES } from './queue.pages.js';
import { marksOf, statusTag } from '../../web/words.js';

interface QueueModel {
  readonly takesPaper: boolean;
  readonly page: Page<Proposal>;
  readonly people: ReadonlyMap<string, Staff>;
  readonly authors: ReadonlyMap<string, Author>;
  /** What the committee said; absent for what this reader has a part in. */
  readonly deliberations: ReadonlyMap<string, Deliberation>;
  readonly electorates: ReadonlyMap<string, Electorate>;
  /** Whether this reader gives proposals to members for pre-reading. */
  readonly mayAssign: boolean;
  readonly claims: ReadonlyMap<string, Claim>;
  /** Returned, and the author's time is over. */
  readonly overdueCompletions: number;
  readonly counts: Readonly<Record<Age, number>>;
  readonly border: { readonly today: string; readonly pressing: string };
  readonly sessions: readonly CongressSession[];
  readonly delegations: readonly Delegation[];
  readonly chosen: Chosen;
  /** Those that can be decided together with others. */
  readonly mayTick: (proposal: Proposal) => boolean;
}

const DATED: readonly string[] = ['submitted', 'under_review', 'referred'];
const ADDRESS = '/review';
const READING_TEXT = { mine: 'deliberation.queue.mine', none: 'deliberation.queue.unassigned' } as const;
const DUE_TONE: Record<Age, 'neutral' | 'wait' | 'bad'> = { fresh: 'neutral', nearly_late: 'wait', late: 'bad' };

export function presentQueue(model: QueueModel): object {
  const { page, chosen, counts } = model;
  return {
    pageTitle: msg('review.nav'),
    head: { title: msg('review.nav'), lead: msg('review.lead') },
    paper: model.takesPaper,
    ages: {
      label: msg('review.ages'),
      items: ['', ...AGES].map((age) => ({
        text: msg(`review.age.${age || 'all'}`),
        href: addressOf(ADDRESS, { ...chosen, age }),
        current: chosen.age === age,
        count: age === '' ? AGES.reduce((sum, one) => sum + counts[one], 0) : counts[age as Age],
      })),
    },
    filters: presentFilters(ADDRESS, selectsOf(model), chosen, { keep: ['age'] }),
    choosing: page.items.some(model.mayTick),
    assign: model.mayAssign
      ? { href: '/review/readers', text: msg('deliberation.actions.assign'), tone: 'text' }
      : null,
    overdue:
      model.overdueCompletions > 0
        ? {
            href: addressOf(ADDRESS, { status: 'returned' }),
            text: msg('completion.queue', { n: model.overdueCompletions }),
            tone: 'secondary',
          }
        : null,
    rows: page.items.map((proposal) => presentRow(proposal, model)),
    pager: presentPager(page, ADDRESS, chosen),
  };
}

function selectsOf({ sessions, delegations }: QueueModel): Select[] {
  return [
    {
      name: 'status',
      label: msg('review.status'),
      options: [
        { value: '', text: msg('review.waiting') },
        ...QUEUE_STATUSES.map((value) => ({
          value,
          text: value === 'all' ? msg('proposals.filters.all') : msg(`proposals.status.${value}`),
        })),
      ],
    },
    {
      name: 'category',
      label: msg('proposals.fields.category'),
      options: CATEGORIES.map((value) => ({ value, text: msg(`proposals.category.${value}`) })),
    },
    {
      name: 'delegation',
      label: msg('proposals.facts.delegation'),
      options: delegations.map(({ number, name }) => ({ value: String(number), text: name })),
    },
    {
      name: 'session',
      label: msg('proposals.list.sessions'),
      options: sessions.map((session) => ({ value: session.code, text: sessionNameAmong(session) })),
    },
    {
      name: 'reading',
      label: msg('deliberation.queue.reading'),
      options: READINGS.map((value) => ({ value, text: msg(READING_TEXT[value]) })),
    },
    {
      name: 'voting',
      label: msg('deliberation.queue.voting'),
      options: VOTINGS.map((value) => ({ value, text: msg(`deliberation.queue.${value}`) })),
    },
  ];
}

function presentRow(proposal: Proposal, model: QueueModel): object {
  const { people, authors, border, deliberations, electorates } = model;
  const { ref, title, serial, status, category, submittedAt } = proposal;
  return {
    href: `/review/${ref}`,
    title,
    number: serial,
    tick: model.mayTick(proposal) ? serial : null,
    tag: statusTag(status),
    flags: [
      { tone: 'neutral', text: msg(`proposals.category.${category!}`) },
      ...marksOf(proposal),
      ...(isOverdue(proposal, border.today) ? [{ tone: 'bad', text: msg('completion.marks') }] : []),
      ...(model.claims.has(proposal.id)
        ? [{ tone: 'wait', text: msg('claims.held', { name: model.claims.get(proposal.id)!.name }) }]
        : []),
      ...deliberationMarks(proposal, deliberations.get(proposal.id), electorates.get(proposal.id), people),
    ],
    by: msg('review.by', { ...authors.get(proposal.id)!, date: beijingDate(submittedAt!) }),
    next: nextFor(proposal),
    due: dueOf(proposal, border),
  };
}

function dueOf({ status, reviewBy }: Proposal, { today, pressing }: QueueModel['border']): object | null {
  if (!DATED.includes(status)) return null;
  const age: Age = reviewBy! < today ? 'late' : reviewBy! <= pressing ? 'nearly_late' : 'fresh';
  return { tone: DUE_TONE[age], date: reviewBy, text: msg(`review.due.${age}`) };
}
