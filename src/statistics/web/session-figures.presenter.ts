import type { CongressSession } from '../../congress/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { SessionFacts } from '../facts.js';
import { formsIn } from '../forms.js';
import { percentOf, ratioOf, type RateName } from '../rates.js';

/** For `components/figure`. */
export interface FigureView {
  readonly number: string;
  readonly unit: Message;
  readonly label: Message;
  readonly href: string;
  readonly note: Message | null;
}

/** The way of a session in five numbers, from received to implemented; each opens the list behind it. */
export function presentSessionWay(session: CongressSession, facts: SessionFacts): { way: true; items: FigureView[] } {
  const { forms, cases, asOf } = facts;
  const filed = { numerator: formsIn('filed', forms).length, denominator: forms.length };
  const replied = ratioOf('reply', cases, asOf).numerator;
  const onTime = ratioOf('onTime', cases, asOf).numerator;
  const content = ratioOf('content', cases, asOf);
  const implemented = ratioOf('implemented', cases, asOf);
  const percent = (ratio: { numerator: number; denominator: number }, key: string) => {
    const value = percentOf(ratio, session.settings.minimumSample);
    return value === null ? null : msg(key, { percent: value });
  };
  const figure = (name: string, number: number, unit: Message, note: Message | null) => ({
    number: String(number),
    unit,
    label: msg(`statistics.way.${name}`),
    href: listOf(session, name),
    note,
  });
  const [inForms, inCases] = [msg('statistics.forms'), msg('statistics.cases')];
  return {
    way: true,
    items: [
      figure('received', forms.length, inForms, msg('statistics.filedForms', { n: filed.numerator })),
      figure('filed', cases.length, inCases, percent(filed, 'statistics.way.filingRate')),
      figure('reply', replied, inCases, replied === 0 ? null : msg('statistics.way.onTime', { n: onTime })),
      figure('content', content.numerator, inCases, percent(content, 'statistics.way.contentRate')),
      figure('implemented', implemented.numerator, inCases, percent(implemented, 'statistics.way.implementedRate')),
    ],
  };
}

/** The page that lists what a figure counts. */
export function listOf(session: CongressSession, name: string | RateName): string {
  return `/statistics/${name}?session=${session.code}`;
}
