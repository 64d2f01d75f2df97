import type { Assignment } from '../duty/assignment.entity.js';
import { assignmentWorkflow } from '../duty/assignment-workflow.js';
import { isAssisting, isPart } from './case-rules.js';
import { isAsked } from '../duty/separate-clock.js';
import type { CaseAction } from './case-workflow.js';
import type { HandlingCase } from './handling-case.entity.js';

const isPending = ({ status }: Assignment) => status === 'return_pending';
const isRunning = ({ status }: Assignment) => assignmentWorkflow.isAvailable('take_back', status);
const mayAskReturn = ({ status }: Assignment) => assignmentWorkflow.isAvailable('ask_return', status);
const mayAskExtension = (duty: Assignment, record: HandlingCase) => {
  const clock = record.clockOf(duty);
  const isOpen = assignmentWorkflow.isAvailable('ask_extension', duty.status);
  return isOpen && clock.extendedUntil === null && !isAsked(clock);
};

/** Steps that wait for something in particular besides the status of the case: a duty of one's own, an opinion still owed. */
export const WAITS_FOR: Partial<Record<CaseAction, (record: HandlingCase, own: readonly Assignment[]) => boolean>> = {
  recount: () => false, // all dates at once, on a page of their own
  remove_origin: ({ origins }) => origins.length > 1,
  sign_for: (_, own) => own.some(({ isLeading, status }) => isLeading && status === 'to_sign'),
  sign_for_part: (_, own) => own.some((one) => isPart(one) && one.status === 'to_sign'),
  sign_for_assisting: (_, own) => own.some(({ part, status }) => part === 'assisting' && status === 'to_sign'),
  give_opinion: (_, own) => own.some(({ mayGiveOpinion }) => mayGiveOpinion),
  ask_return: (record, own) => record.repliedAt === null && own.some((one) => !isAssisting(one) && mayAskReturn(one)),
  ask_return_part: (record, own) => record.repliedAt === null && own.some((one) => isPart(one) && mayAskReturn(one)),
  refuse_return_part: ({ leads }) => leads.some(isPending),
  grant_return_part: ({ leads }) => leads.some(isPending),
  ask_return_assisting: (_, own) => own.some((one) => isAssisting(one) && mayAskReturn(one)),
  refuse_return_assisting: ({ assisting }) => assisting.some(({ status }) => status === 'return_pending'),
  grant_return_assisting: ({ assisting }) => assisting.some(({ status }) => status === 'return_pending'),
  log_contact: (_, own) =>
    own.some((one) => one.isLeading && assignmentWorkflow.isAvailable('log_contact', one.status)),
  submit_part: (_, own) => own.some((one) => isPart(one) && one.status === 'in_handling'),
  recall_part: (_, own) => own.some((one) => isPart(one) && one.status === 'in_sign_off'),
  ask_extension: (record, own) => own.some((one) => one.isLeading && mayAskExtension(one, record)),
  ask_withdrawal: ({ isAnswered }) => !isAnswered,
  refuse_withdrawal: ({ isAnswered }) => !isAnswered,
  withdraw: ({ isAnswered }) => !isAnswered,
  grant_extension: ({ extensionsAsked }) => extensionsAsked.length > 0,
  refuse_extension: ({ extensionsAsked }) => extensionsAsked.length > 0,
  answer_supervision: ({ supervisedLevel }) => supervisedLevel > 0,
  accept_answer: ({ supervisedLevel }) => supervisedLevel > 0,
  refuse_answer: ({ supervisedLevel }) => supervisedLevel > 0,
  ask_unit: (_, own) =>
    own.some(
      (one) => one.isLeading && one.wantedUnitId === null && assignmentWorkflow.isAvailable('ask_unit', one.status),
    ),
  refuse_unit: ({ wishes }) => wishes.length > 0,
  reassign_assisting: ({ assisting }) => assisting.some(isRunning),
  reassign_part: ({ leads }) => leads.some(isRunning),
  override_opinion: (record) => record.assisting.some(({ owesOpinion }) => owesOpinion),
  mark_key: ({ keyCase }) => !keyCase,
  unmark_key: ({ keyCase }) => keyCase,
  plan_key: ({ keyCase }) => keyCase,
  reach_milestone: ({ keyCase }) => keyCase,
  keep_minutes: ({ keyCase }) => keyCase,
  report_specially: ({ keyCase, specialReportAt }) => keyCase && specialReportAt === null,
};
