import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { Attachments, readScan, withFiles } from '../../../files/index.js';
import { type Actor, msg, newId } from '../../../kernel/index.js';
import { CurrentActor, type FieldErrors, FormView, readForm, type Reply, type Typed } from '../../../web/index.js';
import { PaperForms } from '../paper-forms.service.js';
import { ObjectionForm, PaperEntryForm } from './paper.form.js';
import { PaperReading } from './paper-reading.js';
import { PaperPages } from './paper.pages.js';

/** 纸质提案表: typed in by the secretary, answered by the author. */
@Controller()
export class PaperController {
  constructor(
    private readonly papers: PaperForms,
    private readonly pages: PaperPages,
    private readonly reading: PaperReading,
    private readonly attachments: Attachments,
  ) {}

  @Get('review/paper')
  @Render('review/paper')
  show(@CurrentActor() actor: Actor): Promise<object> {
    return this.pages.show(new FormView({ id: newId(), publish: 'yes', kind: 'individual' }), actor);
  }

  @Post('review/paper')
  async enter(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    await this.papers.session(actor);
    const files = readScan(await this.attachments.read(body), msg('paper.form.scanNeeded'));
    const form = withFiles(readForm(PaperEntryForm, body), files);
    if (!form.ok) return this.sendBack(form.typed, form.errors, actor, reply);
    const read = await this.reading.read(form.value, actor);
    if ('errors' in read) {
      const again = { files: msg('files.errors.chooseAgain') };
      return this.sendBack({ ...form.value } as unknown as Typed, { ...read.errors, ...again }, actor, reply);
    }
    const { serial } = await this.papers.enter(read.form, files.uploads[0]!, actor);
    return reply.done(`/review/${serial}`, msg('paper.form.done', { serial: serial! }));
  }

  @Get('proposals/:ref/objection')
  @Render('proposals/objection')
  askObjection(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.objection(ref, new FormView(), actor);
  }

  @Post('proposals/:ref/objection')
  async object(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(ObjectionForm, body);
    if (!form.ok) {
      const model = await this.pages.objection(ref, new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('proposals/objection', model);
    }
    await this.papers.object(ref, form.value.objection, actor);
    return reply.done(`/proposals/${ref}`, msg('paper.objection.done'));
  }

  private async sendBack(typed: Typed, errors: FieldErrors, actor: Actor, reply: Reply): Promise<Reply> {
    return reply.status(422).view('review/paper', await this.pages.show(new FormView(typed, errors), actor));
  }
}
