import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { CaseLookup, mayPassUp } from '../../../handling/index.js';
import { ActionNotAvailable, type Actor, authorize, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, Prose, readForm, type Reply } from '../../../web/index.js';
import { Passing } from '../passing.service.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import { Proposals } from '../../proposals.repository.js';

export class PassingForm {
  @Prose({ label: 'passing.reason', max: 1000, required: true }) reason = '';
}

const NOUN = { pass_up: 'upward', send_back: 'sending-back' } as const;
type Step = keyof typeof NOUN;

/** 提交上级教代会 and 退回下级: both with a reason that the other committee reads. */
@Controller('proposals/:ref')
export class PassingController {
  constructor(
    private readonly passing: Passing,
    private readonly proposals: Proposals,
    private readonly cases: CaseLookup,
  ) {}

  @Get('upward')
  askUp(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    return this.print('pass_up', ref, new FormView(), actor, reply);
  }

  @Post('upward')
  async passUp(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(PassingForm, body);
    if (!form.ok) return this.print('pass_up', ref, new FormView(form.typed, form.errors), actor, reply.status(422));
    const serial = await this.passing.passUp(ref, form.value.reason, actor);
    return void reply.done(`/proposals/${ref}`, msg('passing.done.pass_up', { serial }));
  }

  @Get('sending-back')
  askBack(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    return this.print('send_back', ref, new FormView(), actor, reply);
  }

  @Post('sending-back')
  async sendBack(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(PassingForm, body);
    if (!form.ok) return this.print('send_back', ref, new FormView(form.typed, form.errors), actor, reply.status(422));
    await this.passing.sendBack(ref, form.value.reason, actor);
    return void reply.done('/review', msg('passing.done.send_back', { ref }));
  }

  private async print(step: Step, ref: string, form: FormView, actor: Actor, reply: Reply): Promise<void> {
    const proposal = await this.proposals.find(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor(step, proposal), step);
    if (!proposalWorkflow.isAvailable(step, proposal.status))
      throw new ActionNotAvailable(`proposal.${step}`, proposal.status);
    const handled = (await this.cases.byOrigins([proposal.id])).get(proposal.id);
    if (step === 'pass_up' && handled && !mayPassUp(handled))
      throw new ActionNotAvailable('case.pass_up', handled.status);
    const title = msg(`passing.title.${step}`);
    reply.view('proposals/passing', {
      pageTitle: title,
      title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      proposalTitle: proposal.title,
      explained: msg(`passing.explained.${step}`),
      ends: handled ? msg('passing.explained.ends', { number: handled.number }) : null,
      action: `/proposals/${ref}/${NOUN[step]}`,
      submit: `passing.submit.${step}`,
      reason: form.field('reason'),
      back: `/proposals/${ref}`,
    });
  }
}
