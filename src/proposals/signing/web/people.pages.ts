import { Injectable } from '@nestjs/common';
import { Congresses } from '../../../congress/index.js';
import { type Actor, authorize, Clock } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import type { FormView } from '../../../web/index.js';
import { DelegateSearch } from '../delegate-search.js';
import type { Proposal } from '../../proposal.entity.js';
import type { ProposalAction } from '../../proposal-workflow.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';
import { presentJoint, presentParticipation } from './joint.presenter.js';
import { presentSecond, presentSeconders } from './seconding.presenter.js';

/** The models of the pages about joint proposers and seconders. */
@Injectable()
export class PeoplePages {
  constructor(
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly delegates: DelegateSearch,
    private readonly clock: Clock,
  ) {}

  async joint(ref: string, text: string, form: FormView, actor: Actor): Promise<object> {
    const proposal = await this.permitted('invite_joint', ref, actor);
    const { termId } = await this.congresses.session(proposal.sessionId);
    const found = await this.delegates.find(termId, text);
    return presentJoint(proposal, { people: await this.peopleOf(proposal), found, text }, form);
  }

  async participation(ref: string, actor: Actor): Promise<object> {
    const proposal = await this.permitted('join', ref, actor);
    return presentParticipation(proposal, await this.peopleOf(proposal), actor);
  }

  async seconders(ref: string, text: string, actor: Actor): Promise<object> {
    const proposal = await this.permitted('invite', ref, actor);
    const session = await this.congresses.session(proposal.sessionId);
    const found = await this.delegates.find(session.termId, text);
    const circumstances = { session, now: this.clock.now() };
    return presentSeconders(proposal, circumstances, { people: await this.peopleOf(proposal), found, text });
  }

  async second(ref: string, form: FormView, actor: Actor): Promise<object> {
    const proposal = await this.permitted('second', ref, actor);
    const session = await this.congresses.session(proposal.sessionId);
    const { status, textVersion } = proposal.secondOf(actor.staffId)!;
    const signed = status === 'seconded' ? await this.proposals.signedText(proposal.id, textVersion) : null;
    return presentSecond(
      proposal,
      { circumstances: { session, now: this.clock.now() }, people: await this.peopleOf(proposal), signed },
      form,
      actor,
    );
  }

  private async permitted(action: ProposalAction, ref: string, actor: Actor): Promise<Proposal> {
    const proposal = await this.proposals.find(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor(action, proposal), action);
    return proposal;
  }

  private peopleOf({ authorId, joints, seconds }: Proposal) {
    return this.directory.peopleById([authorId, ...[...joints, ...seconds].map(({ staffId }) => staffId)]);
  }
}
