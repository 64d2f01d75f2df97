import { describe, expect, it } from '@jest/globals';
import { ActionNotAvailable } from '../../src/kernel/index.js';
import {
  PROPOSAL_STATUSES,
  type ProposalAction,
  type ProposalStatus,
  proposalWorkflow,
} from '../../src/proposals/index.js';

/** The drawing a second time: every line is one way, everything else is refused. */
const WAYS: Record<ProposalAction, Partial<Record<ProposalStatus, ProposalStatus>>> = {
  edit: { draft: 'draft', seconding: 'seconding', returned: 'returned' },
  discard: { draft: 'withdrawn' },
  start_seconding: { draft: 'seconding' },
  invite: { seconding: 'seconding', returned: 'returned' },
  cancel_invitation: { seconding: 'seconding', returned: 'returned' },
  second: { seconding: 'seconding', returned: 'returned' },
  decline_to_second: { seconding: 'seconding', returned: 'returned' },
  invite_joint: { draft: 'draft', seconding: 'seconding' },
  join: { draft: 'draft', seconding: 'seconding' },
  leave: { draft: 'draft', seconding: 'seconding' },
  record_presence: { seconding: 'seconding' },
  enter_paper: { draft: 'submitted' },
  object_to_paper: { submitted: 'submitted', under_review: 'under_review' },
  suggest: { draft: 'converted' },
  submit_suggestion: { draft: 'submitted', seconding: 'submitted' },
  carry_over: { draft: 'draft', seconding: 'draft' },
  move_to_session: { draft: 'draft' },
  take_over: Object.fromEntries(PROPOSAL_STATUSES.filter((one) => one !== 'withdrawn').map((one) => [one, one])),
  submit_for_check: { seconding: 'delegation_check' },
  submit: { seconding: 'submitted' },
  pass_check: { delegation_check: 'submitted' },
  return_from_check: { delegation_check: 'draft' },
  take_up: { submitted: 'under_review' },
  return_for_completion: { submitted: 'returned', under_review: 'returned' },
  resubmit: { returned: 'submitted' },
  extend_completion: { returned: 'returned' },
  review_as_it_was: { returned: 'under_review' },
  check_out: { submitted: 'submitted', under_review: 'under_review', referred: 'referred', returned: 'returned' },
  take_desk_over: { submitted: 'submitted', under_review: 'under_review', referred: 'referred', returned: 'returned' },
  ask_unit: { under_review: 'under_review', referred: 'referred' },
  answer_unit: { under_review: 'under_review', referred: 'referred' },
  assign_readers: { under_review: 'under_review' },
  release_reader: { under_review: 'under_review' },
  decide_confidentiality: {
    submitted: 'submitted',
    returned: 'returned',
    under_review: 'under_review',
    referred: 'referred',
  },
  recommend: { under_review: 'under_review' },
  prepare_decision: { under_review: 'under_review' },
  vote: { under_review: 'under_review' },
  deviate: { under_review: 'under_review', referred: 'referred', filed: 'filed', converted: 'converted' },
  file: { under_review: 'filed', referred: 'filed' },
  convert: { under_review: 'converted', referred: 'converted' },
  decline: { under_review: 'declined', referred: 'declined' },
  split: { under_review: 'filed', referred: 'filed' },
  merge: { under_review: 'merged', referred: 'merged', filed: 'merged', converted: 'merged' },
  unmerge: { merged: 'under_review' },
  refer: { under_review: 'referred' },
  ask_second_look: { declined: 'referred' },
  pass_up: { under_review: 'passed_up', filed: 'passed_up', converted: 'passed_up' },
  receive: { draft: 'submitted' },
  send_back: { submitted: 'withdrawn', under_review: 'withdrawn' },
  come_back: { passed_up: 'under_review' },
  recount: {
    submitted: 'submitted',
    under_review: 'under_review',
    referred: 'referred',
    returned: 'returned',
    declined: 'declined',
  },
  withdraw: {
    draft: 'withdrawn',
    seconding: 'withdrawn',
    delegation_check: 'withdrawn',
    submitted: 'withdrawn',
    returned: 'withdrawn',
    under_review: 'withdrawn',
    filed: 'withdrawn',
    merged: 'withdrawn',
    converted: 'withdrawn',
  },
};

const PAIRS = proposalWorkflow.actions.flatMap((action) =>
  PROPOSAL_STATUSES.map((status) => ({ action, status, to: WAYS[action][status] })),
);

describe('the way of a proposal', () => {
  it('has no step that is not drawn', () => {
    expect(proposalWorkflow.actions.toSorted()).toEqual(Object.keys(WAYS).toSorted());
  });

  it.each(PAIRS.filter(({ to }) => to))('goes by $action from $status to $to', ({ action, status, to }) => {
    expect(proposalWorkflow.statusAfter(action, status)).toBe(to);
  });

  it.each(PAIRS.filter(({ to }) => !to))('does not go by $action from $status', ({ action, status }) => {
    expect(() => proposalWorkflow.statusAfter(action, status)).toThrow(ActionNotAvailable);
  });
});
