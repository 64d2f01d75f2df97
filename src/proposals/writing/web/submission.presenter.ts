import { type Message, msg } from '../../../kernel/index.js';
import { isCheckWanted } from '../../delegation/check-steps.js';
import type { Circumstances } from '../../proposal-conditions.js';
import type { ProposalAction } from '../../proposal-workflow.js';
import type { Proposal } from '../../proposal.entity.js';

interface SubmissionView {
  readonly action: string;
  readonly text: Message;
  readonly tone: 'primary';
  readonly missing: readonly Message[];
}

/** Handing in, or handing in again; to the delegation first where the session wants it. */
export function presentSubmission(proposal: Proposal, circumstances: Circumstances): SubmissionView {
  const action = actionFor(proposal, circumstances);
  return {
    action: `/proposals/${proposal.ref}/${action === 'resubmit' ? 'resubmission' : 'submission'}`,
    text: msg(`proposals.actions.${action}`),
    tone: 'primary',
    missing: proposal.missing(action, circumstances),
  };
}

function actionFor(proposal: Proposal, { session }: Circumstances): ProposalAction {
  if (proposal.status === 'returned') return 'resubmit';
  return isCheckWanted(proposal, session) ? 'submit_for_check' : 'submit';
}
