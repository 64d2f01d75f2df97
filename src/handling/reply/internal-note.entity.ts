import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor, Audience } from '../../kernel/index.js';
import type { HandlingCase } from '../case/handling-case.entity.js';

/** Whose note it is: one unit's, or the committee's. */
export interface NoteOwner {
  readonly unitId: string | null;
  readonly congressId: string | null;
}

/** 内部备注: of one unit or of the committee, read by nobody else, the leaders and the supervisor included. It leaves no event: it is no step of the case. */
@Entity('internal_note')
export class InternalNote implements NoteOwner {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('uuid', { nullable: true }) readonly unitId!: string | null;
  @Column('uuid', { nullable: true }) readonly congressId!: string | null;
  @Column('text') readonly text!: string;
  @Column('uuid') readonly writtenBy!: string;
  @Column('timestamptz') readonly writtenAt!: Date;
  @Column('text', { array: true }) readonly audience!: string[];

  static write(id: string, { id: caseId }: HandlingCase, owner: NoteOwner, text: string, by: Actor, at: Date) {
    const facts = { id, caseId, ...owner, text, writtenBy: by.staffId, writtenAt: at, audience: noteReaders(owner) };
    return Object.assign(new InternalNote(), facts);
  }

  belongsTo({ unitId, congressId }: NoteOwner): boolean {
    return this.unitId === unitId && this.congressId === congressId;
  }
}

/** The owners in whose name somebody reads and writes notes on a case. */
export function noteOwners({ assignments, congressId }: HandlingCase, actor: Actor): NoteOwner[] {
  const unitIds = assignments.filter(({ isVoid }) => !isVoid).map(({ unitId }) => unitId);
  const own = [...new Set(unitIds)].filter((id) => actor.is('unit_officer', id) || actor.is('unit_head', id));
  return [
    ...own.map((unitId) => ({ unitId, congressId: null })),
    ...(actor.is('committee', congressId) ? [{ unitId: null, congressId }] : []),
  ];
}

export function noteReaders({ unitId, congressId }: NoteOwner): Audience {
  return unitId === null ? [`committee:${congressId}`] : [`unit_officer:${unitId}`, `unit_head:${unitId}`];
}
