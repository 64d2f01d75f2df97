import type { SignaturePart } from './reply-signature.entity.js';
import type { ReplyAction, ReplyStatus } from './reply-workflow.js';

/** Which step of a reply each signature is. */
export const SIGNING: Record<SignaturePart, ReplyAction> = { head: 'sign_as_head', leader: 'sign_as_leader' };
export const SIGNING_FINALLY: Record<SignaturePart, ReplyAction> = {
  head: 'sign_as_head_finally',
  leader: 'sign_as_leader',
};
export const RETURNING: Record<SignaturePart, ReplyAction> = { head: 'return_by_head', leader: 'return_by_leader' };
export const WAITS_FOR: Record<ReplyStatus, SignaturePart | null> = {
  draft: null,
  at_head: 'head',
  at_leader: 'leader',
  signed: null,
};
