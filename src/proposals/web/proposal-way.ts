import { beijingDate } from '../../calendar/index.js';
import type { CaseSummary } from '../../handling/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { ProposalStatus } from '../proposal-workflow.js';
import type { Proposal } from '../proposal.entity.js';
import { wasSentBack } from '../upward/upward-steps.js';

type WayState = 'done' | 'current' | 'next' | 'skipped';

interface WayView {
  readonly steps: readonly { label: Message; date: string | null; state: WayState }[];
  readonly next: Message;
  readonly seal: Message | null;
}

const STEPS = ['submit', 'review', 'assign', 'handle', 'reply', 'rate', 'follow_up'] as const;

/** At which step of the way a proposal without a case stands; null when its way has ended. */
const STANDS_AT: Record<ProposalStatus, number | null> = {
  draft: 0,
  seconding: 0,
  delegation_check: 0,
  submitted: 1,
  returned: 0,
  under_review: 1,
  referred: 1,
  filed: 2,
  merged: 2,
  converted: 2,
  declined: null,
  passed_up: null,
  withdrawn: null,
};

/** 办理进程: the proposal's own part, then the way of its case. */
export function wayOf(proposal: Proposal, handled: CaseSummary | undefined, signing: Message | null = null): WayView {
  const submittedOn = proposal.submittedAt && beijingDate(proposal.submittedAt);
  if (handled) {
    const [first, ...rest] = handled.way.steps;
    return { ...handled.way, steps: [{ ...first!, date: submittedOn }, ...rest] };
  }
  const at = STANDS_AT[proposal.status];
  const dates = [submittedOn, proposal.decidedAt && beijingDate(proposal.decidedAt)];
  return {
    steps: STEPS.map((name, place) => ({
      label: msg(`proposals.way.${name}`),
      date: place < (at ?? 2) ? (dates[place] ?? null) : place === 1 && at === 1 ? proposal.reviewBy : null,
      state: stateOf(place, at, proposal),
    })),
    next: signing ?? nextFor(proposal),
    seal: at === null ? sealOf(proposal) : null,
  };
}

function sealOf(proposal: Proposal): Message {
  return wasSentBack(proposal) ? msg('passing.seal.sentBack') : msg(`proposals.seal.${proposal.status}`);
}

/** Who must act by when, as one sentence. */
export function nextFor(proposal: Proposal): Message {
  const { status, kind, handedInAs, reviewBy, completeBy, checkNote } = proposal;
  if (wasSentBack(proposal)) return msg('passing.next.sentBack');
  if (status === 'draft' && handedInAs === 'suggestion') return msg('light.next');
  if (status === 'draft' && checkNote !== null) return msg('signing.next.givenBack');
  if (status === 'seconding' && kind === 'collective') return msg('filing.next.agreeing');
  if (status === 'returned' && completeBy !== null) return msg('completion.next', { date: completeBy });
  return msg(`proposals.next.${status}`, { date: reviewBy ?? '' });
}

function stateOf(place: number, at: number | null, { submittedAt, decidedAt }: Proposal): WayState {
  if (at !== null) return place < at ? 'done' : place === at ? 'current' : 'next';
  const reached = decidedAt ? 2 : submittedAt ? 1 : 0;
  return place < reached ? 'done' : 'skipped';
}
