import type { Assignment } from '../duty/assignment.entity.js';
import type { CaseRecord } from '../case/case-record.js';

/** What runs for a unit that has promised something: for the case where it leads alone, for its part where several lead separately. */
export interface PromiseClock {
  readonly dueOn: string | null;
  readonly reportDueOn: string | null;
  readonly repliedAt: Date;
}

export function promiseOf(duty: Assignment, { promiseDueOn, reportDueOn, repliedAt }: CaseRecord): PromiseClock {
  if (duty.part !== 'separate') return { dueOn: promiseDueOn, reportDueOn, repliedAt: repliedAt! };
  return { dueOn: duty.promiseDueOn, reportDueOn: duty.reportDueOn, repliedAt: duty.doneAt! };
}

/** A case with separate leads is followed up until the last promise is due, and owes the next report of any of them. */
export function promisesTogether(duties: readonly Assignment[]) {
  const dated = (dates: readonly (string | null)[]) => dates.flatMap((date) => date ?? []).toSorted();
  return {
    promiseDueOn: dated(duties.map(({ promiseDueOn }) => promiseDueOn)).at(-1) ?? null,
    reportDueOn: dated(duties.map(({ reportDueOn }) => reportDueOn))[0] ?? null,
  };
}

/** `promiseOf` for a query over `handling_case c` and a leading `assignment duty`. */
export const PROMISE_SQL = {
  dueOn: "(case duty.part when 'separate' then duty.promise_due_on else c.promise_due_on end)",
  reportDueOn: "(case duty.part when 'separate' then duty.report_due_on else c.report_due_on end)",
} as const;
