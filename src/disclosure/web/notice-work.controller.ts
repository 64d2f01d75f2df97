import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Attachments, withFiles } from '../../files/index.js';
import { type Actor, authorize, isId, msg, newId, NotPermitted, pageRequest } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { NoticeDrafts } from '../notice-drafts.service.js';
import { NoticeChangedMeanwhile, NoticeNotFound } from '../notice.errors.js';
import { NoticePolicy } from '../notice.policy.js';
import { NoticesRepository, type WorkFilter } from '../notices.repository.js';
import { presentConflict, presentEdit } from './edit.presenter.js';
import { emptyTyped, NoticeDraftForm, NoticeForm, typedOf, writingOf } from './notice.form.js';
import { NoticePages } from './notice-pages.js';
import { presentWork, WORK_TABS } from './work.presenter.js';
import { worksOnNotices } from './works-on-notices.js';

type Fields = Readonly<Record<string, unknown>>;

/** Writing a notice, and the list of what is being written and approved. */
@Controller('notices')
export class NoticeWorkController {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly drafts: NoticeDrafts,
    private readonly attachments: Attachments,
    private readonly pages: NoticePages,
  ) {}

  @Get('work')
  async list(@Query() query: Fields, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    if (!worksOnNotices(actor)) throw new NotPermitted('notice.work');
    const filter = filterOf(query);
    const [page, waiting] = await Promise.all([
      this.notices.work(filter, actor, pageRequest(query.page)),
      this.notices.countWaiting(actor),
    ]);
    reply.view('notices/work', presentWork(page, filter, waiting, actor.is('publisher')));
  }

  @Get('new')
  async begin(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    if (!actor.is('publisher')) throw new NotPermitted('notice.draft');
    const unitId = actor.is('publisher', actor.unitId) ? actor.unitId! : actor.scopesOf('publisher')[0]!;
    const form = new FormView(emptyTyped(unitId));
    reply.view('notices/edit', presentEdit(await this.pages.edit(newId(), null, actor, form)));
  }

  @Get(':id/edit')
  async edit(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const notice = await this.notices.find(id, actor);
    const policy = new NoticePolicy(actor);
    authorize(policy.roleFor('edit', notice), 'edit');
    if (!policy.offers(notice).includes('edit')) return void reply.done(`/notices/${notice.ref}`);
    const form = new FormView(typedOf(notice.text));
    reply.view('notices/edit', presentEdit(await this.pages.edit(id, notice, actor, form)));
  }

  /** The address carries the id, a new draft's too: a second submit finds the first. */
  @Post(':id')
  async save(@Param('id') id: string, @Body() body: Fields, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    requireId(id);
    const files = await this.attachments.read(body);
    const form = withFiles(readForm(NoticeForm, body), files);
    if (!form.ok) return this.refuse(id, new FormView(form.typed, form.errors), actor, reply);
    try {
      await this.drafts.save(id, writingOf(form.value), actor, files);
    } catch (error) {
      if (!(error instanceof NoticeChangedMeanwhile)) throw error;
      return this.showConflict(id, new FormView({ ...form.value }), actor, reply);
    }
    if (body?.then === 'stay') return reply.done(`/notices/${id}/edit`, msg('disclosure.done.saved'));
    return reply.done(`/notices/${id}`, msg('disclosure.done.preview'));
  }

  @Post(':id/draft')
  async autosave(@Param('id') id: string, @Body() body: Fields, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    requireId(id);
    const form = readForm(NoticeDraftForm, body);
    if (!form.ok) return reply.status(422).send();
    await this.drafts.autosave(id, writingOf(form.value), actor);
    return reply.status(204).send();
  }

  @Post(':id/revision')
  async revise(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    requireId(id);
    const revision = await this.drafts.revise(id, actor);
    reply.done(`/notices/${revision.id}/edit`, msg('disclosure.done.revise'));
  }

  private async showConflict(id: string, form: FormView, actor: Actor, reply: Reply): Promise<void> {
    const notice = await this.notices.find(id, actor);
    const facts = await this.pages.edit(id, notice, actor, form);
    reply.status(409).view('notices/edit', presentConflict({ ...facts, notice }));
  }

  /** The form again, with what lies in the draft besides: only for those who write on it. */
  private async refuse(id: string, form: FormView, actor: Actor, reply: Reply): Promise<void> {
    const notice = (await this.notices.exists(id)) ? await this.notices.find(id, actor) : null;
    authorize(notice ? new NoticePolicy(actor).roleFor('edit', notice) : beginnerOf(actor), 'edit');
    reply.status(422).view('notices/edit', presentEdit(await this.pages.edit(id, notice, actor, form)));
  }
}

function beginnerOf(actor: Actor): string | null {
  return actor.is('publisher') ? 'publisher' : null;
}

function requireId(id: string): void {
  if (!isId(id)) throw new NoticeNotFound();
}

function filterOf(query: Fields): WorkFilter {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 100) : '');
  const tab = WORK_TABS.find((name) => name === query.tab) ?? 'waiting';
  return { tab, status: text('status'), text: text('q') };
}
