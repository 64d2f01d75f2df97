import { Workflow } from '../../kernel/index.js';

export const REPLY_STATUSES = ['draft', 'at_head', 'at_leader', 'signed'] as const;
export type ReplyStatus = (typeof REPLY_STATUSES)[number];

/** The way of a reply through its signatures (domain.md §3.2). Where no leader signs, the head's signature is the last. */
const STEPS = {
  revise: { from: ['draft'], to: 'stay' },
  submit: { from: ['draft'], to: 'at_head' },
  recall: { from: ['at_head'], to: 'draft' },
  return_by_head: { from: ['at_head'], to: 'draft' },
  sign_as_head: { from: ['at_head'], to: 'at_leader' },
  sign_as_head_finally: { from: ['at_head'], to: 'signed' },
  return_by_leader: { from: ['at_leader'], to: 'draft' },
  sign_as_leader: { from: ['at_leader'], to: 'signed' },
} as const;

export type ReplyAction = keyof typeof STEPS;

export const replyWorkflow = new Workflow<ReplyStatus, ReplyAction>('reply', REPLY_STATUSES, STEPS);
