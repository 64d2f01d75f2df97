import { type Actor, type Audience, mayRead } from '../kernel/index.js';
import {
  atWork,
  committee,
  decider,
  desk,
  elsewhere,
  follows,
  handsOver,
  orTooLate,
  recounts,
  voter,
} from './review/committee-rules.js';
import { involves } from './involvement.js';
import type { Proposal } from './proposal.entity.js';
import {
  notCollective,
  ofTheUnit,
  onPaper,
  passedUp,
  type ProposalRule,
  unlessBegunAsSuggestion,
  unlessSuggestion,
} from './proposal-rule.js';
import {
  author,
  authorUnderWay,
  checker,
  invitedSeconder,
  jointOrAuthor,
  keepsPresence,
  namedJoint,
  proposer,
} from './signing/proposer-rules.js';
import { isBehind } from './repeated-steps.js';
import { type ProposalAction, proposalWorkflow } from './proposal-workflow.js';

const RULES: Record<ProposalAction, ProposalRule> = {
  edit: author,
  discard: author,
  start_seconding: unlessBegunAsSuggestion(author),
  invite: notCollective(author),
  cancel_invitation: notCollective(author),
  second: invitedSeconder,
  decline_to_second: invitedSeconder,
  invite_joint: unlessBegunAsSuggestion(notCollective(author)),
  join: namedJoint,
  leave: notCollective(jointOrAuthor),
  record_presence: keepsPresence,
  take_over: follows,
  submit_for_check: notCollective(author),
  enter_paper: committee('committee_secretary'),
  object_to_paper: onPaper(author),
  suggest: ofTheUnit(author),
  submit_suggestion: unlessBegunAsSuggestion(notCollective(author)),
  carry_over: unlessBegunAsSuggestion(author),
  move_to_session: follows,
  submit: author,
  pass_check: checker,
  return_from_check: checker,
  take_up: desk,
  return_for_completion: desk,
  resubmit: author,
  extend_completion: desk,
  review_as_it_was: desk,
  check_out: atWork,
  take_desk_over: atWork,
  ask_unit: desk,
  answer_unit: elsewhere,
  assign_readers: desk,
  release_reader: desk,
  decide_confidentiality: committee('committee_chair'),
  recommend: voter,
  vote: voter,
  prepare_decision: desk,
  deviate: decider,
  file: unlessSuggestion(orTooLate(decider)),
  convert: orTooLate(decider),
  decline: orTooLate(decider),
  split: unlessSuggestion(orTooLate(decider)),
  merge: decider,
  unmerge: committee('committee_chair'),
  refer: handsOver,
  ask_second_look: proposer,
  pass_up: committee('committee_chair'),
  receive: follows,
  send_back: passedUp(committee('committee_chair', 'committee_secretary')),
  come_back: follows,
  withdraw: authorUnderWay,
  recount: recounts,
};

export class ProposalPolicy {
  constructor(private readonly actor: Actor) {}

  /** In which role the actor may do this; null when not. */
  roleFor(action: ProposalAction, proposal: Proposal): string | null {
    return RULES[action](this.actor, proposal);
  }

  permits(action: ProposalAction, proposal: Proposal): boolean {
    return this.roleFor(action, proposal) !== null;
  }

  /** Exactly the steps that this person may take now. */
  offers(proposal: Proposal): ProposalAction[] {
    const available = proposalWorkflow.availableFrom(proposal.status);
    return available.filter(
      (action) => this.permits(action, proposal) && !isBehind(action, proposal, this.actor.staffId),
    );
  }

  mayRead(proposal: Proposal): boolean {
    return mayRead(proposal.audience, this.actor);
  }

  /** Whether this person may follow the link to a record with this audience. */
  opens(audience: Audience): boolean {
    return mayRead(audience, this.actor);
  }

  isOfCommittee(proposal: Proposal): boolean {
    return this.actor.is('committee', proposal.congressId);
  }

  /** 隐名 hides the proposers from everybody whose work it is not and who did not sign. */
  knowsProposers(proposal: Proposal): boolean {
    const signed = proposal.secondOf(this.actor.staffId)?.status;
    return !proposal.nameHidden || signed === 'seconded' || signed === 'invited' || this.seesSeconders(proposal);
  }

  /** Names of seconders: the proposers, the committee, the supervisors, the delegation as long as it checks. */
  seesSeconders(proposal: Proposal): boolean {
    const isNear = proposal.isProposer(this.actor.staffId) || this.isOfCommittee(proposal);
    return isNear || this.supervises(proposal) || this.checks(proposal) || this.permits('record_presence', proposal);
  }

  /** What went on before submission, invitations and notes: only those whose work it is. */
  seesEverything(proposal: Proposal): boolean {
    return this.seesSeconders(proposal);
  }

  /** Readings, votes and what units answered the committee: its members without a part in it, and the presidium while it decides. */
  seesDeliberation(proposal: Proposal): boolean {
    if (isInvolved(this.actor, proposal)) return false;
    const roles = ['committee_chair', 'committee_member', 'committee_secretary'];
    const present = proposal.status === 'referred' ? [...roles, 'presidium'] : roles;
    return present.some((role) => this.actor.is(role, proposal.congressId));
  }

  /** What the proposers changed and did not hand in. */
  seesUnfinished(proposal: Proposal): boolean {
    return proposal.isProposer(this.actor.staffId);
  }

  /** Phone and mail of the proposers; the handling units find them on the page of the case. */
  seesContact(proposal: Proposal): boolean {
    return this.isOfCommittee(proposal);
  }

  private checks(proposal: Proposal): boolean {
    return proposal.status === 'delegation_check' && this.permits('pass_check', proposal);
  }

  private supervises(proposal: Proposal): boolean {
    return this.actor.is('supervisor', proposal.congressUnitId);
  }
}

export function isInvolved(actor: Actor, proposal: Proposal): boolean {
  return involves(proposal, actor.staffId);
}
