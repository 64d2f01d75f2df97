import { Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type Actor, isId, msg, pageRequest } from '../../kernel/index.js';
import { CurrentActor, type Reply } from '../../web/index.js';
import { Inbox, MessageNotFound } from '../inbox.js';
import { presentInbox } from './messages.presenter.js';

@Controller('me/messages')
export class MessagesController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @Render('notifications/index')
  async list(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<object> {
    const onlyUnread = query.only === 'unread';
    const page = await this.inbox.list(actor, onlyUnread, pageRequest(query.page));
    return presentInbox(page, onlyUnread, await this.inbox.unread(actor));
  }

  @Post('read')
  async readAll(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    await this.inbox.readAll(actor);
    reply.done('/me/messages', msg('notifications.done.readAll'));
  }

  /** Where the mails lead: to the page in question, after sign-in. */
  @Get(':id')
  async open(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    if (!isId(id)) throw new MessageNotFound();
    reply.redirect(await this.inbox.open(id, actor), 303);
  }
}
