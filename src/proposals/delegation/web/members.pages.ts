import { Injectable } from '@nestjs/common';
import { Congresses } from '../../../congress/index.js';
import { type Actor, authorize, Clock } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import { FormView } from '../../../web/index.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';
import { presentMembers } from './members.presenter.js';

@Injectable()
export class MembersPages {
  constructor(
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Without a form: as it was recorded last. */
  async members(ref: string, form: FormView | null, actor: Actor): Promise<object> {
    const proposal = await this.proposals.find(ref, actor);
    const policy = new ProposalPolicy(actor);
    authorize(policy.roleFor('record_presence', proposal), 'record_presence');
    const session = await this.congresses.session(proposal.sessionId);
    const members = await this.congresses.membersOf(proposal.delegationId!);
    const people = await this.directory.peopleById([
      proposal.authorId,
      ...members,
      ...proposal.seconds.map(({ staffId }) => staffId),
    ]);
    const recorded = new FormView({ present: proposal.presentMembers.map(({ staffId }) => staffId) });
    const around = { circumstances: { session, now: this.clock.now() }, members, people, form: form ?? recorded };
    return presentMembers(proposal, policy, around);
  }
}
