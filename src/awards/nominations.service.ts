import { Injectable } from '@nestjs/common';
import { beijingDate } from '../calendar/index.js';
import { Congresses } from '../congress/index.js';
import { type Actor, isId, newId, type Transaction } from '../kernel/index.js';
import { FiledProposals, type FiledProposal } from '../proposals/index.js';
import { AwardNomination } from './award-rows.entity.js';
import { AwardSteps } from './award-steps.js';
import { CandidateNotFound, NominationsUsedUp } from './award.errors.js';

/** 推荐优秀提案, by the head or a deputy of a delegation. */
@Injectable()
export class Nominations {
  constructor(
    private readonly steps: AwardSteps,
    private readonly proposals: FiledProposals,
    private readonly congresses: Congresses,
  ) {}

  /** The same proposal again changes nothing. */
  nominate(code: string, { ref, reason }: { ref: string; reason: string }, actor: Actor): Promise<void> {
    return this.steps.perform('nominate', code, actor, async ({ round, session, as, tx }) => {
      const delegationId = await this.delegationOf(session.termId, actor, tx);
      as({ delegationId });
      const proposal = await this.filed(ref, session.id, actor, tx);
      const act = as({ delegationId, proposal });
      round.requireInTime('nominate', beijingDate(act.at));
      const held = await tx.findBy(AwardNomination, { sessionId: session.id, delegationId });
      if (!round.isDecided && held.some(({ proposalId }) => proposalId === proposal.id)) return null;
      const data = { delegationId, proposalId: proposal.id, proposalRef: proposal.ref };
      const event = round.take('nominate', act, data, reason);
      const max = session.settings.awardNominations;
      if (held.length >= max) throw new NominationsUsedUp(max);
      const who = { nominatedBy: actor.staffId!, nominatedAt: act.at };
      const key = { id: newId(), sessionId: session.id, delegationId, proposalId: proposal.id };
      await tx.insert(AwardNomination, { ...key, reason, ...who });
      return event;
    });
  }

  /** Gives the place back. Scores that were given stay, should it be nominated again. */
  withdraw(code: string, id: string, actor: Actor): Promise<void> {
    return this.steps.perform('withdraw_nomination', code, actor, async ({ round, session, as, tx }) => {
      const found = isId(id) ? await tx.findOneBy(AwardNomination, { id, sessionId: session.id }) : null;
      const delegationId = found?.delegationId ?? (await this.delegationOf(session.termId, actor, tx));
      const act = as({ delegationId });
      if (!found) return null;
      const event = round.take('withdraw_nomination', act, { delegationId, proposalId: found.proposalId });
      await tx.delete(AwardNomination, { id });
      return event;
    });
  }

  /** The delegation of the term for which somebody speaks; none for everybody else. */
  async delegationOf(termId: string, actor: Actor, tx?: Transaction): Promise<string | undefined> {
    const delegations = await this.congresses.delegations(termId, tx);
    const posts = ['delegation_head', 'delegation_deputy'];
    return delegations.find(({ id }) => posts.some((post) => actor.is(post, id)))?.id;
  }

  private async filed(ref: string, sessionId: string, actor: Actor, tx: Transaction): Promise<FiledProposal> {
    const [proposal] = await this.proposals.byRefs([ref], actor, tx);
    if (proposal?.sessionId !== sessionId) throw new CandidateNotFound();
    return proposal;
  }
}
