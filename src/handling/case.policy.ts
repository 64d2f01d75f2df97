import { type Actor, mayRead } from '../kernel/index.js';
import type { Assignment } from './assignment.entity.js';
import { assignmentWorkflow } from './assignment-workflow.js';
import { concernedIn, handlersOf, leadersOf } from './case-audience.js';
import {
  anyOf,
  beforeAssignment,
  type CaseRule,
  chair,
  chairOrReferee,
  follows,
  isAssisting,
  isPart,
  headSigner,
  leaderSigner,
  leadHead,
  leadOfficer,
  notOwn,
  officerOf,
  ofTheUnits,
  onceRated,
  onlyLead,
  outsideTheUnits,
  party,
  referee,
  secretary,
  separately,
} from './case-rules.js';
import { isAsked } from './separate-clock.js';
import { type CaseAction, caseWorkflow } from './case-workflow.js';
import type { HandlingCase } from './handling-case.entity.js';

const isPending = ({ status }: Assignment) => status === 'return_pending';
const isRunning = ({ status }: Assignment) => assignmentWorkflow.isAvailable('take_back', status);
const mayAskReturn = ({ status }: Assignment) => assignmentWorkflow.isAvailable('ask_return', status);
const mayAskExtension = (duty: Assignment, record: HandlingCase) => {
  const clock = record.clockOf(duty);
  const isOpen = assignmentWorkflow.isAvailable('ask_extension', duty.status);
  return isOpen && clock.extendedUntil === null && !isAsked(clock);
};

/** Who may take which step; the table is complete by its type. */
const RULES: Record<CaseAction, CaseRule> = {
  add_origin: chair,
  remove_origin: anyOf(notOwn(chair), beforeAssignment(party)),
  absorb: chair,
  assign: chair,
  sign_for: leadOfficer,
  sign_for_assisting: officerOf(isAssisting),
  sign_for_part: officerOf(isPart),
  ask_return: onlyLead(leadOfficer),
  refuse_return: chair,
  grant_return: chair,
  ask_return_assisting: officerOf(isAssisting),
  refuse_return_assisting: chair,
  grant_return_assisting: chair,
  ask_return_part: officerOf(isPart),
  refuse_return_part: separately(chair),
  grant_return_part: separately(chair),
  reassign: onlyLead(chair),
  reassign_assisting: chair,
  reassign_part: separately(chair),
  add_unit: chair,
  ask_unit: leadOfficer,
  refuse_unit: chair,
  log_contact: leadOfficer,
  give_opinion: officerOf(isAssisting),
  override_opinion: chair,
  ask_extension: leadOfficer,
  grant_extension: chair,
  refuse_extension: chair,
  submit_reply: onlyLead(leadOfficer),
  recall_reply: onlyLead(leadOfficer),
  sign_reply: onlyLead(anyOf(headSigner, leaderSigner)),
  return_reply: onlyLead(anyOf(headSigner, leaderSigner)),
  issue_reply: follows,
  submit_part: separately(leadOfficer),
  recall_part: separately(leadOfficer),
  sign_part: separately(anyOf(headSigner, leaderSigner)),
  return_part: separately(anyOf(headSigner, leaderSigner)),
  issue_part: follows,
  complete_parts: follows,
  rate: party,
  rate_on_paper: notOwn(outsideTheUnits(secretary)),
  conclude: follows,
  refer_to_presidium: chair,
  refer_to_leader: chair,
  start_follow_up: anyOf(follows, onceRated(chairOrReferee)),
  find_dissatisfied: follows,
  order_second_handling: chair,
  order_final_handling: referee,
  conclude_with_explanation: chairOrReferee,
  report_progress: leadOfficer,
  slip_promise: leadHead,
  confirm_implemented: anyOf(party, chair, secretary),
  reclassify: chair,
  supervise: anyOf(chair, secretary),
  answer_supervision: ofTheUnits,
  accept_answer: anyOf(chair, secretary),
  refuse_answer: anyOf(chair, secretary),
  mark_key: chair,
  submit_amendment: leadOfficer,
  recall_amendment: leadOfficer,
  sign_amendment: anyOf(headSigner, leaderSigner),
  return_amendment: anyOf(headSigner, leaderSigner),
  amend_reply: follows,
  publish: anyOf(chair, secretary),
  carry: follows,
  hand_over: follows,
  ask_withdrawal: party,
  refuse_withdrawal: notOwn(chair),
  withdraw: anyOf(notOwn(chair), beforeAssignment(party)),
};

/** Steps that wait for something in particular besides the status of the case: a duty of one's own, an opinion still owed. */
const WAITS_FOR: Partial<Record<CaseAction, (record: HandlingCase, own: readonly Assignment[]) => boolean>> = {
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
};

/** What of a case not every reader sees: the first two are for the concerned, the others for offices and committee. */
export type CasePart = 'contacts' | 'names' | 'opinions' | 'whole_timeline' | 'letter';

export class CasePolicy {
  constructor(private readonly actor: Actor) {}

  /** In which role the actor may take the step, or null. */
  roleFor(action: CaseAction, record: HandlingCase): string | null {
    return RULES[action](this.actor, record);
  }

  permits(action: CaseAction, record: HandlingCase): boolean {
    return this.roleFor(action, record) !== null;
  }

  /** The steps that start from the present status and are the actor's. */
  offers(record: HandlingCase): CaseAction[] {
    if (record.isReadOnly) return [];
    const own = this.own(record);
    const waits = (action: CaseAction) => WAITS_FOR[action]?.(record, own) ?? true;
    return caseWorkflow.availableFrom(record.status).filter((action) => this.permits(action, record) && waits(action));
  }

  /** The duties of the actor's own units. */
  own({ assignments }: Pick<HandlingCase, 'assignments'>): Assignment[] {
    return assignments.filter((assignment) => this.roleIn(assignment) !== null);
  }

  /** The leading duties of the actor's own units. */
  ownLeads(record: Pick<HandlingCase, 'assignments'>): Assignment[] {
    return this.own(record).filter(({ isLeading }) => isLeading);
  }

  /** In which role the actor does what the duty asks for, or null. */
  roleIn({ unitId, isVoid }: Assignment): string | null {
    return !isVoid && this.actor.is('unit_officer', unitId) ? 'unit_officer' : null;
  }

  /** In which role the actor answers a notice to this unit, or null. */
  answersFor(unitId: string): string | null {
    if (this.actor.is('unit_officer', unitId)) return 'unit_officer';
    return this.actor.is('unit_head', unitId) ? 'unit_head' : null;
  }

  sees(part: CasePart, record: HandlingCase): boolean {
    if (!mayRead(concernedIn(record), this.actor)) return false;
    if (part === 'contacts' || part === 'names') return true;
    return mayRead(this.officialsOf(record), this.actor);
  }

  /** The concerned without the proposers: opinions of other units and the letter are talk between offices. */
  private officialsOf(record: HandlingCase): string[] {
    const { congressId, congress } = record;
    return [`committee:${congressId}`, `supervisor:${congress.unitId}`, ...handlersOf(record), ...leadersOf(record)];
  }
}
