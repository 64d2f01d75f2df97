import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actors } from '../identity/index.js';
import { type Mail, MailChecks } from '../mail/index.js';
import { AWARD_NOT_NOMINATED, AWARD_NOT_SCORED } from './reminders/award-reminders.js';
import { Notification } from './notification.entity.js';
import { REMINDER_KINDS } from './reminders/reminder.js';
import { WHO_IS_TOLD } from './rules/who-is-told.js';

/** Where the records lie of which events tell; each stores who may read it. */
const TABLES: Readonly<Record<string, string>> = { case: 'handling_case', proposal: 'proposal', notice: 'notice' };

/** A unit reads what it was asked, not the proposal. */
const ASKED: readonly string[] = ['inquiry_wanted', 'inquiry_due_soon', 'inquiry_overdue', 'inquiry_moved'];

/** These say that the matter is no longer the reader's. */
const FAREWELLS: readonly string[] = ['return_granted', 'taken_back', 'decided_above'];

const RUNNING = "status in ('assigned', 'in_handling', 'return_pending', 'in_sign_off')";
const OPINION_OWED = `
  select from assignment where case_id = $1 and part = 'assisting' and status in ('to_sign', 'in_handling') and opinion is null and override_reason is null`;
const UNRATED = `
  select from handling_case c where id = $1 and status = 'replied'
    and not exists (select from rating where case_id = c.id and round = c.round and staff_id::text = $2)`;
const PROMISED = "select from handling_case where id = $1 and $2 <> '' and status = 'follow_up'";
const REPORT_OWED = `${PROMISED} and report_due_on is not null`;
const MILESTONE_OPEN =
  "select from key_milestone where case_id = $1 and $2 <> '' and reached_at is null and dropped_because is null";
const UNANSWERED = "select from supervision_notice where case_id = $1 and $2 <> '' and status = 'issued'";
const INVITED = `
  select from proposal_second join proposal on proposal.id = proposal_id
  where proposal.id = $1 and staff_id::text = $2 and proposal_second.status = 'invited' and proposal.status in ('seconding', 'returned')`;
const ASKED_AGAIN = `
  select from proposal_second second join proposal on proposal.id = proposal_id
  where proposal.id = $1 and staff_id::text = $2 and second.status = 'seconded' and second.text_version <> proposal.text_version
    and proposal.status in ('seconding', 'returned')`;

const UNDECIDED = "status in ('submitted', 'under_review', 'referred')";
const ANSWER_OWED = `
  select from review_inquiry join proposal on proposal.id = proposal_id
  where proposal.id = $1 and $2 <> '' and answer is null and status in ('under_review', 'referred')`;

/** A date that moved matters as long as something is due. */
const OPEN_DATES = `
  select from handling_case where id = $1 and $2 <> '' and status not in ('rated', 'referred', 'concluded', 'withdrawn')
  union all
  select from proposal where id = $1 and status in ('submitted', 'under_review', 'referred', 'returned', 'declined')`;

/** A kind that asks for something is wanted as long as it has not been done: $1 is the subject, $2 the reader. */
const STILL_TO_DO: Readonly<Record<string, string>> = {
  second_wanted: INVITED,
  agreement_wanted: INVITED,
  second_again: ASKED_AGAIN,
  window_closes_second: INVITED,
  joint_wanted: "select from proposal_joint where proposal_id = $1 and staff_id::text = $2 and status = 'invited'",
  check_wanted: "select from proposal where id = $1 and $2 <> '' and status = 'delegation_check'",
  window_closes: "select from proposal where id = $1 and $2 <> '' and status in ('draft', 'seconding')",
  received: "select from proposal where id = $1 and $2 <> '' and status = 'submitted'",
  inquiry_wanted: ANSWER_OWED,
  inquiry_due_soon: ANSWER_OWED,
  inquiry_overdue: ANSWER_OWED,
  completion_due_soon: "select from proposal where id = $1 and $2 <> '' and status = 'returned'",
  completion_overdue: "select from proposal where id = $1 and $2 <> '' and status = 'returned'",
  review_due_soon: `select from proposal where id = $1 and $2 <> '' and ${UNDECIDED}`,
  review_overdue: `select from proposal where id = $1 and $2 <> '' and ${UNDECIDED}`,
  reading_wanted: 'select from review_reading where proposal_id = $1 and staff_id::text = $2 and given_at is null',
  all_voted: "select from proposal where id = $1 and $2 <> '' and status = 'under_review'",
  referred: "select from proposal where id = $1 and $2 <> '' and status = 'referred'",
  second_look: "select from proposal where id = $1 and $2 <> '' and status = 'referred'",
  reply_to_sign: "select from reply where case_id = $1 and $2 <> '' and status in ('at_head', 'at_leader')",
  amendment_to_sign:
    "select from reply where case_id = $1 and $2 <> '' and amends_id is not null and status in ('at_head', 'at_leader')",
  to_decide: "select from handling_case where id = $1 and $2 <> '' and status = 'rated'",
  to_rule: "select from handling_case where id = $1 and $2 <> '' and status = 'referred'",
  report_due_soon: REPORT_OWED,
  report_overdue: REPORT_OWED,
  promise_due_soon: PROMISED,
  promise_overdue: PROMISED,
  milestone_due_soon: MILESTONE_OPEN,
  milestone_overdue: MILESTONE_OPEN,
  supervised: UNANSWERED,
  supervision_due_soon: UNANSWERED,
  supervision_overdue: UNANSWERED,
  supervision_answered: "select from supervision_notice where case_id = $1 and $2 <> '' and status = 'answered'",
  notice_handed_over: "select from notice where id = $1 and $2 <> '' and status = 'draft'",
  award_nominate_soon: AWARD_NOT_NOMINATED,
  award_score_soon: AWARD_NOT_SCORED,
  notice_to_approve: "select from notice where id = $1 and $2 <> '' and status = 'at_head'",
  notice_to_review: "select from notice where id = $1 and $2 <> '' and status = 'at_secrecy'",
  notice_to_publish: "select from notice where id = $1 and $2 <> '' and status = 'at_office'",
  return_asked: "select from assignment where case_id = $1 and $2 <> '' and status = 'return_pending'",
  withdrawal_asked: "select from withdrawal_request where case_id = $1 and $2 <> '' and granted is null",
  unit_wanted:
    "select from assignment where case_id = $1 and $2 <> '' and wanted_unit_id is not null and status <> 'void'",
  extension_asked: `
    select from handling_case where id = $1 and $2 <> '' and extension_asked_until > due_on
    union all
    select from assignment where case_id = $1 and status <> 'void' and extension_asked_until > due_on`,
  due_soon: `select from handling_case where id = $1 and $2 <> '' and ${RUNNING}`,
  overdue: `select from handling_case where id = $1 and $2 <> '' and ${RUNNING}`,
  opinion_due_soon: `${OPINION_OWED} and $2 <> ''`,
  opinion_overdue: `${OPINION_OWED} and $2 <> ''`,
  sign_late: "select from assignment where case_id = $1 and $2 <> '' and status = 'to_sign'",
  inquiry_moved: ANSWER_OWED,
  date_moved: OPEN_DATES,
  rating_wanted: UNRATED,
  replied: UNRATED,
};

/** Before a mail goes out: may its reader still see the matter, and is it still to be done? */
@Injectable()
export class StillWanted implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly actors: Actors,
    private readonly checks: MailChecks,
  ) {}

  onModuleInit(): void {
    const told = Object.values(WHO_IS_TOLD).flatMap((tellings) => tellings.map(({ kind }) => kind));
    for (const kind of [...told, ...REMINDER_KINDS]) this.checks.register(kind, (mail) => this.isWanted(mail));
  }

  /** Whether what the message asks for has not been done yet. */
  async isToDo({ kind, subjectId, staffId }: Notification): Promise<boolean> {
    const question = STILL_TO_DO[kind];
    return question === undefined || this.exists(question, [subjectId, staffId]);
  }

  /** Those of one person's messages that are still to be told. */
  async among(messages: readonly Notification[]): Promise<Notification[]> {
    const wanted = [];
    for (const message of messages)
      if ((await this.isVisible(message)) && (await this.isToDo(message))) wanted.push(message);
    return wanted;
  }

  private async isWanted({ staffId, kind, eventId }: Mail): Promise<boolean> {
    const message = await this.db.manager.findOneBy(Notification, { staffId, kind, eventId });
    if (!message) return true;
    return (await this.among([message])).length > 0;
  }

  private async isVisible({ kind, staffId, subjectType, subjectId }: Notification): Promise<boolean> {
    const table = ASKED.includes(kind) ? 'review_inquiry' : TABLES[subjectType];
    const key = ASKED.includes(kind) ? 'proposal_id' : 'id';
    if (!table || FAREWELLS.includes(kind)) return true;
    const actor = await this.actors.find(staffId);
    const keys = [...(actor?.keys ?? [])];
    return this.exists(`select from ${table} where ${key} = $1 and audience && $2::text[]`, [subjectId, keys]);
  }

  private async exists(question: string, values: unknown[]): Promise<boolean> {
    const [{ found }] = (await this.db.query(`select exists (${question}) as found`, values)) as [{ found: boolean }];
    return found;
  }
}
