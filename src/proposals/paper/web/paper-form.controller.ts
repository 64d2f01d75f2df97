import { Controller, Get, Param, Query, Render, Req } from '@nestjs/common';
import type { Actor } from '../../../kernel/index.js';
import { CurrentActor, Public, type Request } from '../../../web/index.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';
import { presentPaperForm } from './paper-form.presenter.js';
import { ShowPages } from '../../web/show.pages.js';

/** 提案表: one proposal on paper. As readable as the proposal itself; `?variant=public` is what everybody may have. */
@Controller('proposals/:ref/form')
@Public()
export class PaperFormController {
  constructor(
    private readonly proposals: Proposals,
    private readonly shows: ShowPages,
  ) {}

  @Get()
  @Render('proposals/paper-form')
  async show(
    @Param('ref') ref: string,
    @Query('variant') variant: unknown,
    @CurrentActor() actor: Actor,
    @Req() { locale }: Request,
  ): Promise<object> {
    const proposal = await this.proposals.find(ref, actor);
    const around = await this.shows.around(proposal, actor, locale);
    return presentPaperForm(proposal, new ProposalPolicy(actor), around, variant === 'public');
  }
}
