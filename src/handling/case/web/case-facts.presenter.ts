import { sessionNumbers } from '../../../congress/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import { owedBy } from '../case-due.js';
import type { CaseFile } from '../case-reader.js';
import type { CasePolicy } from '../case.policy.js';
import { categoryText } from './case-tags.js';

export interface Fact {
  readonly term: Message;
  readonly text: Message | string;
  readonly datetime?: string;
}

/** Who handles the case, since when, until when. */
export function presentFacts({ record, people, daysLeft }: CaseFile, policy: CasePolicy): { rows: Fact[] } {
  const { leadNames, isSeparate, assisting, leaderId, outcomeClass, finalRating } = record;
  const due = owedBy(record);
  const units = assisting.map(({ unit }) => unit.name).join('、');
  const leader = leaderId !== null && policy.sees('names', record) ? (people.get(leaderId)?.name ?? '') : '';
  const rows: (Fact | null)[] = [
    fact('number', record.number),
    record.passedUpTo === null ? null : { term: msg('passing.facts.to'), text: record.passedUpTo },
    fact('kind', msg(`handling.kind.${record.kind}`)),
    record.carrier === null
      ? null
      : { term: msg('sessions.fact'), text: msg('sessions.carriedRules', sessionNumbers(record.carrier)) },
    fact('category', categoryText(record.category)),
    fact(isSeparate ? 'separateLeads' : 'lead', leadNames),
    fact('assisting', units),
    fact('leader', leader),
    fact('proposerContact', contactOf(record, people, policy)),
    isForContactOnly(record, policy) ? { term: msg('secrecy.fact.name'), text: msg('secrecy.forContactOnly') } : null,
    record.status === 'assigned' && record.signBy !== null ? dated('signBy', record.signBy) : null,
    due === null ? null : dated('dueOn', due),
    due === null ? null : fact('daysLeft', leftText(daysLeft(due))),
    record.extendedUntil === null ? null : dated('extendedUntil', record.extendedUntil),
    outcomeClass === null ? null : fact('outcomeClass', msg(`handling.outcomeClass.${outcomeClass}`)),
    // Only dissatisfaction leads to another round.
    record.round > 1 ? fact('firstRating', msg('handling.finalRating.dissatisfied')) : null,
    record.round > 1 && finalRating !== null ? fact('finalRating', msg(`handling.finalRating.${finalRating}`)) : null,
  ];
  return { rows: rows.filter((row) => row !== null && row.text !== '').map((row) => row!) };
}

/** How the offices reach the proposers; nobody else is told. */
function contactOf(record: CaseFile['record'], people: CaseFile['people'], policy: CasePolicy): string {
  if (!record.rules.contactNeeded || !policy.sees('letter', record)) return '';
  return record.parties
    .map(({ staffId }) => people.get(staffId))
    .filter((person) => person !== undefined)
    .map(({ name, phone, mail }) => [name, phone ?? mail].filter(Boolean).join(' '))
    .join('、');
}

/** A hidden name is told to the offices because they have to talk with the proposer, for nothing else. */
function isForContactOnly(record: CaseFile['record'], policy: CasePolicy): boolean {
  return policy.sees('letter', record) && record.origins.some(({ nameHidden }) => nameHidden);
}

/** 还剩 3 个工作日 · 今天到期 · 已逾期 2 个工作日 */
export function leftText(days: number): Message {
  if (days === 0) return msg('handling.left.today');
  return days > 0 ? msg('handling.left.days', { n: days }) : msg('handling.left.overdue', { n: -days });
}

function fact(name: string, text: Message | string): Fact {
  return { term: msg(`handling.fact.${name}`), text };
}

function dated(name: string, date: string): Fact {
  return { ...fact(name, msg('handling.on', { date })), datetime: date };
}
