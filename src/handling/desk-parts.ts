import { DraftingDesk } from './reply/drafting-desk.service.js';
import { HandedPapers } from './reply/handed-papers.js';
import { InternalNote } from './reply/internal-note.entity.js';
import { InternalNotes } from './reply/internal-notes.service.js';
import { NoteDoor } from './reply/note-door.js';
import { ReplyTemplate } from './reply/reply-template.entity.js';
import { TemplateHandOver } from './reply/template-hand-over.js';
import { ReplyTemplates } from './reply/reply-templates.service.js';
import { DraftingDeskController } from './reply/web/drafting-desk.controller.js';
import { InternalNoteController } from './reply/web/internal-note.controller.js';
import { ReplyTemplateController } from './reply/web/reply-template.controller.js';
import { TemplateChoice } from './reply/web/template-choice.js';

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
