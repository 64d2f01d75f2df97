import { InternalNote } from './internal-note.entity.js';
import { InternalNotes } from './internal-notes.service.js';
import { NoteDoor } from './note-door.js';
import { InternalNoteController } from './web/internal-note.controller.js';

/** What lies around the desk at which replies are written and signed: notes, templates. */
export const DESK_ENTITIES = [InternalNote];
export const DESK_PROVIDERS = [InternalNotes, NoteDoor];
export const DESK_CONTROLLERS = [InternalNoteController];
