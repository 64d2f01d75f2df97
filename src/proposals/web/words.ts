import { type Message, msg } from '../../kernel/index.js';
import type { Category } from '../../handling/index.js';
import type { ProposalKind } from '../proposal-kind.js';
import type { Proposal } from '../proposal.entity.js';
import type { ProposalStatus } from '../proposal-workflow.js';

export type Tone = 'neutral' | 'info' | 'wait' | 'good' | 'bad' | 'key';

export interface TagView {
  readonly tone: Tone;
  readonly text: Message;
}

const TONE: Record<ProposalStatus, Tone> = {
  draft: 'neutral',
  seconding: 'wait',
  delegation_check: 'wait',
  submitted: 'info',
  returned: 'wait',
  under_review: 'info',
  referred: 'info',
  filed: 'good',
  merged: 'good',
  converted: 'good',
  declined: 'neutral',
  passed_up: 'info',
  withdrawn: 'neutral',
};

/** The status as an adjective. */
export function statusTag(status: ProposalStatus, kind: ProposalKind = 'individual'): TagView {
  const isAgreeing = status === 'seconding' && kind === 'collective';
  return { tone: TONE[status], text: msg(isAgreeing ? 'filing.status.agreeing' : `proposals.status.${status}`) };
}

/** 联名, 集体; the usual kind needs no words in a list. */
export function kindTags(kind: ProposalKind): TagView[] {
  return kind === 'individual' ? [] : [{ tone: 'neutral', text: kindName(kind) }];
}

export function kindName(kind: ProposalKind): Message {
  return msg(`filing.kind.${kind}`);
}

export function categoryName(category: Category | null): Message | null {
  return category && msg(`proposals.category.${category}`);
}

/** What one must know of a proposal beside its status, the same on every page and in every list. */
export function marksOf(proposal: Proposal): TagView[] {
  const { kind, handedInAs, waitsForSession, confidentiality, enteredBy } = proposal;
  return [
    ...kindTags(kind),
    ...(enteredBy === null ? [] : [{ tone: 'neutral' as const, text: msg('paper.tag') }]),
    ...(confidentiality === 'asked' ? [{ tone: 'wait' as const, text: msg('secrecy.tag.asked') }] : []),
    ...(confidentiality === 'granted' ? [{ tone: 'key' as const, text: msg('secrecy.tag.granted') }] : []),
    ...(proposal.nameHidden ? [{ tone: 'neutral' as const, text: msg('secrecy.tag.hidden') }] : []),
    ...(handedInAs === 'proposal' ? [] : [{ tone: 'key' as const, text: msg(`late.tag.${handedInAs}`) }]),
    ...(waitsForSession ? [{ tone: 'wait' as const, text: msg('late.tag.waits') }] : []),
  ];
}
