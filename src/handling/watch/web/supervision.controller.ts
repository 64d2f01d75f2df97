import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { Attachments, withFiles } from '../../../files/index.js';
import { type Actor, Clock, msg, newId } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import { CurrentActor, FormView, readForm, type Reply as Answer } from '../../../web/index.js';
import type { SupervisionLevel } from '../supervision-notice.entity.js';
import { Supervision } from '../supervision.service.js';
import { CaseDoor } from '../../case/web/case-door.js';
import { AnswerForm, NoticeForm, problemsOf, readAnswerDecision } from './supervision.form.js';
import { presentNotice, presentNoticeForm, presentNoticeLetter } from './supervision.presenter.js';

/** 督办单: issued, answered, decided on, printed. */
@Controller('cases/:ref/supervision')
export class SupervisionController {
  constructor(
    private readonly door: CaseDoor,
    private readonly supervision: Supervision,
    private readonly directory: Directory,
    private readonly attachments: Attachments,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async form(
    @Param('ref') ref: string,
    @Query('unit') unit: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const desk = await this.supervision.desk(await this.door.open('supervise', ref, actor));
    answer.view('supervision/new', presentNoticeForm(desk, null, unit));
  }

  @Post()
  async issue(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const record = await this.door.open('supervise', ref, actor);
    const form = readForm(NoticeForm, body);
    const desk = await this.supervision.desk(record);
    const problems = form.ok ? problemsOf(form.value, desk.notices, beijingDate(this.clock.now())) : form.errors;
    if (!form.ok || Object.keys(problems).length > 0) {
      const view = new FormView(form.ok ? { ...form.value } : form.typed, problems);
      return void answer.status(422).view('supervision/new', presentNoticeForm(desk, view));
    }
    const { id, unit: unitId, level, ...words } = form.value;
    const wish = { id: id || newId(), unitId, level: Number(level) as SupervisionLevel, ...words };
    await this.supervision.issue(ref, wish, actor);
    answer.done(`/cases/${ref}/supervision/${wish.id}`, msg('supervision.done.issued', { date: wish.answerBy }));
  }

  @Get(':id')
  async show(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    answer.view('supervision/show', await this.page(ref, id, actor));
  }

  @Get(':id/letter')
  @Render('cases/letter')
  async letter(@Param('ref') ref: string, @Param('id') id: string, @CurrentActor() actor: Actor): Promise<object> {
    const one = await this.supervision.find(ref, id, actor);
    const { leaderId } = one.record;
    const leader = leaderId === null ? '' : (await this.directory.person(leaderId)).name;
    return presentNoticeLetter(one, await this.directory.unit(one.notice.unitId), leader);
  }

  @Post(':id/answer')
  async answer(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    await this.supervision.find(ref, id, actor);
    const files = await this.attachments.read(body);
    const form = withFiles(readForm(AnswerForm, body), files);
    if (!form.ok) return this.refuse(answer, ref, id, actor, new FormView(form.typed, form.errors));
    const { id: paperId, text } = form.value;
    await this.supervision.answer(ref, id, { id: paperId || newId(), text }, actor, files);
    answer.done(`/cases/${ref}/supervision/${id}`, msg('supervision.done.answered'));
  }

  @Post(':id/decision')
  async decide(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    await this.supervision.find(ref, id, actor);
    const form = readAnswerDecision(body);
    if (!form.ok) return this.refuse(answer, ref, id, actor, new FormView(form.typed, form.errors));
    const decision = form.value.decision as 'accept' | 'refuse';
    await this.supervision.decide(ref, id, decision, form.value.note, actor);
    answer.done(`/cases/${ref}/supervision/${id}`, msg(`supervision.done.${decision}`));
  }

  private async refuse(answer: Answer, ref: string, id: string, actor: Actor, form: FormView): Promise<void> {
    answer.status(422).view('supervision/show', await this.page(ref, id, actor, form));
  }

  private async page(ref: string, id: string, actor: Actor, form = new FormView()): Promise<object> {
    const one = await this.supervision.find(ref, id, actor);
    return presentNotice(one, await this.directory.unit(one.notice.unitId), actor, form);
  }
}
