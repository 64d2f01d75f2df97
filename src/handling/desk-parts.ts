import { DraftingDesk } from './drafting-desk.service.js';
import { HandedPapers } from './handed-papers.js';
import { InternalNote } from './internal-note.entity.js';
import { InternalNotes } from './internal-notes.service.js';
import { NoteDoor } from './note-door.js';
import { ReplyTemplate } from './reply-template.entity.js';
import { TemplateHandOver } from './template-hand-over.js';
import { ReplyTemplates } from './reply-templates.service.js';
import { DraftingDeskController } from './web/drafting-desk.controller.js';
import { InternalNoteController } from './web/internal-note.controller.js';
import { ReplyTemplateController } from './web/reply-template.controller.js';
import { TemplateChoice } from './web/template-choice.js';

/** What lies around the desk at which replies are written and signed: notes, templates. */
export const DESK_ENTITIES = [InternalNote, ReplyTemplate];
export const DESK_PROVIDERS = [
  DraftingDesk,
  HandedPapers,
  TemplateHandOver,
  InternalNotes,
  NoteDoor,
  ReplyTemplates,
  TemplateChoice,
];
export const DESK_CONTROLLERS = [DraftingDeskController, InternalNoteController, ReplyTemplateController];
