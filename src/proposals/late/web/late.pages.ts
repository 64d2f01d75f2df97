import { Injectable } from '@nestjs/common';
import { Congresses, type CongressSession, sessionName } from '../../../congress/index.js';
import { type Actor, authorize, Clock, ConditionsMissing, type Message, msg } from '../../../kernel/index.js';
import { FormView, type Reply } from '../../../web/index.js';
import { isLate } from '../handed-in-as.js';
import { LateWays } from '../late-ways.service.js';
import type { Proposal } from '../../proposal.entity.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';
import { windowText } from '../../signing/web/filing-words.js';
import { LATE_WAYS } from '../../web/forms.js';

/** 征集时间已过: the text is kept, and its author chooses how it goes on. */
@Injectable()
export class LatePages {
  constructor(
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly ways: LateWays,
    private readonly clock: Clock,
  ) {}

  async show(ref: string, form: FormView, actor: Actor): Promise<object> {
    const proposal = await this.proposals.find(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor('carry_over', proposal), 'carry_over');
    proposalWorkflow.statusAfter('carry_over', proposal.status);
    const session = await this.congresses.session(proposal.sessionId);
    if (!isLate(session, this.clock.now())) throw new ConditionsMissing('carry_over', [msg('late.notLate')]);
    return this.present(proposal, session, form);
  }

  /** A step that came too late leads here instead of to a bare refusal. */
  async instead(error: unknown, ref: string, actor: Actor, reply: Reply): Promise<Reply> {
    if (!(error instanceof ConditionsMissing) || !error.missing.some(({ key }) => key === 'proposals.missing.window'))
      throw error;
    return reply.status(409).view('proposals/late', await this.show(ref, new FormView(), actor));
  }

  private async present(proposal: Proposal, session: CongressSession, form: FormView): Promise<object> {
    const next = await this.ways.sessionAfter(proposal.sessionId);
    const offered = LATE_WAYS.filter((way) => way !== 'between_sessions' || session.settings.betweenSessionFiling);
    const title = msg('late.title');
    return {
      pageTitle: title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      head: { title, lead: proposal.title || msg('proposals.untitled') },
      window: windowText({ session, now: this.clock.now() }) ?? msg('proposals.missing.window'),
      waiting: proposal.waitsForSession,
      missing: proposal.missing('submit_suggestion', { session, now: this.clock.now() }),
      action: `/proposals/${proposal.ref}/late`,
      way: form.choice(
        'way',
        offered.map((value) => ({ value, text: msg(`late.way.${value}`), hint: hintOf(value, next) })),
      ),
      edit: `/proposals/${proposal.ref}/draft`,
    };
  }
}

function hintOf(way: string, next: CongressSession | null): Message {
  if (way !== 'next_session') return msg(`late.hint.${way}`);
  return next ? msg('late.hint.next_session', sessionName(next).params) : msg('late.hint.no_session');
}
