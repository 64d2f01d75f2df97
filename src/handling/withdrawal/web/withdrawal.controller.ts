import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, type Reply } from '../../../web/index.js';
import { WithdrawalRequestNotFound } from '../../case/case.errors.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { WithdrawalRequest } from '../withdrawal-request.entity.js';
import { Withdrawals } from '../withdrawals.service.js';
import { CaseDoor } from '../../case/web/case-door.js';
import { readDecision } from './withdrawal.form.js';
import { presentDecision } from './withdrawal.presenter.js';

/** 申请撤案, decided by the committee's chair. */
@Controller('cases/:ref/withdrawal/decision')
export class WithdrawalController {
  constructor(
    private readonly door: CaseDoor,
    private readonly withdrawals: Withdrawals,
  ) {}

  @Get()
  async show(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const { record, request } = await this.asked(ref, actor);
    reply.view('cases/withdrawal-decision', presentDecision(record, request, new FormView()));
  }

  @Post()
  async decide(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const form = readDecision(body);
    if (!form.ok) {
      const { record, request } = await this.asked(ref, actor);
      const model = presentDecision(record, request, new FormView(form.typed, form.errors));
      return void reply.status(422).view('cases/withdrawal-decision', model);
    }
    const { request, decision, note } = form.value;
    const decide = decision === 'grant' ? 'grant' : 'refuse';
    await this.withdrawals[decide](ref, request, note, actor);
    reply.done(`/cases/${ref}`, msg(`withdrawal.done.${decide}`));
  }

  private async asked(ref: string, actor: Actor): Promise<{ record: HandlingCase; request: WithdrawalRequest }> {
    const record = await this.door.open('refuse_withdrawal', ref, actor);
    const request = await this.withdrawals.pending(record);
    if (!request) throw new WithdrawalRequestNotFound();
    return { record, request };
  }
}
