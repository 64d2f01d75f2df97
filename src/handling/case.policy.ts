import { type Actor, mayRead, type Rule } from '../kernel/index.js';
import type { Assignment } from './assignment.entity.js';
import { assignmentWorkflow } from './assignment-workflow.js';
import { concernedIn, handlersOf, leadersOf } from './case-audience.js';
import { type CaseAction, caseWorkflow } from './case-workflow.js';
import type { HandlingCase } from './handling-case.entity.js';

export type CaseRule = Rule<HandlingCase>;

const chair: CaseRule = (actor, { congressId }) => (actor.is('committee_chair', congressId) ? 'committee_chair' : null);
const secretary: CaseRule = (actor, { congressId }) =>
  actor.is('committee_secretary', congressId) ? 'committee_secretary' : null;
export const leadOfficer: CaseRule = (actor, { leadUnitId }) =>
  actor.is('unit_officer', leadUnitId) ? 'unit_officer' : null;
export const leadHead: CaseRule = (actor, { leadUnitId }) => (actor.is('unit_head', leadUnitId) ? 'unit_head' : null);
export const leader: CaseRule = (actor, { leadUnitId, leaderId }) =>
  actor.isPerson(leaderId) || actor.is('leader', leadUnitId) ? 'leader' : null;
const party: CaseRule = (actor, record) => (record.isParty(actor.staffId) ? 'party' : null);
/** Nobody's button: the step follows from another one (the last signature, the last rating) or from the calendar. */
const follows: CaseRule = (actor) => (actor.is('system') ? 'system' : null);

const anyOf =
  (...rules: CaseRule[]): CaseRule =>
  (actor, record) => {
    for (const rule of rules) {
      const role = rule(actor, record);
      if (role !== null) return role;
    }
    return null;
  };
const officerOf =
  (wanted: (assignment: Assignment) => boolean): CaseRule =>
  (actor, { assignments }) =>
    assignments.some((one) => wanted(one) && actor.is('unit_officer', one.unitId)) ? 'unit_officer' : null;

const isAssisting = ({ part, isVoid }: Assignment) => part === 'assisting' && !isVoid;
const mayAskReturn = ({ status }: Assignment) => assignmentWorkflow.isAvailable('ask_return', status);
const beforeAssignment =
  (rule: CaseRule): CaseRule =>
  (actor, record) =>
    record.assignedAt === null ? rule(actor, record) : null;

/** Nobody decides about or writes for an own matter. */
const notOwn =
  (rule: CaseRule): CaseRule =>
  (actor, record) =>
    record.isParty(actor.staffId) ? null : rule(actor, record);

/** Nobody who works in, or answers for, a unit that handles the case. */
const outsideTheUnits =
  (rule: CaseRule): CaseRule =>
  (actor, record) =>
    record.assignments.some(({ unitId, isVoid }) => !isVoid && belongsTo(actor, unitId)) ? null : rule(actor, record);

const belongsTo = (actor: Actor, unitId: string) =>
  actor.unitId === unitId || ['unit_officer', 'unit_head', 'leader'].some((role) => actor.is(role, unitId));

const onceRated =
  (rule: CaseRule): CaseRule =>
  (actor, record) =>
    record.status === 'rated' ? rule(actor, record) : null;

/** Who may take which step; the table is complete by its type. */
const RULES: Record<CaseAction, CaseRule> = {
  add_origin: chair,
  remove_origin: anyOf(notOwn(chair), beforeAssignment(party)),
  absorb: chair,
  assign: chair,
  sign_for: leadOfficer,
  sign_for_assisting: officerOf(isAssisting),
  ask_return: leadOfficer,
  refuse_return: chair,
  grant_return: chair,
  ask_return_assisting: officerOf(isAssisting),
  refuse_return_assisting: chair,
  grant_return_assisting: chair,
  reassign: chair,
  add_unit: chair,
  log_contact: leadOfficer,
  give_opinion: officerOf(isAssisting),
  override_opinion: chair,
  ask_extension: leadOfficer,
  grant_extension: chair,
  refuse_extension: chair,
  submit_reply: leadOfficer,
  recall_reply: leadOfficer,
  sign_reply: anyOf(leadHead, leader),
  return_reply: anyOf(leadHead, leader),
  issue_reply: follows,
  rate: party,
  rate_on_paper: notOwn(outsideTheUnits(secretary)),
  conclude: follows,
  start_follow_up: anyOf(follows, onceRated(chair)),
  find_dissatisfied: follows,
  order_second_handling: chair,
  conclude_with_explanation: chair,
  report_progress: leadOfficer,
  slip_promise: leadHead,
  confirm_implemented: anyOf(party, chair, secretary),
  reclassify: chair,
  supervise: anyOf(chair, secretary),
  mark_key: chair,
  amend_reply: leadHead,
  publish: anyOf(chair, secretary),
  carry: follows,
  ask_withdrawal: party,
  refuse_withdrawal: notOwn(chair),
  withdraw: anyOf(notOwn(chair), beforeAssignment(party)),
};

/** Steps that wait for something in particular besides the status of the case: a duty of one's own, an opinion still owed. */
const WAITS_FOR: Partial<Record<CaseAction, (record: HandlingCase, own: readonly Assignment[]) => boolean>> = {
  remove_origin: ({ origins }) => origins.length > 1,
  sign_for: (_, own) => own.some(({ part, status }) => part === 'lead' && status === 'to_sign'),
  sign_for_assisting: (_, own) => own.some(({ part, status }) => part === 'assisting' && status === 'to_sign'),
  give_opinion: (_, own) => own.some((one) => one.owesOpinion && one.status === 'in_handling'),
  ask_return: (record, own) => record.repliedAt === null && own.some((one) => !isAssisting(one) && mayAskReturn(one)),
  ask_return_assisting: (_, own) => own.some((one) => isAssisting(one) && mayAskReturn(one)),
  refuse_return_assisting: ({ assisting }) => assisting.some(({ status }) => status === 'return_pending'),
  grant_return_assisting: ({ assisting }) => assisting.some(({ status }) => status === 'return_pending'),
  ask_extension: ({ extendedUntil, extensionIsAsked }) => extendedUntil === null && !extensionIsAsked,
  grant_extension: ({ extensionIsAsked }) => extensionIsAsked,
  refuse_extension: ({ extensionIsAsked }) => extensionIsAsked,
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

  /** In which role the actor does what the duty asks for, or null. */
  roleIn({ unitId, isVoid }: Assignment): string | null {
    return !isVoid && this.actor.is('unit_officer', unitId) ? 'unit_officer' : null;
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
