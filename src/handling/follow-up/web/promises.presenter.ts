import { addMonths } from '../../../calendar/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import type { PromiseLine } from '../promise-lists.js';
import type { Tag } from '../../case/web/case-tags.js';
import { queryOf } from '../../duty/web/duty-address.js';

/** A line of the 承诺台账 for `components/work-row`: what was promised, how old it is, how far it has come. */
export function presentPromise(line: PromiseLine, today: string) {
  const { ref, number, title, unit, promise, dueOn, promisedOn, concludedOn, dutyId } = line;
  const isOpen = concludedOn === null;
  const isOverdue = isOpen && dueOn < today;
  return {
    href: isOpen ? `/cases/${ref}/follow-up${queryOf(dutyId)}` : `/cases/${ref}`,
    number,
    title,
    tag: {
      tone: isOverdue ? 'bad' : isOpen ? 'info' : 'good',
      text: msg(`promises.state.${stateOf(isOpen, isOverdue)}`),
    },
    flags: [ageOf(line, concludedOn ?? today), ...flagsOf(line, isOpen, today)],
    next: msg('promises.line', { unit, promise: promise ?? title }),
    due: {
      tone: isOverdue ? 'bad' : 'neutral',
      date: dueOn,
      text:
        promisedOn !== null && promisedOn < dueOn ? msg('promises.first', { date: promisedOn }) : msg('promises.by'),
    },
  };
}

function stateOf(isOpen: boolean, isOverdue: boolean): string {
  if (!isOpen) return 'ended';
  return isOverdue ? 'overdue' : 'open';
}

function flagsOf({ slips, percent, reportedOn, reportDueOn }: PromiseLine, isOpen: boolean, today: string): Tag[] {
  const isUnreported = isOpen && reportDueOn !== null && reportDueOn < today;
  return [
    ...(slips > 0 ? [{ tone: 'wait' as const, text: msg('promises.slips', { n: slips }) }] : []),
    ...(percent === null
      ? []
      : [{ tone: 'neutral' as const, text: msg('promises.reported', { percent, date: reportedOn ?? '' }) }]),
    ...(isUnreported ? [{ tone: 'bad' as const, text: msg('promises.unreported') }] : []),
  ];
}

/** How long it has been promised: in whole months. */
function ageOf({ repliedOn }: PromiseLine, until: string): Tag {
  return { tone: 'neutral', text: ageText(monthsBetween(repliedOn, until)) };
}

function ageText(months: number): Message {
  if (months === 0) return msg('promises.age.new');
  if (months < 12) return msg('promises.age.months', { n: months });
  return msg(months % 12 === 0 ? 'promises.age.years' : 'promises.age.both', {
    y: Math.floor(months / 12),
    n: months % 12,
  });
}

export function monthsBetween(from: string, until: string): number {
  let months = 0;
  while (addMonths(from, months + 1) <= until) months++;
  return months;
}
