import { type Message, msg, type Page } from '../../kernel/index.js';
import { presentPager } from '../../web/index.js';
import type { Notice } from '../notice.entity.js';
import { NOTICE_STATUSES } from '../notice-workflow.js';
import type { WorkFilter } from '../notices.repository.js';
import { STATUS_TAG, titleOf } from './notice.presenter.js';

export const WORK_TABS = ['waiting', 'mine', 'all'] as const;

export function presentWork(page: Page<Notice>, filter: WorkFilter, waiting: number, drafts: boolean): object {
  const { tab, status, text } = filter;
  const query = Object.fromEntries(Object.entries({ tab, status, q: text }).filter(([, value]) => value !== ''));
  const title = msg('disclosure.work.title');
  return {
    pageTitle: title,
    breadcrumbs: [{ text: msg('disclosure.nav'), href: '/notices' }],
    head: { title, lead: msg('disclosure.work.lead') },
    newHref: drafts ? '/notices/new' : null,
    tabs: {
      label: title,
      items: WORK_TABS.map((name) => ({
        text: msg(`disclosure.work.tab.${name}`),
        href: `/notices/work?tab=${name}`,
        current: name === tab,
        count: name === 'waiting' ? waiting : 0,
      })),
    },
    filters: {
      action: '/notices/work',
      hidden: [{ name: 'tab', value: tab }],
      selects: [{ name: 'status', label: msg('disclosure.work.status'), options: statusOptions(status) }],
      search: { name: 'q', value: text, label: msg('disclosure.board.search') },
      chips: [],
      clear: null,
    },
    rows: page.items.map(presentWorkRow),
    pager: presentPager(page, '/notices/work', query),
    empty: page.total === 0 ? { text: msg(`disclosure.work.empty.${tab}`) } : null,
  };
}

/** Why it is on the list: whose turn it is, or that it came back. */
export function nextOf(notice: Notice): Message {
  const returned = notice.status === 'draft' && notice.returnReason !== null;
  const facts = {
    indexNumber: notice.indexNumber ?? '',
    on: notice.publishedOn ?? '',
    reason: notice.withdrawReason ?? '',
  };
  return msg(`disclosure.next.${returned ? 'returned' : notice.status}`, facts);
}

function presentWorkRow(notice: Notice): object {
  return {
    href: `/notices/${notice.ref}`,
    title: titleOf(notice),
    number: notice.unit.name,
    tag: STATUS_TAG[notice.status],
    next: nextOf(notice),
  };
}

function statusOptions(chosen: string): { value: string; text: Message; selected: boolean }[] {
  const offered = NOTICE_STATUSES.filter((status) => status !== 'discarded');
  const all = { value: '', text: msg('disclosure.work.allStatuses'), selected: chosen === '' };
  return [
    all,
    ...offered.map((status) => ({ value: status, text: STATUS_TAG[status].text, selected: status === chosen })),
  ];
}
