import { type Message, msg } from '../../kernel/index.js';
import { paragraphsOf } from '../../web/index.js';
import type { Assignment } from '../assignment.entity.js';
import type { HandlingCase } from '../handling-case.entity.js';
import { type FactRow, saidDate } from './reply-view.js';

/** What was asked, beside the answer that is written, signed or rated. */
export interface OriginView {
  readonly title: string;
  readonly by: string;
  readonly reason: readonly string[];
  readonly measures: readonly string[];
}

export function presentOrigins({ origins }: HandlingCase): OriginView[] {
  return origins.map(({ title, reason, measures, part, authorName, authorUnit }) => ({
    title,
    by: `${authorName}（${authorUnit}）`,
    reason: paragraphsOf(reason),
    measures: paragraphsOf(part ?? measures),
  }));
}

export function proposersOf({ origins }: HandlingCase): string {
  return [...new Set(origins.map(({ authorName }) => authorName))].join('、');
}

/** To whom a letter is addressed that everybody may read: hidden names stay hidden. */
export function addresseesOf(record: HandlingCase, knows: boolean): Message | string {
  const isNameless = !knows && record.origins.some(({ nameHidden }) => nameHidden);
  return isNameless ? '@secrecy.proposer' : proposersOf(record);
}

/** The case in a few lines, as one leading unit has it or as a whole, with the way back to it. */
export function presentCaseFacts(record: HandlingCase, duty: Assignment | null = record.lead): FactRow[] {
  const { number, ref, leadNames } = record;
  const clock = duty && record.clockOf(duty);
  const due = clock === null ? record.dueOn : (clock.extendedUntil ?? clock.dueOn);
  return [
    { term: msg('replies.fact.case'), text: number, href: `/cases/${ref}` },
    { term: msg('replies.fact.proposers'), text: proposersOf(record) },
    { term: msg('replies.fact.unit'), text: duty?.unit.name ?? leadNames },
    ...(due === null ? [] : [{ term: msg('replies.fact.due'), text: saidDate(due) }]),
    ...(record.round > 1 ? [{ term: msg('replies.fact.round'), text: msg('replies.round', { n: record.round }) }] : []),
  ];
}

export function crumbsOf({ ref, number }: HandlingCase): { text: Message | string; href: string }[] {
  return [{ text: number, href: `/cases/${ref}` }];
}
