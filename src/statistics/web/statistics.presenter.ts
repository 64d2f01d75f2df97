import { type CongressSession, sessionNumbers } from '../../congress/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { Durations } from '../durations.js';
import type { SessionFacts } from '../facts.js';
import { formsIn } from '../forms.js';
import { percentOf, type Ratio, RATE_NAMES, ratioOf } from '../rates.js';
import { presentCategories, presentGroups, presentUnits } from './bars.presenter.js';
import { listOf, presentSessionWay } from './session-figures.presenter.js';

interface RateRow {
  readonly name: Message;
  readonly percent: Message;
  readonly fraction: Message;
  readonly href: string | null;
  readonly definition: Message;
}

export interface StatisticsModel {
  readonly session: CongressSession;
  readonly sessions: readonly CongressSession[];
  readonly facts: SessionFacts;
  readonly durations: Durations | null;
}

export function presentStatistics({ session, sessions, facts, durations }: StatisticsModel) {
  const { asOf, participation } = facts;
  return {
    pageTitle: msg('statistics.titleOf', sessionNumbers(session)),
    head: { title: msg('statistics.title'), lead: msg('statistics.lead') },
    tabs: {
      label: msg('statistics.sessions'),
      items: sessions.map((one) => ({
        text: msg('statistics.session', sessionNumbers(one)),
        href: `/statistics?session=${one.code}`,
        current: one.id === session.id,
      })),
    },
    way: presentSessionWay(session, facts),
    asOf: msg('statistics.asOf', { date: asOf }),
    groups: presentGroups(session, facts),
    categories: presentCategories(session, facts),
    units: presentUnits(session, facts),
    rates: presentRates(session, facts),
    durations: durations && msg('statistics.durations', { ...durations }),
    participation: msg('statistics.participation', {
      ...participation,
      percent: percentOf({ numerator: participation.active, denominator: participation.delegates }, 1) ?? 0,
    }),
    minimum: msg('statistics.minimum', { n: session.settings.minimumSample }),
  };
}

function presentRates(session: CongressSession, facts: SessionFacts): RateRow[] {
  const { forms, cases, asOf } = facts;
  const received = forms.length;
  const row = (name: string, ratio: Ratio, href: string | null): RateRow => {
    const percent = percentOf(ratio, session.settings.minimumSample);
    return {
      name: msg(`statistics.rate.${name}`),
      percent: percent === null ? msg('statistics.tooFew') : msg('statistics.percent', { percent }),
      fraction: msg('statistics.fraction', { ...ratio }),
      href,
      definition: msg(`statistics.definition.${name}`),
    };
  };
  return [
    row(
      'filingForms',
      { numerator: formsIn('filed', forms).length, denominator: received },
      `/statistics/received?session=${session.code}&part=filed`,
    ),
    row('filingCases', { numerator: cases.length, denominator: received }, listOf(session, 'filed')),
    ...RATE_NAMES.map((name) => row(name, ratioOf(name, cases, asOf), listOf(session, name))),
  ];
}
