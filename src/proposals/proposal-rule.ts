import type { Rule } from '../kernel/index.js';
import type { Proposal } from './proposal.entity.js';

export type ProposalRule = Rule<Proposal>;

/** What the proposal of a delegation does without: nobody is invited, nobody joins. */
export const notCollective =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    proposal.kind === 'collective' ? null : rule(actor, proposal);

/** Only of what somebody else typed in, and once. */
export const onPaper =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    proposal.enteredBy === null || proposal.objection !== null ? null : rule(actor, proposal);

/** What came as a suggestion is passed on or declined, never filed. */
export const unlessSuggestion =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    proposal.handedInAs === 'suggestion' ? null : rule(actor, proposal);

export const passedUp =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    proposal.passedFrom === null ? null : rule(actor, proposal);
