import { type Message, msg } from '../../../kernel/index.js';
import { paragraphsOf } from '../../../web/index.js';
import type { Assignment } from '../../duty/assignment.entity.js';
import { namedFor } from '../../case/author-name.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { type FactRow, saidDate } from './reply-view.js';

/** What was asked, beside the answer that is written, signed or rated. */
export interface OriginView {
  readonly title: string;
  readonly by: Message;
  readonly reason: readonly string[];
  readonly measures: readonly string[];
}

/** Beside the work: a hidden name stands on the page of the case only, for those who have to talk with the proposer. */
export function presentOrigins({ origins }: HandlingCase): OriginView[] {
  return origins.map(({ title, reason, measures, part, ...origin }) => ({
    title,
    by: namedFor({ name: origin.authorName, unit: origin.authorUnit, isHidden: origin.nameHidden }, false),
    reason: paragraphsOf(reason),
    measures: paragraphsOf(part ?? measures),
  }));
}

function proposersOf({ origins }: HandlingCase): Message | string {
  const names = namesOf(origins.filter(({ nameHidden }) => !nameHidden));
  if (origins.every(({ nameHidden }) => !nameHidden)) return names;
  return names === '' ? msg('secrecy.nameless') : msg('secrecy.someNameless', { names });
}

function namesOf(origins: HandlingCase['origins']): string {
  return [...new Set(origins.map(({ authorName }) => authorName))].join('、');
}

/** To whom a letter is addressed that everybody may read: hidden names stay hidden. */
export function addressOf({ origins }: HandlingCase, knows: boolean): Message {
  const isNameless = !knows && origins.some(({ nameHidden }) => nameHidden);
  return msg('replies.letter.to', { names: isNameless ? '@secrecy.proposer' : namesOf(origins) });
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
