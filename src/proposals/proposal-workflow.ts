import { Workflow } from '../kernel/index.js';

export const PROPOSAL_STATUSES = [
  'draft',
  'seconding',
  'delegation_check',
  'submitted',
  'returned',
  'under_review',
  'referred',
  'filed',
  'merged',
  'converted',
  'declined',
  'passed_up',
  'withdrawn',
] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

const ALIVE = PROPOSAL_STATUSES.filter((status) => status !== 'withdrawn');

/** Every step of a proposal (domain.md §3.1), the side roads included. */
const STEPS = {
  edit: { from: ['draft', 'seconding', 'returned'], to: 'stay' },
  discard: { from: ['draft'], to: 'withdrawn' },
  start_seconding: { from: ['draft'], to: 'seconding' },
  invite: { from: ['seconding', 'returned'], to: 'stay' },
  cancel_invitation: { from: ['seconding', 'returned'], to: 'stay' },
  second: { from: ['seconding', 'returned'], to: 'stay' },
  decline_to_second: { from: ['seconding', 'returned'], to: 'stay' },
  invite_joint: { from: ['draft', 'seconding'], to: 'stay' },
  join: { from: ['draft', 'seconding'], to: 'stay' },
  leave: { from: ['draft', 'seconding'], to: 'stay' },
  record_presence: { from: ['seconding'], to: 'stay' },
  submit_suggestion: { from: ['draft', 'seconding'], to: 'submitted' },
  carry_over: { from: ['draft', 'seconding'], to: 'draft' },
  move_to_session: { from: ['draft'], to: 'stay' },
  take_over: { from: ALIVE, to: 'stay' },
  submit_for_check: { from: ['seconding'], to: 'delegation_check' },
  submit: { from: ['seconding'], to: 'submitted' },
  pass_check: { from: ['delegation_check'], to: 'submitted' },
  return_from_check: { from: ['delegation_check'], to: 'draft' },
  take_up: { from: ['submitted'], to: 'under_review' },
  return_for_completion: { from: ['submitted', 'under_review'], to: 'returned' },
  resubmit: { from: ['returned'], to: 'submitted' },
  extend_completion: { from: ['returned'], to: 'stay' },
  review_as_it_was: { from: ['returned'], to: 'under_review' },
  check_out: { from: ['submitted', 'under_review', 'referred', 'returned'], to: 'stay' },
  take_desk_over: { from: ['submitted', 'under_review', 'referred', 'returned'], to: 'stay' },
  ask_unit: { from: ['under_review', 'referred'], to: 'stay' },
  answer_unit: { from: ['under_review', 'referred'], to: 'stay' },
  assign_readers: { from: ['under_review'], to: 'stay' },
  release_reader: { from: ['under_review'], to: 'stay' },
  decide_confidentiality: { from: ['submitted', 'returned', 'under_review', 'referred'], to: 'stay' },
  recommend: { from: ['under_review'], to: 'stay' },
  prepare_decision: { from: ['under_review'], to: 'stay' },
  vote: { from: ['under_review'], to: 'stay' },
  deviate: { from: ['under_review', 'referred'], to: 'stay' },
  file: { from: ['under_review', 'referred'], to: 'filed' },
  convert: { from: ['under_review', 'referred'], to: 'converted' },
  decline: { from: ['under_review', 'referred'], to: 'declined' },
  split: { from: ['under_review'], to: 'filed' },
  merge: { from: ['under_review', 'filed', 'converted'], to: 'merged' },
  unmerge: { from: ['merged'], to: 'under_review' },
  refer: { from: ['under_review'], to: 'referred' },
  ask_second_look: { from: ['declined'], to: 'referred' },
  pass_up: { from: ['under_review'], to: 'passed_up' },
  receive: { from: ['draft'], to: 'submitted' },
  send_back: { from: ['submitted', 'under_review'], to: 'withdrawn' },
  come_back: { from: ['passed_up'], to: 'under_review' },
  withdraw: {
    from: [
      'draft',
      'seconding',
      'delegation_check',
      'submitted',
      'returned',
      'under_review',
      'filed',
      'merged',
      'converted',
    ],
    to: 'withdrawn',
  },
} as const;

export type ProposalAction = keyof typeof STEPS;

export const proposalWorkflow = new Workflow<ProposalStatus, ProposalAction>('proposal', PROPOSAL_STATUSES, STEPS);
