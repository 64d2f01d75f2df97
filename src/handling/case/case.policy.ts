import { type Actor, mayRead } from '../../kernel/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { concernedIn, handlersOf, keyLeaderOf, leadersOf } from './case-audience.js';
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
  keyLeader,
  leader,
  lightSecretary,
  leadOfficer,
  notOwn,
  officerOf,
  ofTheUnits,
  onceRated,
  onlyLead,
  outsideTheUnits,
  party,
  presidium,
  promisingHead,
  promisingOfficer,
  referee,
  secretary,
  separately,
} from './case-rules.js';
import { WAITS_FOR } from './case-waits.js';
import { type CaseAction, caseWorkflow } from './case-workflow.js';
import type { HandlingCase } from './handling-case.entity.js';

/** Who may take which step; the table is complete by its type. */
const RULES: Record<CaseAction, CaseRule> = {
  add_origin: anyOf(chair, presidium),
  remove_origin: anyOf(notOwn(chair), beforeAssignment(party)),
  absorb: chair,
  pass_up: notOwn(chair),
  assign: anyOf(chair, lightSecretary),
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
  take_desk_over: leadOfficer,
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
  report_progress: promisingOfficer,
  slip_promise: promisingHead,
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
  unmark_key: chair,
  plan_key: anyOf(leadOfficer, keyLeader, chair),
  reach_milestone: ofTheUnits,
  keep_minutes: anyOf(leadOfficer, keyLeader, secretary),
  report_specially: leadOfficer,
  instruct: anyOf(keyLeader, leader),
  publish: anyOf(chair, secretary),
  carry: follows,
  hand_over: follows,
  ask_withdrawal: party,
  refuse_withdrawal: notOwn(chair),
  lapse_withdrawal: follows,
  withdraw: anyOf(notOwn(chair), beforeAssignment(party)),
  recount: anyOf(chair, lightSecretary, follows),
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

  /** The duties for whose promise the actor speaks in this role. */
  promisesOf({ promising }: HandlingCase, role: 'unit_officer' | 'unit_head'): Assignment[] {
    return promising.filter(({ unitId }) => this.actor.is(role, unitId));
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

  /** In which role the actor ticks a milestone of this unit off, or null. */
  reaches(unitId: string, record: HandlingCase): string | null {
    return this.answersFor(unitId) ?? leadOfficer(this.actor, record);
  }

  sees(part: CasePart, record: HandlingCase): boolean {
    if (!mayRead(concernedIn(record), this.actor)) return false;
    if (part === 'contacts' || part === 'names') return true;
    return mayRead(this.officialsOf(record), this.actor);
  }

  /** The concerned without the proposers: opinions of other units and the letter are talk between offices. */
  private officialsOf(record: HandlingCase): string[] {
    const { congressId, congress } = record;
    return [
      `committee:${congressId}`,
      `supervisor:${congress.unitId}`,
      ...handlersOf(record),
      ...leadersOf(record),
      ...keyLeaderOf(record),
    ];
  }
}
