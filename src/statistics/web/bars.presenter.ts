import type { CongressSession } from '../../congress/index.js';
import { type Message, msg } from '../../kernel/index.js';
import { FORM_GROUPS } from '../forms.js';
import { receivedOf, type SessionNumbers } from '../session-numbers.js';

/** For `components/bars`. */
export interface BarsView {
  readonly caption: Message;
  readonly labelHead: Message;
  readonly valueHead: Message;
  readonly rows: readonly BarView[];
}

interface BarView {
  readonly label: Message;
  readonly href: string | null;
  readonly percent: number;
  readonly text: Message;
}

/** The charts of a session. `session` leads to the lists behind them, which are those of today: a snapshot has none. */
export function presentBars(numbers: SessionNumbers, session: CongressSession | null) {
  return {
    groups: presentGroups(numbers, session),
    categories: presentCategories(numbers, session),
    units: presentUnits(numbers, session),
  };
}

/** Received is the sum of these. */
function presentGroups(numbers: SessionNumbers, session: CongressSession | null): BarsView {
  const received = receivedOf(numbers);
  return {
    caption: msg('statistics.receivedForms'),
    labelHead: msg('statistics.head.state'),
    valueHead: msg('statistics.forms'),
    rows: FORM_GROUPS.map((group) => ({
      label: msg(`statistics.group.${group}`),
      href: session && `/statistics/received?session=${session.code}&part=${group}`,
      percent: share(numbers.groups[group], received),
      text: msg('statistics.nForms', { n: numbers.groups[group] }),
    })),
  };
}

function presentCategories({ categories }: SessionNumbers, session: CongressSession | null): BarsView {
  const most = categories[0]?.count ?? 0;
  return {
    caption: msg('statistics.byCategory'),
    labelHead: msg('statistics.category'),
    valueHead: msg('statistics.filedCases'),
    rows: categories.map(({ category, count }) => ({
      label: msg(`proposals.category.${category}`),
      href: session && listAt(session, { category }),
      percent: share(count, most),
      text: msg('statistics.nCases', { n: count }),
    })),
  };
}

function presentUnits({ units }: SessionNumbers, session: CongressSession | null): BarsView {
  const most = units[0]?.denominator ?? 0;
  return {
    caption: msg('statistics.byUnit'),
    labelHead: msg('statistics.unit'),
    valueHead: msg('statistics.repliedOf'),
    rows: units.map(({ code, name, numerator, denominator }) => ({
      label: msg('statistics.plain', { text: name }),
      href: session && listAt(session, { unit: code }),
      percent: share(denominator, most),
      text: msg('statistics.fraction', { numerator, denominator }),
    })),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}

function listAt(session: CongressSession, filter: Record<string, string>): string {
  return `/proposals?${new URLSearchParams({ session: session.code, ...filter })}`;
}
