import { Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, type Reply } from '../../../web/index.js';
import { Seconding } from '../../signing/seconding.service.js';
import { LatePages } from '../../late/web/late.pages.js';
import { SubmissionPages } from './submission.pages.js';

/** Handing in, and handing in again. */
@Controller('proposals/:ref')
export class SubmissionController {
  constructor(
    private readonly late: LatePages,
    private readonly seconding: Seconding,
    private readonly pages: SubmissionPages,
  ) {}

  @Post('submission')
  async submit(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    try {
      const proposal = await this.seconding.submit(ref, actor);
      if (proposal.serial === null)
        return reply.done(`/proposals/${proposal.ref}`, msg('filing.done.submittedForCheck'));
      return reply.done(`/proposals/${proposal.ref}/receipt`);
    } catch (error) {
      return this.late.instead(error, ref, actor, reply);
    }
  }

  @Get('receipt')
  @Render('proposals/receipt')
  receipt(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.receipt(ref, actor);
  }

  @Post('resubmission')
  async resubmit(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const proposal = await this.seconding.resubmit(ref, actor);
    return reply.done(`/proposals/${proposal.ref}`, msg('proposals.done.resubmitted'));
  }
}
