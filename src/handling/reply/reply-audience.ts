import type { Audience } from '../../kernel/index.js';
import { concernedIn, isOpenToAll, leadersOf, officeOf, type CaseReaders } from '../case/case-audience.js';
import type { ReplyStatus } from './reply-workflow.js';

/** Before the last signature a reply is the unit's own paper, and the leader's once it is on their desk. */
export function draftReaders(record: CaseReaders, unitId: string, status: ReplyStatus): Audience {
  const unit = officeOf(unitId);
  return status === 'at_leader' ? [...unit, ...leadersOf(record, [unitId])] : unit;
}

/** A signed reply goes to everybody concerned, to the staff when its authors agreed, to the public once it is published. */
export function replyReaders(record: CaseReaders, isPublished: boolean): Audience {
  const open = isOpenToAll(record, isPublished);
  return [...concernedIn(record), ...(open ? ['staff'] : []), ...(open && isPublished ? ['public'] : [])];
}

/** Kept versions are talk between offices: neither proposers nor anybody else reads how a text came about. */
export function versionReaders({ congressId, congress }: CaseReaders, unitId: string): Audience {
  return [...officeOf(unitId), `committee:${congressId}`, `supervisor:${congress.unitId}`];
}
