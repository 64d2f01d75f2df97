import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { Attachments, withFiles } from '../../../files/index.js';
import { type Actor, msg, newId } from '../../../kernel/index.js';
import { CurrentActor, type FormResult, FormView, readForm, type Reply as Answer } from '../../../web/index.js';
import { KeyCases } from '../key-cases.service.js';
import { KeyDesk } from '../key-desk.js';
import {
  DropForm,
  InstructionForm,
  MarkForm,
  MinutesForm,
  PlanForm,
  ReachForm,
  SpecialReportForm,
  UnmarkForm,
} from './key.form.js';
import { CaseDoor } from '../../case/web/case-door.js';
import { type KeyForm, presentKeyForm } from './key-form.presenter.js';
import { formNamed, identified, proved, STEP, whole } from './key-reading.js';
import { presentKeyPage } from './key.presenter.js';

/** 重点提案: one page with everything that is done for it. */
@Controller('cases/:ref/key')
export class KeyController {
  constructor(
    private readonly door: CaseDoor,
    private readonly desk: KeyDesk,
    private readonly keys: KeyCases,
    private readonly attachments: Attachments,
  ) {}

  @Get()
  @Render('keycases/show')
  async show(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return presentKeyPage(await this.desk.open(ref, actor), actor);
  }

  @Get(':form')
  @Render('keycases/form')
  form(@Param('ref') ref: string, @Param('form') name: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.page(ref, formNamed(name, 'case'), null, actor);
  }

  @Get('milestones/:id/:form')
  @Render('keycases/form')
  milestoneForm(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Param('form') name: string,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return this.page(ref, formNamed(name, 'milestone'), id, actor);
  }

  @Post('mark')
  async mark(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() answer: Answer) {
    const form = await this.read({ which: 'mark' }, readForm(MarkForm, body), ref, actor, answer);
    if (form) await this.done(answer, ref, 'mark', this.keys.mark(ref, form.leader, form.reason, actor));
  }

  @Post('unmark')
  async unmark(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() answer: Answer) {
    const form = await this.read({ which: 'unmark' }, readForm(UnmarkForm, body), ref, actor, answer);
    if (form) await this.done(answer, ref, 'unmark', this.keys.unmark(ref, form.reason, actor));
  }

  @Post('plan')
  async plan(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() answer: Answer) {
    const form = await this.read({ which: 'plan' }, whole(readForm(PlanForm, body)), ref, actor, answer);
    if (!form) return;
    const { plan: text, id, title, dueOn, unit: unitId } = form;
    const milestone = title === '' ? null : { id: id || newId(), title, dueOn, unitId };
    await this.done(answer, ref, 'plan', this.keys.plan(ref, { text, milestone }, actor));
  }

  @Post('milestones/:id/evidence')
  async reach(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ) {
    const files = await this.attachments.read(body);
    const read = proved(withFiles(readForm(ReachForm, body), files), files);
    const form = await this.read({ which: 'evidence', id }, read, ref, actor, answer);
    if (form) await this.done(answer, ref, 'reach', this.keys.reach(ref, id, identified(form), actor, files));
  }

  @Post('milestones/:id/removal')
  async drop(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ) {
    const form = await this.read({ which: 'removal', id }, readForm(DropForm, body), ref, actor, answer);
    if (form) await this.done(answer, ref, 'drop', this.keys.dropMilestone(ref, id, form.reason, actor));
  }

  @Post('minutes')
  async minutes(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() answer: Answer) {
    const files = await this.attachments.read(body);
    const form = await this.read(
      { which: 'minutes' },
      withFiles(readForm(MinutesForm, body), files),
      ref,
      actor,
      answer,
    );
    if (form) await this.done(answer, ref, 'minutes', this.keys.keepMinutes(ref, identified(form), actor, files));
  }

  @Post('report')
  async report(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() answer: Answer) {
    const files = await this.attachments.read(body);
    const form = await this.read(
      { which: 'report' },
      withFiles(readForm(SpecialReportForm, body), files),
      ref,
      actor,
      answer,
    );
    if (form) await this.done(answer, ref, 'report', this.keys.reportSpecially(ref, identified(form), actor, files));
  }

  @Post('instruction')
  async instruct(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ) {
    const form = await this.read({ which: 'instruction' }, readForm(InstructionForm, body), ref, actor, answer);
    if (form) await this.done(answer, ref, 'instruction', this.keys.instruct(ref, identified(form), actor));
  }

  /** The value, or null when the form with what was typed has been sent. */
  private async read<T>(
    { which, id = null }: { which: KeyForm; id?: string | null },
    form: FormResult<T>,
    ref: string,
    actor: Actor,
    answer: Answer,
  ): Promise<T | null> {
    if (form.ok) return form.value;
    const view = new FormView(form.typed, form.errors);
    answer.status(422).view('keycases/form', await this.page(ref, which, id, actor, view));
    return null;
  }

  private async done(answer: Answer, ref: string, what: string, step: Promise<unknown>): Promise<void> {
    await step;
    answer.done(`/cases/${ref}/key`, msg(`keycases.done.${what}`));
  }

  /** Opened to those who may take the step, while it can be taken. */
  private async page(ref: string, which: KeyForm, id: string | null, actor: Actor, form: FormView | null = null) {
    await this.door.open(STEP[which], ref, actor);
    return presentKeyForm(await this.desk.open(ref, actor), which, id, form);
  }
}
