import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Attachments, type SentFiles, withFiles } from '../../../files/index.js';
import { type Actor, msg, newId } from '../../../kernel/index.js';
import { CurrentActor, type FormResult, FormView, readForm, type Reply as Answer } from '../../../web/index.js';
import { Dossier } from '../../case/dossier.service.js';
import { Outcomes } from '../../rating/outcomes.service.js';
import { Promises } from '../promises.service.js';
import { ReplyReader } from '../../reply/reply-papers.service.js';
import { dutyNamed, type DutyPlace } from '../../duty/web/duty-address.js';
import { type FollowUpForm, presentFollowUp, type RefusedForm } from './follow-up.presenter.js';
import { ImplementationForm, PostponementForm, ProgressForm } from '../../rating/web/outcome.form.js';

@Controller('cases/:ref/follow-up')
export class FollowUpController {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly reader: ReplyReader,
    private readonly promises: Promises,
    private readonly dossier: Dossier,
    private readonly attachments: Attachments,
  ) {}

  @Get()
  @Render('replies/follow-up')
  show(@Param('ref') ref: string, @Query('duty') duty: unknown, @CurrentActor() actor: Actor): Promise<object> {
    return this.page({ ref, dutyId: dutyNamed(duty) }, actor);
  }

  @Post('progress')
  async report(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const at = { ref, dutyId: dutyNamed(duty) };
    const files = await this.attachments.read(body);
    const form = proved(withFiles(readForm(ProgressForm, body), files), files);
    if (!form.ok) return this.refuse(answer, at, actor, 'progress', form);
    const { id, percent, report, withoutFiles } = form.value;
    const progress = { id: id || newId(), text: report, percent: Number(percent), withoutFiles };
    await this.promises.report(ref, progress, actor, files, at.dutyId);
    answer.done(`/cases/${ref}/follow-up`, msg('replies.done.reported'));
  }

  @Post('postponement')
  async postpone(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const at = { ref, dutyId: dutyNamed(duty) };
    const form = readForm(PostponementForm, body);
    if (!form.ok) return this.refuse(answer, at, actor, 'postponement', form);
    const { until, reason } = form.value;
    await this.outcomes.slipPromise(ref, until, reason, actor, at.dutyId);
    answer.done(`/cases/${ref}/follow-up`, msg('replies.done.postponed', { date: until }));
  }

  @Post('implementation')
  async confirm(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const form = readForm(ImplementationForm, body);
    if (!form.ok) return this.refuse(answer, { ref, dutyId: null }, actor, 'implementation', form);
    await this.outcomes.confirmImplemented(ref, form.value.note, actor);
    answer.done(`/cases/${ref}`, msg('replies.done.implemented'));
  }

  private async refuse<T>(
    answer: Answer,
    at: DutyPlace,
    actor: Actor,
    which: FollowUpForm,
    form: FormResult<T>,
  ): Promise<void> {
    if (form.ok) return;
    const refused = { which, form: new FormView(form.typed, form.errors) };
    answer.status(422).view('replies/follow-up', await this.page(at, actor, refused));
  }

  private async page({ ref, dutyId }: DutyPlace, actor: Actor, refused: RefusedForm | null = null): Promise<object> {
    const record = await this.outcomes.followUpDesk(ref, actor);
    const [papers, events, reports] = await Promise.all([
      this.reader.of(record),
      this.reader.followUpOf(record),
      this.dossier.of(record, ['progress'], actor),
    ]);
    return presentFollowUp(record, { papers, events, reports, dutyId }, actor, refused);
  }
}

/** Evidence, or why there is none. */
function proved(form: FormResult<ProgressForm>, files: SentFiles): FormResult<ProgressForm> {
  if (!form.ok || files.uploads.length > 0 || form.value.withoutFiles !== '') return form;
  return { ok: false, typed: { ...form.value }, errors: { withoutFiles: msg('promises.missing.evidence') } };
}
