import { type CongressSession, sessionNameAmong, sessionNumbers } from '../../congress/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { SessionFacts } from '../facts.js';
import { percentOf } from '../rates.js';
import { COUNTED_RATES, type CountedRate, receivedOf, type SessionNumbers } from '../session-numbers.js';
import { presentBars } from './bars.presenter.js';
import { listOf, presentSessionWay } from './session-figures.presenter.js';

interface RateView {
  readonly percent: Message;
  readonly fraction: Message;
}

interface RateRow extends RateView {
  readonly name: Message;
  readonly href: string;
  readonly definition: Message;
  /** The same when the session was closed. */
  readonly atClosing: RateView | null;
}

export interface StatisticsModel {
  readonly session: CongressSession;
  readonly sessions: readonly CongressSession[];
  readonly facts: SessionFacts;
  readonly numbers: SessionNumbers;
  /** The figures of the day on which the session was closed; null while it runs. */
  readonly snapshot: SessionNumbers | null;
}

export function presentStatistics({ session, sessions, facts, numbers, snapshot }: StatisticsModel) {
  return {
    pageTitle: msg('statistics.titleOf', sessionNumbers(session)),
    head: { title: msg('statistics.title'), lead: msg('statistics.lead') },
    tabs: {
      label: msg('statistics.sessions'),
      items: sessions.map((one) => ({
        text: sessionNameAmong(one),
        href: `/statistics?session=${one.code}`,
        current: one.id === session.id,
      })),
    },
    way: presentSessionWay(session, facts),
    asOf: msg(snapshot ? 'statistics.asOfToday' : 'statistics.asOf', { date: numbers.asOf }),
    ...presentBars(numbers, session),
    rates: COUNTED_RATES.map((name) => presentRate(name, numbers, snapshot, session)),
    ...presentAround(numbers),
    atClosing: snapshot && presentSnapshot(snapshot),
    minimum: msg('statistics.minimum', { n: session.settings.minimumSample }),
  };
}

/** The five numbers of the day on which the session was closed, and its charts. */
function presentSnapshot(snapshot: SessionNumbers) {
  const { asOf: date, rates } = snapshot;
  return {
    asOf: msg('statistics.atClosing.asOf', { date }),
    way: msg('statistics.atClosing.way', {
      received: receivedOf(snapshot),
      forms: rates.filingForms.numerator,
      cases: rates.filingCases.numerator,
      replied: rates.reply.numerator,
      content: rates.content.numerator,
      implemented: rates.implemented.numerator,
    }),
    ...presentBars(snapshot, null),
    ...presentAround(snapshot),
  };
}

function presentAround({ durations, participation }: SessionNumbers) {
  return {
    durations: durations && msg('statistics.durations', { ...durations }),
    participation: msg('statistics.participation', {
      ...participation,
      percent: percentOf({ numerator: participation.active, denominator: participation.delegates }, 1) ?? 0,
    }),
  };
}

function presentRate(
  name: CountedRate,
  numbers: SessionNumbers,
  snapshot: SessionNumbers | null,
  session: CongressSession,
): RateRow {
  return {
    name: msg(`statistics.rate.${name}`),
    ...rateIn(name, numbers),
    atClosing: snapshot?.rates[name] ? rateIn(name, snapshot) : null,
    href: listBehind(name, session),
    definition: msg(`statistics.definition.${name}`),
  };
}

/** The threshold of the day: a later setting does not change what a snapshot says. */
function rateIn(name: CountedRate, { rates, minimumSample }: SessionNumbers): RateView {
  const percent = percentOf(rates[name], minimumSample);
  return {
    percent: percent === null ? msg('statistics.tooFew') : msg('statistics.percent', { percent }),
    fraction: msg('statistics.fraction', { ...rates[name] }),
  };
}

function listBehind(name: CountedRate, session: CongressSession): string {
  if (name === 'filingForms') return `${listOf(session, 'received')}&part=filed`;
  return listOf(session, name === 'filingCases' ? 'filed' : name);
}
