import { type CongressSession, sessionNumbers } from '../../congress/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { SessionFacts } from '../facts.js';
import { formsIn } from '../forms.js';
import { percentOf, type Ratio, RATE_NAMES, ratioOf } from '../rates.js';

export interface ComparedSession {
  readonly session: CongressSession;
  readonly facts: SessionFacts;
}

interface Cell {
  readonly label: Message;
  readonly text: Message;
}

/** The sessions side by side, the older ones on the left. */
export function presentComparison(compared: readonly ComparedSession[]) {
  const columns = compared.toReversed();
  const row = (name: Message, textOf: (one: ComparedSession) => Message) => ({
    name,
    cells: columns.map((one): Cell => ({ label: labelOf(one), text: textOf(one) })),
  });
  const rate = (name: string, ratio: (one: ComparedSession) => Ratio) =>
    row(msg(`statistics.rate.${name}`), (one) => percentText(ratio(one), one.session));
  return {
    pageTitle: msg('statistics.compare.title'),
    breadcrumbs: [{ text: msg('statistics.title'), href: '/statistics' }],
    head: { title: msg('statistics.compare.title'), lead: msg('statistics.compare.lead') },
    heads: columns.map(labelOf),
    rows: [
      row(msg('statistics.list.received'), ({ facts }) => msg('statistics.nForms', { n: facts.forms.length })),
      row(msg('statistics.list.filed'), ({ facts }) => msg('statistics.nCases', { n: facts.cases.length })),
      rate('filingForms', ({ facts: { forms } }) => ({
        numerator: formsIn('filed', forms).length,
        denominator: forms.length,
      })),
      ...RATE_NAMES.map((name) => rate(name, ({ facts }) => ratioOf(name, facts.cases, facts.asOf))),
    ],
    asOf: msg('statistics.asOf', { date: columns[0]?.facts.asOf ?? '' }),
  };
}

function labelOf({ session }: ComparedSession): Message {
  return msg('statistics.session', sessionNumbers(session));
}

function percentText(ratio: Ratio, session: CongressSession): Message {
  const percent = percentOf(ratio, session.settings.minimumSample);
  return percent === null ? msg('statistics.tooFew') : msg('statistics.percent', { percent });
}
