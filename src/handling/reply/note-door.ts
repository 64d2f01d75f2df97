import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseSections } from '../case/case-sections.js';
import { InternalNotes } from './internal-notes.service.js';
import { presentNotePads } from './web/internal-note.presenter.js';

/** Puts the notes on the page of a case, for those whose notes they are. */
@Injectable()
export class NoteDoor implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly notes: InternalNotes,
  ) {}

  onModuleInit(): void {
    this.sections.add(async (record, actor) => {
      const desk = await this.notes.of(record, actor);
      return desk.pads.length === 0
        ? null
        : { template: 'cases/notes-section', model: presentNotePads(desk), doors: [] };
    });
  }
}
