import { AWARD_NOT_NOMINATED, AWARD_NOT_SCORED } from './reminders/award-reminders.js';

// In every question $1 is the subject, $2 the reader, $3 the reader's keys. A question finds a row as long as the message is wanted.

const HOLDS = (role: string, scope: string) => `'${role}:' || ${scope} = any($3::text[])`;
const OF_MINE = (unit: string) => `(${HOLDS('unit_officer', unit)} or ${HOLDS('unit_head', unit)})`;
const CASE = (condition: string) => `select from handling_case where id = $1 and $2 <> '' and ${condition}`;
const PROPOSAL = (...statuses: string[]) =>
  `select from proposal where id = $1 and $2 <> '' and status in (${statuses.map((status) => `'${status}'`).join(', ')})`;
const NOTICE = (status: string) => `select from notice where id = $1 and $2 <> '' and status = '${status}'`;

/** Rows of a table with units: those of the reader's own units; all of them for a reader without a unit among them. */
const OWN = (table: string, of: string, condition: string) => `
  select from ${table} one where one.${of} = $1 and ${condition}
    and (${OF_MINE('one.unit_id')} or not exists (select from ${table} mine where mine.${of} = $1 and ${OF_MINE('mine.unit_id')}))`;

/** Not after a duty of the reader's own was signed for. */
const UNSIGNED_BY_MINE = (parts: string) => `
  select where $2 <> '' and not exists (
    select from assignment where case_id = $1 and ${parts} and status not in ('to_sign', 'void') and ${OF_MINE('unit_id')})`;

const RUNNING = "status in ('assigned', 'in_handling', 'return_pending', 'in_sign_off')";
const REPLY_OWED = `${CASE(RUNNING)} and exists (${OWN('assignment', 'case_id', "one.part <> 'assisting' and one.status not in ('void', 'done')")})`;
const OPINION_OWED = `
  ${OWN('assignment', 'case_id', "one.part = 'assisting' and one.status in ('to_sign', 'in_handling') and one.opinion is null and one.override_reason is null")} and $2 <> ''`;
/** Whose signature is waited for, given by oneself or by a deputy. */
const SIGNATURE_WAITED_FOR = (which: string) => `
  select from reply join assignment duty on duty.id = assignment_id join handling_case c on c.id = reply.case_id
  where reply.case_id = $1 and $2 <> '' and amends_id is ${which}
    and (reply.status = 'at_head' and (${HOLDS('unit_head', 'duty.unit_id')} or ${HOLDS('deputy_head', 'duty.unit_id')})
      or reply.status = 'at_leader' and (${HOLDS('leader', 'duty.unit_id')} or ${HOLDS('deputy_leader', 'duty.unit_id')}
        or ${HOLDS('person', 'c.leader_id')} or ${HOLDS('deputy_of', 'c.leader_id')}))`;
const REPLY_IN_HAND = `
  ${CASE("status in ('open', 'assigned', 'in_handling', 'return_pending')")} and not exists (
    select from reply join assignment duty on duty.id = assignment_id
    where reply.case_id = $1 and amends_id is null and reply.status in ('at_head', 'at_leader') and ${OF_MINE('duty.unit_id')})`;
const UNRATED = `
  select from handling_case c where id = $1 and status = 'replied'
    and not exists (select from rating where case_id = c.id and round = c.round and staff_id::text = $2)`;
const FURTHER_ROUND = CASE("status not in ('replied', 'follow_up', 'concluded', 'withdrawn')");
const PROMISED = CASE("status = 'follow_up'");
const REPORT_OWED = `${PROMISED} and report_due_on is not null`;
const MILESTONE_OPEN =
  "select from key_milestone where case_id = $1 and $2 <> '' and reached_at is null and dropped_because is null";
const UNANSWERED = `${OWN('supervision_notice', 'case_id', "one.status = 'issued'")} and $2 <> ''`;
const INVITED = `
  select from proposal_second join proposal on proposal.id = proposal_id
  where proposal.id = $1 and staff_id::text = $2 and proposal_second.status = 'invited' and proposal.status in ('seconding', 'returned')`;
const ASKED_AGAIN = `
  select from proposal_second second join proposal on proposal.id = proposal_id
  where proposal.id = $1 and staff_id::text = $2 and second.status = 'seconded' and second.text_version <> proposal.text_version
    and proposal.status in ('seconding', 'returned')`;
const UNDECIDED = PROPOSAL('submitted', 'under_review', 'referred');
const ANSWER_OWED = `
  ${OWN('review_inquiry', 'proposal_id', 'one.answer is null')} and exists (${PROPOSAL('under_review', 'referred')})`;
/** A date that moved matters as long as something is due. */
const OPEN_DATES = `
  ${CASE("status not in ('rated', 'referred', 'concluded', 'withdrawn')")}
  union all ${PROPOSAL('submitted', 'under_review', 'referred', 'returned', 'declined')}`;
const SUGGESTION_OPEN = `
  select from case_origin join handling_case c on c.id = case_id where origin_id = $1 and $2 <> '' and c.status = 'open'`;

/** Kinds that ask for something: wanted as long as it has not been done. The others tell what has happened, and stay true. */
export const STILL_TO_DO: Readonly<Record<string, string>> = {
  second_wanted: INVITED,
  agreement_wanted: INVITED,
  second_again: ASKED_AGAIN,
  window_closes_second: INVITED,
  joint_wanted: "select from proposal_joint where proposal_id = $1 and staff_id::text = $2 and status = 'invited'",
  enough_seconders: PROPOSAL('seconding', 'returned'),
  quorum_agreed: PROPOSAL('seconding', 'returned'),
  check_wanted: PROPOSAL('delegation_check'),
  check_returned: PROPOSAL('draft', 'seconding'),
  window_closes: PROPOSAL('draft', 'seconding'),
  received: PROPOSAL('submitted'),
  received_again: PROPOSAL('submitted'),
  received_from_below: PROPOSAL('submitted'),
  returned: PROPOSAL('returned'),
  completion_extended: PROPOSAL('returned'),
  completion_due_soon: PROPOSAL('returned'),
  completion_overdue: PROPOSAL('returned'),
  inquiry_wanted: ANSWER_OWED,
  inquiry_due_soon: ANSWER_OWED,
  inquiry_overdue: ANSWER_OWED,
  inquiry_moved: ANSWER_OWED,
  review_due_soon: UNDECIDED,
  review_overdue: UNDECIDED,
  reading_wanted: 'select from review_reading where proposal_id = $1 and staff_id::text = $2 and given_at is null',
  all_voted: PROPOSAL('under_review'),
  referred: PROPOSAL('referred'),
  second_look: PROPOSAL('referred'),
  suggestion_to_assign: SUGGESTION_OPEN,
  assigned_lead: UNSIGNED_BY_MINE("part <> 'assisting'"),
  assigned_assisting: UNSIGNED_BY_MINE("part = 'assisting'"),
  sign_late: `${OWN('assignment', 'case_id', "one.status = 'to_sign'")} and $2 <> ''`,
  return_asked: "select from assignment where case_id = $1 and $2 <> '' and status = 'return_pending'",
  unit_wanted:
    "select from assignment where case_id = $1 and $2 <> '' and wanted_unit_id is not null and status <> 'void'",
  extension_asked: `
    ${CASE('extension_asked_until > due_on')}
    union all
    select from assignment where case_id = $1 and status <> 'void' and extension_asked_until > due_on`,
  withdrawal_asked: "select from withdrawal_request where case_id = $1 and $2 <> '' and granted is null",
  due_soon: REPLY_OWED,
  overdue: REPLY_OWED,
  opinion_due_soon: OPINION_OWED,
  opinion_overdue: OPINION_OWED,
  reply_to_sign: SIGNATURE_WAITED_FOR('null'),
  amendment_to_sign: SIGNATURE_WAITED_FOR('not null'),
  reply_returned: REPLY_IN_HAND,
  amendment_returned:
    "select from reply where case_id = $1 and $2 <> '' and amends_id is not null and status = 'draft'",
  rating_wanted: UNRATED,
  replied: UNRATED,
  parts_replied: UNRATED,
  to_decide: CASE("status = 'rated'"),
  to_rule: CASE("status = 'referred'"),
  second_round_duty: FURTHER_ROUND,
  final_handling_duty: FURTHER_ROUND,
  follow_up_duty: CASE("status not in ('concluded', 'withdrawn')"),
  report_due_soon: REPORT_OWED,
  report_overdue: REPORT_OWED,
  promise_due_soon: PROMISED,
  promise_overdue: PROMISED,
  key_leader: 'select from handling_case where id = $1 and key_case and key_leader_id::text = $2',
  milestone_due_soon: MILESTONE_OPEN,
  milestone_overdue: MILESTONE_OPEN,
  supervised: UNANSWERED,
  supervision_due_soon: UNANSWERED,
  supervision_overdue: UNANSWERED,
  supervision_answered: "select from supervision_notice where case_id = $1 and $2 <> '' and status = 'answered'",
  date_moved: OPEN_DATES,
  notice_handed_over: NOTICE('draft'),
  notice_returned: NOTICE('draft'),
  notice_to_approve: NOTICE('at_head'),
  notice_to_review: NOTICE('at_secrecy'),
  notice_to_publish: NOTICE('at_office'),
  award_nominate_soon: AWARD_NOT_NOMINATED,
  award_score_soon: AWARD_NOT_SCORED,
};

/** As many values as the question asks for: the database refuses more. */
export function parametersOf<T>(question: string, values: readonly T[]): T[] {
  const asked = Math.max(...[...question.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)));
  return values.slice(0, asked);
}
