/** One point of the list of mails in docs/domain.md §3.3: the kinds that keep it, and the test that shows it. */
export interface PromisedMail {
  readonly point: string;
  readonly kinds: readonly string[];
  readonly test: string;
}

const MAIN = 'test/notifications/main-road.e2e.spec.ts';
const OWED = 'test/notifications/owed.e2e.spec.ts';
const SIDE = 'test/notifications/side-roads.e2e.spec.ts';
const REMINDERS = 'test/notifications/reminders.e2e.spec.ts';
const SUPERVISION = 'test/handling/supervision.e2e.spec.ts';

/** In the words and the order of the list. */
export const PROMISED_MAILS: readonly PromisedMail[] = [
  { point: 'invited to second', kinds: ['second_wanted'], test: OWED },
  { point: 'invited to propose jointly', kinds: ['joint_wanted'], test: OWED },
  { point: 'asked to agree (collective)', kinds: ['agreement_wanted'], test: 'test/proposals/collective.e2e.spec.ts' },
  { point: 'asked to second again', kinds: ['second_again'], test: 'test/proposals/reconfirming.e2e.spec.ts' },
  { point: 'seconded', kinds: ['seconded'], test: MAIN },
  { point: 'declined to second', kinds: ['second_declined'], test: OWED },
  { point: 'enough seconders', kinds: ['enough_seconders'], test: MAIN },
  { point: 'window closes in 7/3/1 days', kinds: ['window_closes', 'window_closes_second'], test: MAIN },
  { point: 'returned', kinds: ['returned'], test: OWED },
  { point: 'decided: filed', kinds: ['filed', 'seconded_filed'], test: MAIN },
  { point: 'decided: converted', kinds: ['converted', 'seconded_converted'], test: OWED },
  { point: 'decided: declined', kinds: ['declined', 'seconded_declined'], test: OWED },
  { point: 'decided: split', kinds: ['split'], test: 'test/proposals/splitting.e2e.spec.ts' },
  { point: 'merged', kinds: ['merged', 'seconded_merged'], test: 'test/proposals/merging.e2e.spec.ts' },
  { point: 'assigned', kinds: ['assigned', 'assigned_leader'], test: OWED },
  { point: 'to sign for', kinds: ['assigned_lead', 'assigned_assisting'], test: OWED },
  { point: 'to sign for, late', kinds: ['sign_late'], test: REMINDERS },
  { point: 'return asked', kinds: ['return_asked'], test: SIDE },
  { point: 'return decided', kinds: ['return_granted', 'reassigned'], test: SIDE },
  { point: 'return decided (refused)', kinds: ['return_refused'], test: OWED },
  { point: 'assisting opinion wanted', kinds: ['assigned_assisting'], test: OWED },
  { point: 'assisting opinion late', kinds: ['opinion_due_soon', 'opinion_overdue'], test: REMINDERS },
  { point: 'reply to sign', kinds: ['reply_to_sign', 'reply_returned'], test: OWED },
  { point: 'replied', kinds: ['replied'], test: MAIN },
  {
    point: 'replied (several leads)',
    kinds: ['part_replied', 'parts_replied'],
    test: 'test/handling/separate-leads.e2e.spec.ts',
  },
  { point: 'rating wanted', kinds: ['rating_wanted'], test: REMINDERS },
  { point: 'dissatisfied', kinds: ['rated_dissatisfied', 'found_dissatisfied', 'to_decide'], test: MAIN },
  { point: 'second handling', kinds: ['second_round', 'second_round_duty'], test: MAIN },
  { point: 'last handling', kinds: ['final_handling_duty'], test: 'test/handling/last-round.e2e.spec.ts' },
  { point: 'class B due', kinds: ['promise_due_soon'], test: OWED },
  {
    point: 'class B overdue, reports',
    kinds: ['promise_overdue', 'report_due_soon', 'report_overdue'],
    test: 'test/handling/promises.e2e.spec.ts',
  },
  { point: 'extension asked', kinds: ['extension_asked'], test: SIDE },
  { point: 'extension decided', kinds: ['extension_granted', 'extended'], test: SIDE },
  { point: 'extension decided (refused)', kinds: ['extension_refused'], test: OWED },
  { point: 'due in 7/3/1 working days', kinds: ['due_soon'], test: REMINDERS },
  { point: 'overdue (unit, its head, committee)', kinds: ['overdue'], test: REMINDERS },
  {
    point: 'supervision notice',
    kinds: ['supervised', 'supervision_due_soon', 'supervision_overdue'],
    test: SUPERVISION,
  },
  { point: 'concluded', kinds: ['concluded', 'concluded_explained', 'implemented'], test: OWED },
  { point: 'awarded', kinds: ['awarded_proposal', 'awarded_unit'], test: 'test/awards/awards.e2e.spec.ts' },
  {
    point: 'deadlines counted again (§3.2)',
    kinds: ['date_moved', 'inquiry_moved'],
    test: 'test/deadlines/edges.e2e.spec.ts',
  },
];
