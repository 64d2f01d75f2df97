import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg, newId } from '../../../kernel/index.js';
import { CurrentActor, FormView, Line, readForm, Reference, type Reply, WholeNumber } from '../../../web/index.js';
import { DeclineReasonAdministration } from '../decline-reason-administration.js';
import { presentReason, presentReasons } from './decline-reasons.presenter.js';

const LIST = '/admin/decline-reasons';

class WordingForm {
  @Line({ label: 'declineReasons.zh', max: 100, required: true }) zh = '';
  @Line({ label: 'declineReasons.en', max: 200, required: true }) en = '';
}

class NewReasonForm extends WordingForm {
  @Reference({ label: 'declineReasons.zh', required: true }) id = '';
}

class MoveForm {
  @WholeNumber({ label: 'declineReasons.position', from: 1, to: 1000, required: true }) place = '';
}

/** The managed list of reasons for not filing. */
@Controller('admin/decline-reasons')
export class DeclineReasonsController {
  constructor(private readonly reasons: DeclineReasonAdministration) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    return this.show(new FormView({ id: newId() }), actor, reply);
  }

  @Post()
  async add(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const form = readForm(NewReasonForm, body);
    if (!form.ok) return this.show(new FormView(form.typed, form.errors), actor, reply.status(422));
    const { id, ...wording } = form.value;
    await this.reasons.add(id, wording, actor);
    return reply.done(LIST, msg('declineReasons.done.added'));
  }

  @Get(':code')
  async edit(@Param('code') code: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const reason = await this.reasons.find(code, actor);
    return reply.view('admin/decline-reason', presentReason(reason, new FormView({ zh: reason.zh, en: reason.en })));
  }

  @Post(':code')
  async reword(@Param('code') code: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const reason = await this.reasons.find(code, actor);
    const form = readForm(WordingForm, body);
    if (!form.ok) {
      const page = presentReason(reason, new FormView(form.typed, form.errors));
      return reply.status(422).view('admin/decline-reason', page);
    }
    await this.reasons.reword(code, form.value, actor);
    return reply.done(LIST, msg('declineReasons.done.reworded'));
  }

  @Post(':code/move')
  async move(@Param('code') code: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    await this.reasons.find(code, actor);
    const form = readForm(MoveForm, body);
    if (form.ok) await this.reasons.move(code, Number(form.value.place), actor);
    return reply.done(LIST);
  }

  @Post(':code/retirement')
  async retire(@Param('code') code: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    await this.reasons.retire(code, actor);
    return reply.done(LIST, msg('declineReasons.done.retired'));
  }

  @Post(':code/restoration')
  async restore(@Param('code') code: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    await this.reasons.restore(code, actor);
    return reply.done(LIST, msg('declineReasons.done.restored'));
  }

  @Post(':code/removal')
  async remove(@Param('code') code: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    await this.reasons.remove(code, actor);
    return reply.done(LIST, msg('declineReasons.done.removed'));
  }

  private async show(form: FormView, actor: Actor, reply: Reply): Promise<Reply> {
    return reply.view('admin/decline-reasons', presentReasons(await this.reasons.list(actor), form));
  }
}
