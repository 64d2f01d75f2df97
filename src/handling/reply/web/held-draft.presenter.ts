import { type Claim, type ClaimView, HeldByColleague, presentClaim } from '../../../claims/index.js';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import type { Assignment } from '../../duty/assignment.entity.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { ReplyChangedMeanwhile } from '../reply.errors.js';
import { crumbsOf, presentCaseFacts } from './reply-origins.js';
import type { ReplyView } from './reply-view.js';

/** Nothing was saved, because a colleague works on it or has written meanwhile; what was typed is on the page. */
export type DraftConflict = HeldByColleague | ReplyChangedMeanwhile;

export function isDraftConflict(error: unknown): error is DraftConflict {
  return error instanceof HeldByColleague || (error instanceof ReplyChangedMeanwhile && error.current !== null);
}

/** Who works on the draft, with the buttons to take it over or to give it back. */
export function presentDesk(claim: Claim | null, { ref }: HandlingCase, { id }: Assignment, actor: Actor) {
  return claim && presentClaim(claim, actor, `/cases/${ref}/desk/${id}`);
}

export function isOthers(claim: ClaimView | null): boolean {
  return claim !== null && !claim.isMine;
}

/** For `replies/held`: a colleague writes; what there is of it can be read. */
export function presentHeld(title: Message, record: HandlingCase, claim: ClaimView | null, draft: ReplyView | null) {
  return {
    pageTitle: title,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: record.title },
    claim,
    draft: draft !== null && draft.paragraphs.length > 0 ? draft : null,
    facts: { rows: presentCaseFacts(record) },
  };
}

/** For `replies/draft-conflict` and `replies/draft-actions`, over the page of a draft. `other` is what the colleague has saved. */
export function presentConflict(error: DraftConflict, seen: string, other: ReplyView | null): object {
  if (error instanceof HeldByColleague) {
    const conflict = { title: msg('replies.held.title'), text: error.explanation, other };
    return { conflict, claim: null, takesOver: true, hidden: [{ name: 'seen', value: seen }] };
  }
  const conflict = { title: msg('replies.conflict.title'), text: msg('replies.conflict.text'), other };
  return { conflict, hidden: [{ name: 'seen', value: error.current!.updatedAt.toISOString() }] };
}
