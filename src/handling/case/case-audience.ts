import type { Audience } from '../../kernel/index.js';
import { CASE_KIND } from './case-kind.js';
import type { CaseRecord } from './case-record.js';

export type CaseReaders = Pick<
  CaseRecord,
  | 'status'
  | 'kind'
  | 'congressId'
  | 'congress'
  | 'parties'
  | 'assignments'
  | 'leaderId'
  | 'keyLeaderId'
  | 'publishable'
  | 'confidential'
  | 'publishedAt'
>;

/** Everybody who may know of the case; what was withdrawn is no longer everybody's. */
export function audienceOf(record: CaseReaders): Audience {
  const open = isOpenToAll(record) && record.status !== 'withdrawn' ? ['staff', 'public'] : [];
  return [...new Set([...concernedIn(record), ...open])];
}

/** Whether it is for everybody: its authors agreed, nothing is confidential, and its kind is published (a letter once it was chosen). */
export function isOpenToAll(
  {
    kind,
    publishable,
    confidential,
    publishedAt,
  }: Pick<CaseReaders, 'kind' | 'publishable' | 'confidential' | 'publishedAt'>,
  isPublished = publishedAt !== null,
): boolean {
  const { published } = CASE_KIND[kind];
  return publishable && !confidential && (published === 'with_the_case' || (published === 'chosen' && isPublished));
}

/** Those whose business it is: they see contacts, opinions and the whole timeline. */
export function concernedIn(record: CaseReaders): Audience {
  const { congressId, congress } = record;
  return [
    `committee:${congressId}`,
    `supervisor:${congress.unitId}`,
    ...record.parties.map(({ staffId }) => `person:${staffId}`),
    ...handlersOf(record),
    ...leadersOf(record),
    ...keyLeaderOf(record),
  ];
}

/** 领办领导: whoever leads it as a key proposal. */
export function keyLeaderOf({ keyLeaderId }: Pick<CaseReaders, 'keyLeaderId'>): Audience {
  return keyLeaderId === null ? [] : [`person:${keyLeaderId}`];
}

/** The units that answer the case: one, or several separately. */
export function leadUnitsOf({ assignments }: Pick<CaseReaders, 'assignments'>): string[] {
  return assignments.filter(({ part, isVoid }) => part !== 'assisting' && !isVoid).map(({ unitId }) => unitId);
}

/** Whoever leads the leading units (or those named), the leader in charge, and those who sign for them. */
export function leadersOf(
  record: Pick<CaseReaders, 'assignments' | 'leaderId'>,
  unitIds: readonly string[] = leadUnitsOf(record),
): Audience {
  const { leaderId } = record;
  return [
    ...unitIds.flatMap((unitId) => [`leader:${unitId}`, `deputy_leader:${unitId}`]),
    ...(leaderId === null ? [] : [`person:${leaderId}`, `deputy_of:${leaderId}`]),
  ];
}

/** Head and officers of a unit, and whoever signs for the head. */
export function officeOf(unitId: string): Audience {
  return [`unit_officer:${unitId}`, `unit_head:${unitId}`, `deputy_head:${unitId}`];
}

/** Officers and heads of every unit that has a duty in the case. */
export function handlersOf({ assignments }: Pick<CaseReaders, 'assignments'>): Audience {
  const unitIds = assignments.filter(({ isVoid }) => !isVoid).map(({ unitId }) => unitId);
  return unitIds.flatMap(officeOf);
}
