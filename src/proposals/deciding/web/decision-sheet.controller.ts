import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { CurrentActor, readForm, type Reply } from '../../../web/index.js';
import { NotDecidedTogether } from '../decision.errors.js';
import { DecisionDrafts } from '../decision-drafts.service.js';
import { SheetOrder } from '../sheet-order.service.js';
import { DecisionSheetPages } from './decision-sheet.pages.js';
import { chosenIn, placesIn, RemovalForm, SheetForm } from './decision-sheet.form.js';

/** 审定清单: what is prepared for the meeting, in order, and published in one act. */
@Controller('review/decisions')
export class DecisionSheetController {
  constructor(
    private readonly pages: DecisionSheetPages,
    private readonly drafts: DecisionDrafts,
    private readonly order: SheetOrder,
  ) {}

  @Get()
  async show(@Query('session') session: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    return reply.view('review/decisions', await this.pages.read(session, actor, reply.request.locale));
  }

  /** A typed order, or one row moved up or down; comes back to the same sheet. */
  @Post('order')
  async arrange(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const sheet = await this.pages.sheet((body as { session?: unknown } | undefined)?.session, actor);
    const form = readForm(SheetForm, body);
    const { up = '', down = '' } = form.ok ? form.value : {};
    const idOf = (ref: string) => sheet.rows.find(({ proposal }) => proposal.ref === ref)?.proposal.id;
    const places = new Map(
      [...placesIn(body)].flatMap(([ref, place]) => (idOf(ref) ? [[idOf(ref)!, place] as const] : [])),
    );
    const { congressId } = sheet.session.term;
    await this.order.arrange(congressId, sheet.session.id, { places, up: idOf(up), down: idOf(down) }, actor);
    return reply.done(sheet.address);
  }

  @Post('publication')
  async publish(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const sheet = await this.pages.sheet((body as { session?: unknown } | undefined)?.session, actor);
    const chosen = chosenIn(body);
    if (chosen.length === 0) return reply.done(sheet.address, msg('decisions.sheet.chooseSome'), 'info');
    try {
      const cases = await this.drafts.publish(chosen, actor);
      const n = chosen.length;
      if (cases.length === 0) return reply.done(sheet.address, msg('decisions.done.published', { n }));
      return reply.done('/board?state=open', msg('decisions.done.opened', { n, cases: cases.length }));
    } catch (error) {
      if (!(error instanceof NotDecidedTogether)) throw error;
      return this.refuse(error, sheet.session.code, actor, reply);
    }
  }

  @Post('removal')
  async remove(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const sheet = await this.pages.sheet((body as { session?: unknown } | undefined)?.session, actor);
    const form = readForm(RemovalForm, body);
    if (!form.ok) return reply.done(sheet.address, msg('decisions.sheet.chooseSome'), 'info');
    await this.drafts.discard(form.value.ref, actor);
    return reply.done(sheet.address, msg('decisions.done.removed', { ref: form.value.ref }));
  }

  private async refuse(error: NotDecidedTogether, session: string, actor: Actor, reply: Reply): Promise<Reply> {
    const refused = { ref: error.ref, reasons: error.details as Message[], explanation: error.explanation };
    const page = await this.pages.read(session, actor, reply.request.locale, refused);
    return reply.status(409).view('review/decisions', page);
  }
}
