import { type Message, msg } from '../../kernel/index.js';
import type { Category } from '../../handling/index.js';
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
  withdrawn: 'neutral',
};

/** The status as an adjective. */
export function statusTag(status: ProposalStatus): TagView {
  return { tone: TONE[status], text: msg(`proposals.status.${status}`) };
}

export function categoryName(category: Category | null): Message | null {
  return category && msg(`proposals.category.${category}`);
}
