import type { Audience } from '../kernel/index.js';
import type { CaseRecord } from './case-record.js';

export type CaseReaders = Pick<
  CaseRecord,
  'congressId' | 'congress' | 'parties' | 'assignments' | 'leadUnitId' | 'leaderId' | 'publishable' | 'confidential'
>;

/** Everybody who may know of the case. */
export function audienceOf(record: CaseReaders): Audience {
  const open = record.publishable && !record.confidential ? ['staff', 'public'] : [];
  return [...new Set([...concernedIn(record), ...open])];
}

/** Those whose business it is: they see contacts, opinions and the whole timeline. */
export function concernedIn(record: CaseReaders): Audience {
  const { congressId, congress, leadUnitId, leaderId } = record;
  return [
    `committee:${congressId}`,
    `supervisor:${congress.unitId}`,
    ...record.parties.map(({ staffId }) => `person:${staffId}`),
    ...handlersOf(record),
    ...(leadUnitId === null ? [] : [`leader:${leadUnitId}`]),
    ...(leaderId === null ? [] : [`person:${leaderId}`]),
  ];
}

/** Officers and heads of every unit that has a duty in the case. */
export function handlersOf({ assignments }: Pick<CaseReaders, 'assignments'>): Audience {
  const unitIds = assignments.filter(({ isVoid }) => !isVoid).map(({ unitId }) => unitId);
  return unitIds.flatMap((unitId) => [`unit_officer:${unitId}`, `unit_head:${unitId}`]);
}
