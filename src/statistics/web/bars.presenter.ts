import type { CongressSession } from '../../congress/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { CaseFact, SessionFacts } from '../facts.js';
import { FORM_GROUPS, formsIn } from '../forms.js';

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

interface Group {
  readonly key: string;
  readonly cases: readonly CaseFact[];
}

/** Received is the sum of these. */
export function presentGroups(session: CongressSession, { forms }: SessionFacts): BarsView {
  return {
    caption: msg('statistics.receivedForms'),
    labelHead: msg('statistics.head.state'),
    valueHead: msg('statistics.forms'),
    rows: FORM_GROUPS.map((group) => {
      const { length } = formsIn(group, forms);
      return {
        label: msg(`statistics.group.${group}`),
        href: `/statistics/received?session=${session.code}&part=${group}`,
        percent: forms.length === 0 ? 0 : Math.round((length / forms.length) * 100),
        text: msg('statistics.nForms', { n: length }),
      };
    }),
  };
}

export function presentCategories(session: CongressSession, { cases }: SessionFacts): BarsView {
  const groups = grouped(cases, (one) => one.category);
  return {
    caption: msg('statistics.byCategory'),
    labelHead: msg('statistics.category'),
    valueHead: msg('statistics.filedCases'),
    rows: groups.map(({ key, cases: own }) => ({
      label: msg(`proposals.category.${key}`),
      href: listAt(session, { category: key }),
      percent: share(own, groups),
      text: msg('statistics.nCases', { n: own.length }),
    })),
  };
}

export function presentUnits(session: CongressSession, { cases }: SessionFacts): BarsView {
  const groups = grouped(
    cases.flatMap(partsOf).filter((one) => one.unit !== null),
    (one) => one.unitCode!,
  );
  return {
    caption: msg('statistics.byUnit'),
    labelHead: msg('statistics.unit'),
    valueHead: msg('statistics.repliedOf'),
    rows: groups.map(({ key, cases: own }) => ({
      label: msg('statistics.plain', { text: own[0]!.unit! }),
      href: listAt(session, { unit: key }),
      percent: share(own, groups),
      text: msg('statistics.fraction', {
        numerator: own.filter((one) => one.repliedOn !== null).length,
        denominator: own.length,
      }),
    })),
  };
}

/** A case that several units lead counts for each of them, with what that unit did. */
export function partsOf(one: CaseFact): CaseFact[] {
  return one.parts ? one.parts.map((part) => ({ ...one, ...part })) : [one];
}

/** The largest group first. */
export function grouped(cases: readonly CaseFact[], keyOf: (one: CaseFact) => string): Group[] {
  const groups = new Map<string, CaseFact[]>();
  for (const one of cases) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].map(([key, own]) => ({ key, cases: own })).toSorted((a, b) => b.cases.length - a.cases.length);
}

function share(own: readonly CaseFact[], groups: readonly Group[]): number {
  return Math.round((own.length / groups[0]!.cases.length) * 100);
}

function listAt(session: CongressSession, filter: Record<string, string>): string {
  return `/proposals?${new URLSearchParams({ session: session.code, ...filter })}`;
}
