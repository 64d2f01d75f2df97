import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, authorize, msg, newId, NotFound } from '../../../kernel/index.js';
import { Directory, type Unit } from '../../../organization/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { TemplateNameTaken } from '../reply-template.errors.js';
import { keepsTemplates, ReplyTemplates } from '../reply-templates.service.js';
import { TemplateForm, wrongPlaceholder } from './reply-template.form.js';
import { presentTemplate, presentTemplates } from './reply-template.presenter.js';

/** 复文模板 of a unit: for its officers and heads. */
@Controller('units/:code/templates')
export class ReplyTemplateController {
  constructor(
    private readonly directory: Directory,
    private readonly templates: ReplyTemplates,
  ) {}

  @Get()
  async list(@Param('code') code: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const unit = await this.unit(code, actor);
    reply.view('templates/list', presentTemplates(unit, await this.templates.of(unit.id, actor)));
  }

  @Get('new')
  async blank(@Param('code') code: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const unit = await this.unit(code, actor);
    reply.view('templates/form', presentTemplate(unit, null, new FormView({ id: newId(), version: '0' })));
  }

  @Get(':id')
  async show(
    @Param('code') code: string,
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const unit = await this.unit(code, actor);
    const { name, text, version, ...template } = await this.templates.find(unit.id, id);
    const form = new FormView({ id, name, text, version: String(version) });
    reply.view('templates/form', presentTemplate(unit, template.retiredAt === null ? id : 'retired', form));
  }

  @Post()
  async write(
    @Param('code') code: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const unit = await this.unit(code, actor);
    const form = wrongPlaceholder(readForm(TemplateForm, body));
    const refuse = (status: number, view: FormView) =>
      void reply.status(status).view('templates/form', presentTemplate(unit, null, view));
    if (!form.ok) return refuse(422, new FormView(form.typed, form.errors));
    const { id, name, text, version } = form.value;
    try {
      await this.templates.write(unit.id, { id, name, text, version: Number(version) }, actor);
    } catch (error) {
      if (!(error instanceof TemplateNameTaken)) throw error;
      return refuse(422, new FormView({ ...form.value }, { name: msg('templates.nameTaken') }));
    }
    reply.done(`/units/${code}/templates`, msg('templates.done.written'));
  }

  @Post(':id/retirement')
  async retire(
    @Param('code') code: string,
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const unit = await this.unit(code, actor);
    await this.templates.retire(unit.id, id, actor);
    reply.done(`/units/${code}/templates`, msg('templates.done.retired'));
  }

  private async unit(code: string, actor: Actor): Promise<Unit> {
    const unit = (await this.directory.activeUnits()).find((one) => one.code === code);
    if (!unit) throw new NotFound('unit');
    authorize(keepsTemplates(actor, unit.id), 'reply_template');
    return unit;
  }
}
