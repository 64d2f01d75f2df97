import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type Actor, pageRequest } from '../../kernel/index.js';
import { Cached, CurrentActor, Public, type Reply } from '../../web/index.js';
import { Catalogue } from '../catalogue.js';
import { NOTICE_CATEGORIES } from '../notice-text.js';
import { type BoardFilter, NoticesRepository } from '../notices.repository.js';
import { NoticeFeed } from './notice-feed.js';
import { presentBoard } from './board.presenter.js';
import { NoticeNotFound } from '../notice.errors.js';
import { presentChanges } from './changes.presenter.js';
import { presentGone } from './gone.presenter.js';
import { NoticePages } from './notice-pages.js';
import { worksOnNotices } from './works-on-notices.js';

type Query = Readonly<Record<string, unknown>>;

/** 公开栏, for everybody. */
@Controller('notices')
@Public()
@Cached()
export class BoardController {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly catalogue: Catalogue,
    private readonly pages: NoticePages,
    private readonly feed: NoticeFeed,
  ) {}

  @Get()
  async list(@Query() query: Query, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const filter = filterOf(query);
    const [page, choices, itemTitle] = await Promise.all([
      this.notices.board(filter, actor, pageRequest(query.page)),
      this.notices.choices(actor),
      this.catalogue.titleOf(filter.item === '' ? null : Number(filter.item)),
    ]);
    reply.view('notices/index', presentBoard({ page, filter, ...choices, itemTitle, works: worksOnNotices(actor) }));
  }

  /** Public notices only, whoever asks: a feed is read by programs and passed on. */
  @Get('feed.atom')
  async sendFeed(@Query() query: Query, @Res() reply: Reply): Promise<void> {
    const feed = await this.feed.render(filterOf(query).category);
    reply.type('application/atom+xml; charset=utf-8').header('cache-control', 'public, no-cache').send(feed);
  }

  /** What the version changed, beside the one before it. */
  @Get(':ref/changes')
  async changes(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const notice = await this.notices.find(ref, actor);
    const { before } = await this.notices.neighbours(notice, actor);
    if (!before || notice.isGoneFor(actor)) throw new NoticeNotFound();
    reply.view('notices/changes', presentChanges(before, notice));
  }

  @Get(':ref')
  async show(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const notice = await this.notices.find(ref, actor);
    if (notice.isGoneFor(actor)) return void reply.status(410).view('notices/gone', presentGone(notice));
    if (ref !== notice.ref) {
      reply.redirect(`/notices/${notice.ref}`, 301);
      return;
    }
    reply.view('notices/show', await this.pages.show(notice, actor));
  }
}

function filterOf(query: Query): BoardFilter {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 100) : '');
  const known = (NOTICE_CATEGORIES as readonly string[]).includes(text('category'));
  const item = /^([1-9]|[1-4]\d|50)$/.test(text('item')) ? text('item') : '';
  return { category: known ? text('category') : '', unitId: text('unit'), year: text('year'), text: text('q'), item };
}
