import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { msg } from '../../kernel/index.js';
import { FromAnywhere, Public, type Reply } from '../../web/index.js';
import { type Unsubscribable, type UnsubscribeLink, Unsubscribing } from '../unsubscribing.js';

/** The link of an optional mail. Looking at it changes nothing (mail programs look); mail programs send the form in our place. */
@Controller('unsubscribe/:staffId/:what/:signature')
@Public()
export class UnsubscribeController {
  constructor(private readonly unsubscribing: Unsubscribing) {}

  @Get()
  ask(@Param() link: UnsubscribeLink, @Res() reply: Reply): void {
    reply.view('notifications/unsubscribe', present(this.unsubscribing.read(link), addressOf(link)));
  }

  /** Answers with a page and not with another address: whoever sends the form for somebody does not follow. */
  @Post()
  @FromAnywhere()
  async unsubscribe(@Param() link: UnsubscribeLink, @Res() reply: Reply): Promise<void> {
    await this.unsubscribing.unsubscribe(link);
    reply.status(200).view('notifications/unsubscribe', present(this.unsubscribing.read(link), null));
  }
}

function present(what: Unsubscribable, action: string | null) {
  const topic = what === 'digest' ? '@notifications.unsubscribe.digest' : `@notifications.topics.${what}`;
  const name = action === null ? 'done' : 'ask';
  return {
    pageTitle: msg(`notifications.unsubscribe.${name}.title`),
    lead: msg(`notifications.unsubscribe.${name}.lead`, { topic }),
    action,
    settings: { href: '/me/messages/preferences', text: msg('notifications.settings'), tone: 'text' },
  };
}

function addressOf({ staffId, what, signature }: UnsubscribeLink): string {
  return `/unsubscribe/${staffId}/${what}/${signature}`;
}
