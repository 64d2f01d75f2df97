import { type Steps, Workflow } from '../kernel/index.js';
import { SESSION_STATUSES, type SessionStatus } from './session-status.js';

const STEPS = {
  open: { from: ['preparing', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  archive: { from: ['closed'], to: 'archived' },
} as const satisfies Steps<SessionStatus>;

export type SessionAction = keyof typeof STEPS;

/** 筹备 → 进行中 ⇄ 已闭会 → 已归档; from the archive nothing leads back. */
export const SESSION_WORKFLOW = new Workflow<SessionStatus, SessionAction>('session', SESSION_STATUSES, STEPS);
