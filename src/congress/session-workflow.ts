import { type Steps, Workflow } from '../kernel/index.js';
import { SESSION_STATUSES, type SessionStatus } from './session-status.js';

const STEPS = {
  open: { from: ['preparing', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
} as const satisfies Steps<SessionStatus>;

export type SessionAction = keyof typeof STEPS;

/** 筹备 → 进行中 ⇄ 已闭会; archiving is a step of its own room of rules and leads nowhere else. */
export const SESSION_WORKFLOW = new Workflow<SessionStatus, SessionAction>('session', SESSION_STATUSES, STEPS);
