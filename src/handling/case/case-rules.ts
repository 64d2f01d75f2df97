import type { Actor, Rule } from '../../kernel/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { leadUnitsOf } from './case-audience.js';
import type { HandlingCase } from './handling-case.entity.js';

/** Who somebody is to a case: the words of which the policy's table is made. */
export type CaseRule = Rule<HandlingCase>;

export const chair: CaseRule = (actor, { congressId }) =>
  actor.is('committee_chair', congressId) ? 'committee_chair' : null;
export const secretary: CaseRule = (actor, { congressId }) =>
  actor.is('committee_secretary', congressId) ? 'committee_secretary' : null;
/** 简易模式: without a committee chain the secretary assigns as well as the chair. */
export const lightSecretary: CaseRule = (actor, { congressId }) =>
  actor.is('light_secretary', congressId) ? 'committee_secretary' : null;
/** Of the leading unit; where several lead separately, of one of them: which one, the step asks again. */
const inLeadUnit =
  (role: 'unit_officer' | 'unit_head' | 'leader' | 'deputy_head' | 'deputy_leader'): CaseRule =>
  (actor, record) =>
    leadUnitsOf(record).some((unitId) => actor.is(role, unitId)) ? role : null;
export const leadOfficer = inLeadUnit('unit_officer');
export const leadHead = inLeadUnit('unit_head');
/** Of a unit that has promised something: where several lead separately, the others have nothing to report. */
const inPromisingUnit =
  (role: 'unit_officer' | 'unit_head'): CaseRule =>
  (actor, { promising }) =>
    promising.some(({ unitId }) => actor.is(role, unitId)) ? role : null;
export const promisingOfficer = inPromisingUnit('unit_officer');
export const promisingHead = inPromisingUnit('unit_head');
export const leader: CaseRule = (actor, record) =>
  actor.isPerson(record.leaderId) ? 'leader' : inLeadUnit('leader')(actor, record);
export const party: CaseRule = (actor, record) => (record.isParty(actor.staffId) ? 'party' : null);
/** Nobody's button: the step follows from another one (the last signature, the last rating) or from the calendar. */
export const follows: CaseRule = (actor) => (actor.is('system') ? 'system' : null);

export const anyOf =
  (...rules: CaseRule[]): CaseRule =>
  (actor, record) => {
    for (const rule of rules) {
      const role = rule(actor, record);
      if (role !== null) return role;
    }
    return null;
  };
/** Whoever gives the signature, or signs for them under a mandate; one's own role comes first. */
export const headSigner = anyOf(leadHead, inLeadUnit('deputy_head'));
export const leaderSigner = anyOf(leader, inLeadUnit('deputy_leader'), (actor, { leaderId }) =>
  actor.is('deputy_of', leaderId) ? 'deputy_leader' : null,
);
export const officerOf =
  (wanted: (assignment: Assignment) => boolean): CaseRule =>
  (actor, { assignments }) =>
    assignments.some((one) => wanted(one) && actor.is('unit_officer', one.unitId)) ? 'unit_officer' : null;

export const isAssisting = ({ part, isVoid }: Assignment) => part === 'assisting' && !isVoid;
export const isPart = ({ part, isVoid }: Assignment) => part === 'separate' && !isVoid;
export const onlyLead =
  (rule: CaseRule): CaseRule =>
  (actor, record) =>
    record.isSeparate ? null : rule(actor, record);
export const separately =
  (rule: CaseRule): CaseRule =>
  (actor, record) =>
    record.isSeparate ? rule(actor, record) : null;
export const beforeAssignment =
  (rule: CaseRule): CaseRule =>
  (actor, record) =>
    record.assignedAt === null ? rule(actor, record) : null;

/** Nobody decides about or writes for an own matter. */
export const notOwn =
  (rule: CaseRule): CaseRule =>
  (actor, record) =>
    record.isParty(actor.staffId) ? null : rule(actor, record);

/** Nobody who works in, or answers for, a unit that handles the case. */
export const outsideTheUnits =
  (rule: CaseRule): CaseRule =>
  (actor, record) =>
    record.assignments.some(({ unitId, isVoid }) => !isVoid && belongsTo(actor, unitId)) ? null : rule(actor, record);

const belongsTo = (actor: Actor, unitId: string) =>
  actor.unitId === unitId || ['unit_officer', 'unit_head', 'leader'].some((role) => actor.is(role, unitId));

/** Merges into a case what was referred to it. */
export const presidium: CaseRule = (actor, { congressId }) => (actor.is('presidium', congressId) ? 'presidium' : null);
/** After the last round: the presidium (nobody in an own matter) or the leader, to whom the chair referred it. */
export const referee: CaseRule = (actor, record) => {
  if (record.referredTo === 'leader') return leader(actor, record);
  const sits = record.referredTo === 'presidium' && actor.is('presidium', record.congressId);
  return sits && !record.isParty(actor.staffId) ? 'presidium' : null;
};
export const chairOrReferee: CaseRule = (actor, record) =>
  record.status === 'rated' || record.referredTo === null ? chair(actor, record) : referee(actor, record);
export const onceRated =
  (rule: CaseRule): CaseRule =>
  (actor, record) =>
    record.status === 'rated' || record.status === 'referred' ? rule(actor, record) : null;

/** Officer or head of any unit that has a duty; which paper is whose, the paper knows. */
export const ofTheUnits: CaseRule = (actor, { assignments }) => {
  const units = assignments.filter(({ isVoid }) => !isVoid).map(({ unitId }) => unitId);
  if (units.some((unitId) => actor.is('unit_officer', unitId))) return 'unit_officer';
  return units.some((unitId) => actor.is('unit_head', unitId)) ? 'unit_head' : null;
};

/** 领办领导: who leads the key proposal. */
export const keyLeader: CaseRule = (actor, { keyLeaderId }) => (actor.isPerson(keyLeaderId) ? 'leader' : null);
