import { Injectable } from '@nestjs/common';
import { ArrayOverlap, DataSource } from 'typeorm';
import { type Actor, Clock, NotPermitted } from '../../kernel/index.js';
import { Directory, type Staff } from '../../organization/index.js';
import { CasesRepository } from '../case/cases.repository.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { InternalNote, type NoteOwner, noteOwners } from './internal-note.entity.js';

/** The notes of one owner, the oldest first. */
export interface NotePad {
  readonly owner: NoteOwner;
  readonly notes: readonly InternalNote[];
}

export interface NoteDesk {
  readonly record: HandlingCase;
  readonly pads: readonly NotePad[];
  readonly people: ReadonlyMap<string, Staff>;
}

export interface NewNote {
  readonly id: string;
  /** The id of the unit or of the congress in whose name it is written. */
  readonly owner: string;
  readonly text: string;
}

/** What a unit, or the committee, writes down for itself. */
@Injectable()
export class InternalNotes {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly cases: CasesRepository,
    private readonly directory: Directory,
  ) {}

  async desk(ref: string, actor: Actor): Promise<NoteDesk> {
    const desk = await this.of(await this.cases.findVisible(ref, actor), actor);
    if (desk.pads.length === 0) throw new NotPermitted('internal_note');
    return desk;
  }

  async of(record: HandlingCase, actor: Actor): Promise<NoteDesk> {
    const owners = noteOwners(record, actor);
    if (owners.length === 0) return { record, pads: [], people: new Map() };
    const notes = await this.db.manager.find(InternalNote, {
      where: { caseId: record.id, audience: ArrayOverlap([...actor.keys]) },
      order: { writtenAt: 'ASC', id: 'ASC' },
    });
    const pads = owners.map((owner) => ({ owner, notes: notes.filter((note) => note.belongsTo(owner)) }));
    return { record, pads, people: await this.directory.peopleById(notes.map(({ writtenBy }) => writtenBy)) };
  }

  /** A form that was sent twice writes one note. */
  async write(ref: string, { id, owner: ownerId, text }: NewNote, actor: Actor): Promise<void> {
    const record = await this.cases.findVisible(ref, actor);
    const owner = noteOwners(record, actor).find((one) => one.unitId === ownerId || one.congressId === ownerId);
    if (!owner) throw new NotPermitted('internal_note');
    const note = InternalNote.write(id, record, owner, text, actor, this.clock.now());
    await this.db.manager.createQueryBuilder().insert().into(InternalNote).values(note).orIgnore().execute();
  }
}
