import { Controller, Get, Param, Query, Render, Req } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';
import { Cached, CurrentActor, Public, type Request } from '../../web/index.js';
import { ListPages } from './list.pages.js';
import { MinePages } from '../writing/web/mine.pages.js';
import { ShowPages } from './show.pages.js';

/** Reading: the list of a session, one proposal, my own. */
@Controller('proposals')
export class ProposalsController {
  constructor(
    private readonly lists: ListPages,
    private readonly shows: ShowPages,
    private readonly own: MinePages,
  ) {}

  @Get()
  @Public()
  @Cached()
  @Render('proposals/index')
  list(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<object> {
    return this.lists.list(query, actor);
  }

  @Get('mine')
  @Render('proposals/mine')
  mine(@Query('show') shown: unknown, @CurrentActor() actor: Actor): Promise<object> {
    return shown === 'withdrawn' ? this.own.withdrawn(actor) : this.own.mine(actor);
  }

  @Get(':ref')
  @Public()
  @Cached()
  @Render('proposals/show')
  show(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Req() { locale }: Request): Promise<object> {
    return this.shows.show(ref, actor, locale);
  }
}
