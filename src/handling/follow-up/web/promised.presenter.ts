import { type Message, msg } from '../../../kernel/index.js';
import type { Assignment } from '../../duty/assignment.entity.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { promiseOf } from '../promise-clock.js';
import type { CasePapers } from '../../reply/reply-papers.service.js';
import { presentReply, type ReplyView } from '../../reply/web/reply-view.js';

/** For `promises/promised`: what one unit has promised, until when, and when it reports next. */
export interface PromisedView {
  /** Named where several units lead separately. */
  readonly unit: string | null;
  readonly due: { readonly tone: 'info'; readonly text: Message } | null;
  readonly report: Message | null;
  readonly reply: ReplyView | null;
}

export function presentPromised(record: HandlingCase, papers: CasePapers): PromisedView[] {
  return [
    ...record.promising.map((duty) => ({
      unit: record.isSeparate ? duty.unit.name : null,
      ...datesOf(duty, record),
      reply: replyOf(duty, record, papers),
    })),
    ...takenOver(record).map((duty) => ({ unit: duty.unit.name, ...NO_DATES, reply: replyOf(duty, record, papers) })),
  ];
}

const NO_DATES = { due: null, report: null } as const;

/** What a unit had promised that was merged into another one of the case: the dates are that one's, the words its own. */
function takenOver({ assignments }: HandlingCase): Assignment[] {
  return assignments.filter(({ isVoid, promiseDueOn }) => isVoid && promiseDueOn !== null);
}

/** By when, while it is not done. */
function datesOf(duty: Assignment, record: HandlingCase): Pick<PromisedView, 'due' | 'report'> {
  const { dueOn, reportDueOn } = promiseOf(duty, record);
  if (record.status !== 'follow_up' || dueOn === null) return NO_DATES;
  return {
    due: { tone: 'info', text: msg('replies.followUp.due', { date: dueOn }) },
    report: record.isSeparate && reportDueOn !== null ? msg('promises.nextReport', { date: reportDueOn }) : null,
  };
}

function replyOf({ id }: Assignment, record: HandlingCase, papers: CasePapers): ReplyView | null {
  const isOwn = ({ assignmentId }: { assignmentId: string }) => !record.isSeparate || assignmentId === id;
  const promised = papers.replies.findLast((one) => one.isSigned && one.outcomeClass === 'B' && isOwn(one));
  return promised ? presentReply(promised, record, papers) : null;
}
