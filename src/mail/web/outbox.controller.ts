import { Controller, Get, Param, Query, Render, Req, Res } from '@nestjs/common';
import { isId, NotFound, pageRequest } from '../../kernel/index.js';
import { dateAndTime, Public, type Reply, type Request } from '../../web/index.js';
import { LetterWriter } from '../letter.js';
import { OutboxPages } from './outbox-pages.js';
import { presentMail, presentOutbox } from './outbox.presenter.js';

/** A mail program needs styles in the text itself; nothing else is allowed on that one page. */
const LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

@Controller('outbox')
@Public()
export class OutboxController {
  constructor(
    private readonly outbox: OutboxPages,
    private readonly letters: LetterWriter,
  ) {}

  @Get()
  @Render('outbox/index')
  async list(@Query() query: Record<string, unknown>): Promise<object> {
    const recipient = typeof query.to === 'string' ? query.to.trim().slice(0, 50) : '';
    const page = await this.outbox.list(recipient, pageRequest(query.page));
    return presentOutbox(page, await this.outbox.readers(page.items), recipient, this.letters);
  }

  @Get(':id')
  @Render('outbox/show')
  async show(@Param('id') id: string, @Req() request: Request): Promise<object> {
    const { mail, reader } = await this.find(id);
    const at = dateAndTime(mail.settledAt ?? mail.createdAt, request.locale);
    return presentMail(mail, reader, this.letters.parts(mail, reader), at);
  }

  @Get(':id/letter')
  async letter(@Param('id') id: string, @Res() reply: Reply): Promise<void> {
    const { mail, reader } = await this.find(id);
    await reply
      .header('content-security-policy', LETTER_POLICY)
      .type('text/html; charset=utf-8')
      .send(this.letters.write(mail, reader).html);
  }

  private find(id: string) {
    if (!isId(id)) throw new NotFound('mail');
    return this.outbox.find(id);
  }
}
