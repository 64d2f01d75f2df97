import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, Prose, readForm, Reference, type Reply } from '../../../web/index.js';
import { InternalNotes } from '../internal-notes.service.js';
import { presentNotePage } from './internal-note.presenter.js';

class NoteForm {
  @Reference({ label: 'notes.text', required: true }) id = '';
  @Reference({ label: 'notes.owner', required: true }) owner = '';
  @Prose({ label: 'notes.text', max: 2000, required: true }) note = '';
}

/** 内部备注. */
@Controller('cases/:ref/notes')
export class InternalNoteController {
  constructor(private readonly notes: InternalNotes) {}

  @Get()
  @Render('cases/notes')
  async show(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return presentNotePage(await this.notes.desk(ref, actor));
  }

  @Post()
  async write(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const desk = await this.notes.desk(ref, actor);
    const form = readForm(NoteForm, body);
    if (!form.ok) {
      reply.status(422).view('cases/notes', presentNotePage(desk, new FormView(form.typed, form.errors)));
      return;
    }
    const { id, owner, note: text } = form.value;
    await this.notes.write(ref, { id, owner, text }, actor);
    reply.done(`/cases/${ref}#notes`, msg('notes.done'));
  }
}
