import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { Attachments, type SentFiles, withFiles } from '../../../files/index.js';
import { type Actor, Clock, msg } from '../../../kernel/index.js';
import {
  CurrentActor,
  type FormResult,
  FormView,
  readForm,
  type Reply as Answer,
  type Request,
} from '../../../web/index.js';
import { DraftingDesk } from '../drafting-desk.service.js';
import { type Desk, ReplyDrafts } from '../reply-drafts.service.js';
import { ReplyReader } from '../reply-papers.service.js';
import type { Reply } from '../reply.entity.js';
import { isAskedByScript } from '../../web/asked-by-script.js';
import { TemplateChoice } from './template-choice.js';
import { dutyNamed, type DutyPlace, queryOf } from '../../duty/web/duty-address.js';
import { complete, contentOf, ReplyForm, seenAt } from './reply.form.js';
import { presentDraftSides } from './draft-sides.presenter.js';
import { isDraftConflict, isOthers, presentDesk } from './held-draft.presenter.js';
import {
  type DraftPapers,
  presentDraft,
  presentDraftConflict,
  presentHeldReply,
  presentSubmitted,
} from './reply.presenter.js';

@Controller('cases/:ref/reply')
export class ReplyController {
  constructor(
    private readonly drafts: ReplyDrafts,
    private readonly drafting: DraftingDesk,
    private readonly reader: ReplyReader,
    private readonly attachments: Attachments,
    private readonly choice: TemplateChoice,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Query('template') offered: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const desk = await this.drafts.desk(ref, actor, dutyNamed(duty));
    if (isWritten(desk)) {
      answer.view('replies/submitted', presentSubmitted(desk, await this.reader.of(desk.record), actor));
      return;
    }
    this.drafts.requireOpen(desk);
    await this.drafting.open(desk.record, desk.duty, actor);
    const papers = await this.papersOf(desk, actor, offered);
    if (isOthers(papers.claim)) answer.view('replies/held', presentHeldReply(desk, papers));
    else answer.view('replies/draft', presentDraft(desk, papers, this.clock.now()));
  }

  /** Keeps the draft in whatever state it is; the script asks for it every few seconds. */
  @Post('draft')
  async save(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() answer: Answer,
  ): Promise<void> {
    const at = { ref, dutyId: dutyNamed(duty) };
    const files = await this.attachments.read(body);
    const form = withFiles(readForm(ReplyForm, body), files);
    const isScript = isAskedByScript(request);
    if (!form.ok) return isScript ? void answer.status(422).send() : this.refuse(answer, at, actor, form);
    if (form.value.takeover === 'yes') await this.drafting.takeOver(ref, at.dutyId, actor);
    if (!(await this.keep(at, form.value, files, actor, answer))) return;
    if (isScript) answer.status(204).send();
    else answer.done(addressOf(at), msg('replies.done.saved'));
  }

  /** Saves first, so that nothing typed is lost whatever is missing; then sends it to be signed. */
  @Post()
  async submit(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const at = { ref, dutyId: dutyNamed(duty) };
    const files = await this.attachments.read(body);
    const form = withFiles(readForm(ReplyForm, body), files);
    if (!form.ok) return this.refuse(answer, at, actor, form);
    if (await this.drafts.isSubmitted(ref, contentOf(form.value), actor, at.dutyId)) return this.submitted(answer, at);
    if (!(await this.keep(at, form.value, files, actor, answer))) return;
    const whole = complete(form, beijingDate(this.clock.now()));
    if (!whole.ok) return this.refuse(answer, at, actor, whole);
    await this.drafts.submit(ref, actor, at.dutyId);
    this.submitted(answer, at);
  }

  /** Fills an empty reply from a template of the unit; what was typed stays as it is. */
  @Post('template')
  async fill(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const files = await this.attachments.read(body);
    const form = withFiles(readForm(ReplyForm, body), files);
    const at = { ref, dutyId: dutyNamed(duty) };
    if (!form.ok) return this.refuse(answer, at, actor, form);
    const effect = await this.choice.apply(await this.drafts.desk(ref, actor, at.dutyId), form.value);
    if (await this.keep(at, effect.form, files, actor, answer)) answer.done(effect.address, effect.done);
  }

  @Post('recall')
  async recall(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const at = { ref, dutyId: dutyNamed(duty) };
    await this.drafts.recall(ref, actor, at.dutyId);
    answer.done(addressOf(at), msg('replies.done.recalled'));
  }

  /** True when it is kept; otherwise the page with both texts has been sent. */
  private async keep(at: DutyPlace, form: ReplyForm, files: SentFiles, actor: Actor, answer: Answer): Promise<boolean> {
    try {
      await this.drafts.save(at.ref, contentOf(form), seenAt(form), actor, files, at.dutyId);
      return true;
    } catch (error) {
      if (!isDraftConflict(error)) throw error;
      const desk = await this.drafts.desk(at.ref, actor, at.dutyId);
      const papers = await this.papersOf(desk, actor);
      const page = presentDraftConflict(desk, error, new FormView({ ...form }), papers, this.clock.now());
      answer.status(409).view('replies/draft', page);
      return false;
    }
  }

  private async refuse(answer: Answer, at: DutyPlace, actor: Actor, form: FormResult<ReplyForm>): Promise<void> {
    if (form.ok) return;
    const desk = await this.drafts.desk(at.ref, actor, at.dutyId);
    this.drafts.requireOpen(desk);
    const view = new FormView(form.typed, form.errors);
    answer
      .status(422)
      .view('replies/draft', presentDraft(desk, await this.papersOf(desk, actor), this.clock.now(), view));
  }

  private submitted(answer: Answer, at: DutyPlace): void {
    answer.done(addressOf(at), msg('replies.done.submitted'));
  }

  private async papersOf(desk: Desk, actor: Actor, offered?: unknown): Promise<DraftPapers> {
    const papers = await this.reader.of(desk.record);
    const files = papers.files.filter(({ ownerId }) => ownerId === desk.reply?.id);
    const templates = await this.choice.offers(desk, offered, actor);
    const claim = presentDesk(await this.drafting.of(desk.duty), desk.record, desk.duty, actor);
    return { files, templates, claim, sides: presentDraftSides(desk, papers, actor) };
  }
}

function addressOf({ ref, dutyId }: DutyPlace): string {
  return `/cases/${ref}/reply${queryOf(dutyId)}`;
}

/** On its way to be signed, or signed: to read, not to write. */
function isWritten(desk: Desk): desk is Desk & { reply: Reply } {
  return desk.reply !== null && desk.reply.status !== 'draft';
}
