import { beijingDate } from '../../calendar/index.js';
import type { Act, NewEvent } from '../../kernel/index.js';
import type { Change } from '../step-change.js';
import { keyWordsOf } from '../writing/key-words.js';
import type { Circumstances } from '../proposal-conditions.js';
import { isSameText, textIn } from '../writing/proposal-text.js';
import { proposalWorkflow } from '../proposal-workflow.js';
import { versionOf } from '../writing/text-versions.js';
import type { Proposal } from '../proposal.entity.js';
import { NotALaterDay } from './review.errors.js';

/** 退回补正: from now on the author's clock runs; the text as it is now can be taken up again. */
export function returnForCompletion(proposal: Proposal, note: string, completeBy: string, deed: Act): NewEvent {
  const change = { returnNote: note, completeBy, returnedText: textIn(proposal), unfinishedText: null };
  return proposal.record('return_for_completion', deed, { completeBy }, note, change);
}

/** 延长补正期限, also when it has passed. */
export function extendCompletion(proposal: Proposal, completeBy: string, note: string, deed: Act): NewEvent {
  proposalWorkflow.statusAfter('extend_completion', proposal.status);
  const today = beijingDate(deed.at);
  if (completeBy < today || completeBy <= (proposal.completeBy ?? '')) throw new NotALaterDay();
  return proposal.record('extend_completion', deed, { completeBy }, note, { completeBy });
}

/** 按原文继续审查: what the author had changed meanwhile is kept for the author. */
export function reviewAsItWas(
  proposal: Proposal,
  note: string,
  reviewBy: string,
  deed: Act,
  circumstances: Circumstances,
): NewEvent {
  proposal.require('review_as_it_was', circumstances);
  const change = { reviewBy, completeBy: null, ...restored(proposal) };
  return proposal.record('review_as_it_was', deed, { reviewBy }, note, change);
}

export function isOverdue({ status, completeBy }: Pick<Proposal, 'status' | 'completeBy'>, today: string): boolean {
  return status === 'returned' && completeBy !== null && completeBy < today;
}

function restored(proposal: Proposal): Change {
  const { returnedText } = proposal;
  if (returnedText === null || isSameText(proposal, returnedText)) return { unfinishedText: null };
  return {
    ...textIn(returnedText),
    keyWords: keyWordsOf(returnedText.title),
    textVersion: versionOf(returnedText, proposal),
    version: proposal.version + 1,
    unfinishedText: textIn(proposal),
  };
}
