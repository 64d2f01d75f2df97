import { type CaseSummary, isWithdrawable, mayPassUp } from '../../handling/index.js';
import { type Message, msg } from '../../kernel/index.js';
import { isLate } from '../late/handed-in-as.js';
import type { Circumstances } from '../proposal-conditions.js';
import type { ProposalAction } from '../proposal-workflow.js';
import type { Proposal } from '../proposal.entity.js';
import type { ProposalPolicy } from '../proposal.policy.js';
import { presentSubmission } from '../writing/web/submission.presenter.js';

interface StepView {
  readonly links: readonly { href: string; text: Message; tone: string }[];
  readonly buttons: readonly object[];
}

/** Steps that have a page of their own. */
const PAGES: Partial<Record<ProposalAction, { page: string; tone: string }>> = {
  start_seconding: { page: 'check', tone: 'primary' },
  resubmit: { page: 'check', tone: 'primary' },
  second: { page: 'second', tone: 'primary' },
  join: { page: 'participation', tone: 'primary' },
  pass_check: { page: 'delegation-check', tone: 'primary' },
  record_presence: { page: 'members', tone: 'primary' },
  invite: { page: 'seconders', tone: 'secondary' },
  pass_up: { page: 'upward', tone: 'text' },
  send_back: { page: 'sending-back', tone: 'text' },
  edit: { page: 'draft', tone: 'secondary' },
  invite_joint: { page: 'joint', tone: 'secondary' },
  ask_second_look: { page: 'second-look', tone: 'secondary' },
  object_to_paper: { page: 'objection', tone: 'secondary' },
  withdraw: { page: 'withdrawal', tone: 'text' },
  discard: { page: 'withdrawal', tone: 'text' },
};

const REVIEW: readonly ProposalAction[] = [
  'take_up',
  'return_for_completion',
  'file',
  'convert',
  'decline',
  'vote',
  'refer',
  'prepare_decision',
  'unmerge',
];

/** What this person may do now, most important first; a step that is not yet possible says what is missing. */
export function presentSteps(
  proposal: Proposal,
  policy: ProposalPolicy,
  circumstances: Circumstances & { readonly hasAbove?: boolean },
  handled?: CaseSummary,
): StepView {
  if (circumstances.session.isArchived() && proposal.serial !== null) return { links: [], buttons: [] };
  const offered = policy
    .offers(proposal)
    .filter((action) => action !== 'withdraw' || mayWithdraw(handled))
    .filter((action) => action !== 'pass_up' || (circumstances.hasAbove && (!handled || mayPassUp(handled))));
  const { ref } = proposal;
  const links = Object.entries(PAGES)
    .filter(([action]) => offered.includes(action as ProposalAction) && !isOver(action, proposal, circumstances))
    .map(([action, { page, tone }]) => ({
      href: `/proposals/${ref}/${page}`,
      text: msg(`proposals.actions.${action}`),
      tone,
    }));
  const review = offered.some((action) => REVIEW.includes(action))
    ? [{ href: `/review/${ref}`, text: msg('proposals.actions.review'), tone: 'primary' }]
    : [];
  const late =
    offered.includes('carry_over') && comesLate(proposal, circumstances)
      ? [
          {
            href: `/proposals/${ref}/late`,
            text: msg('late.open'),
            tone: goesOn(proposal, circumstances) ? 'text' : 'primary',
          },
        ]
      : [];
  return {
    links: [...review, ...links, ...late],
    buttons: offered.includes('submit') ? [presentSubmission(proposal, circumstances)] : [],
  };
}

/** What was handed to the delegation in time is in time. */
function comesLate({ checkRequestedAt }: Proposal, { session, now }: Circumstances): boolean {
  return isLate(session, checkRequestedAt ?? now);
}

/** Nothing has to be chosen: between the sessions it is handed in as usual. */
function goesOn({ status }: Proposal, { session }: Circumstances): boolean {
  return status === 'seconding' && session.settings.betweenSessionFiling;
}

/** Of a case that was replied to nothing is taken back. */
function mayWithdraw(handled: CaseSummary | undefined): boolean {
  return handled === undefined || isWithdrawable(handled);
}

/** A period that has passed leaves no button behind. */
function isOver(action: string, proposal: Proposal, circumstances: Circumstances): boolean {
  if (action === 'start_seconding') return comesLate(proposal, circumstances); // first the way on is chosen
  return action === 'ask_second_look' && proposal.missing(action, circumstances).length > 0;
}
