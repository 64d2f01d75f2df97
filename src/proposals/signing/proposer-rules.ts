import type { Actor } from '../../kernel/index.js';
import type { ProposalRule } from '../proposal-rule.js';
import type { ProposalStatus } from '../proposal-workflow.js';
import type { Proposal } from '../proposal.entity.js';

const OVER: readonly ProposalStatus[] = ['declined', 'passed_up'];

/** Who speaks for a delegation; whoever follows them in the post takes over what they wrote. */
const delegationLeader: ProposalRule = (actor, { delegationId }) =>
  ['delegation_head', 'delegation_deputy'].find((post) => actor.is(post, delegationId)) ?? null;

export const author: ProposalRule = (actor, proposal) =>
  proposal.kind === 'collective'
    ? delegationLeader(actor, proposal)
    : actor.isPerson(proposal.spokenBy)
      ? proposal.speakerId === null
        ? 'author'
        : 'speaker'
      : null;

export const keepsPresence: ProposalRule = (actor, proposal) => {
  if (proposal.kind !== 'collective') return null;
  const isSecretary = actor.is('delegation_secretary', proposal.delegationId);
  return delegationLeader(actor, proposal) ?? (isSecretary ? 'delegation_secretary' : null);
};

/** A draft is thrown away; what was declined is at its end; twice is too late. Of a case, the case decides when it is too late. */
export const authorUnderWay: ProposalRule = (actor, proposal) =>
  OVER.includes(proposal.status) || proposal.status === 'draft' ? null : author(actor, proposal);

export const invitedSeconder: ProposalRule = (actor, proposal) => {
  const own = proposal.secondOf(actor.staffId);
  const isAsked = own && own.status !== 'cancelled' && proposal.isSeated(own.staffId);
  return isAsked && isDelegate(actor, proposal) ? 'delegate' : null;
};

export const namedJoint: ProposalRule = (actor, proposal) =>
  proposal.jointOf(actor.staffId)?.isNamed && isDelegate(actor, proposal) ? 'joint_proposer' : null;

export const jointOrAuthor: ProposalRule = (actor, proposal) =>
  proposal.jointOf(actor.staffId)?.isNamed ? 'joint_proposer' : author(actor, proposal);

/** Head or deputy of the author's delegation; never for the own proposal. */
export const checker: ProposalRule = (actor, proposal) =>
  proposal.isProposer(actor.staffId) ? null : delegationLeader(actor, proposal);

export const proposer: ProposalRule = (actor, proposal) =>
  author(actor, proposal) ?? (proposal.isProposer(actor.staffId) ? 'joint_proposer' : null);

function isDelegate(actor: Actor, proposal: Proposal): boolean {
  return actor.is('congress', proposal.congressId);
}
