import { involves } from '../involvement.js';
import type { ProposalRule } from '../proposal-rule.js';
import type { ProposalStatus } from '../proposal-workflow.js';

const DECIDED: readonly ProposalStatus[] = ['filed', 'converted', 'declined'];

/** Whoever wrote or signed a proposal does not work on it for the committee. */
export const committee =
  (...roles: readonly string[]): ProposalRule =>
  (actor, proposal) =>
    involves(proposal, actor.staffId) ? null : (roles.find((role) => actor.is(role, proposal.congressId)) ?? null);

export const desk = committee('committee_secretary', 'committee_chair');
export const voter = committee('committee_member', 'committee_chair');

/** Whoever of the committee works on it, and the presidium once it was referred. */
export const atWork: ProposalRule = (actor, proposal) =>
  committee('committee_chair', 'committee_secretary', 'committee_member')(actor, proposal) ??
  (proposal.status === 'referred' ? committee('presidium')(actor, proposal) : null);

/** Decided by another record: a unit answers what it was asked. */
export const elsewhere: ProposalRule = () => null;

/** Who decides: the chair, or the presidium once it was referred. */
export const decider: ProposalRule = (actor, proposal) =>
  committee(proposal.status === 'referred' ? 'presidium' : 'committee_chair')(actor, proposal);

/** What the presidium has decided is no longer open to it: too late for a second click, not forbidden. */
export const orTooLate =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    rule(actor, proposal) ?? (DECIDED.includes(proposal.status) ? committee('presidium')(actor, proposal) : null);

/** Also a chair or secretary who has a part in it: handing the decision over is how one keeps out of it. */
export const handsOver: ProposalRule = (actor, proposal) =>
  ['committee_chair', 'committee_secretary'].find((role) => actor.is(role, proposal.congressId)) ?? null;

/** Dates move by the calendar, for whomever they are: the chair, or the program on the order of the administrator. */
export const recounts: ProposalRule = (actor, proposal) =>
  follows(actor, proposal) ?? (actor.is('committee_chair', proposal.congressId) ? 'committee_chair' : null);

/** Nobody's button: it follows from another step. */
export const follows: ProposalRule = (actor) => (actor.is('system') ? 'system' : null);
