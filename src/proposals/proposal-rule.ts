import type { Rule } from '../kernel/index.js';
import type { Proposal } from './proposal.entity.js';

export type ProposalRule = Rule<Proposal>;

/** What the proposal of a delegation does without: nobody is invited, nobody joins. */
export const notCollective =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    proposal.kind === 'collective' ? null : rule(actor, proposal);

/** Only of what somebody else typed in. */
export const onPaper =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    proposal.enteredBy === null ? null : rule(actor, proposal);

/** What came as a suggestion is passed on or declined, never filed. */
export const unlessSuggestion =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    proposal.handedInAs === 'suggestion' ? null : rule(actor, proposal);

/** A suggestion, by whoever works in the unit of the congress or below it. */
export const ofTheUnit =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    proposal.handedInAs === 'suggestion' && actor.is('member', proposal.congressUnitId) ? rule(actor, proposal) : null;

/** What was begun as a suggestion never goes the way of proposals. */
export const unlessBegunAsSuggestion =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    proposal.handedInAs === 'suggestion' && proposal.serial === null ? null : rule(actor, proposal);

export const passedUp =
  (rule: ProposalRule): ProposalRule =>
  (actor, proposal) =>
    proposal.passedFrom === null ? null : rule(actor, proposal);
