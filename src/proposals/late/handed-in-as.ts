import type { CongressSession } from '../../congress/index.js';

/** 提案 · 建议（handed in late）· 闭会期间提案. */
export const HANDED_IN_AS = ['proposal', 'suggestion', 'between_sessions'] as const;
export type HandedInAs = (typeof HANDED_IN_AS)[number];

/** What is handed in at this moment counts as; server time decides. */
export function handedInWhen(moment: Date, session: CongressSession): HandedInAs {
  return isLate(session, moment) ? 'between_sessions' : 'proposal';
}

/** The window is over. Before it begins nothing is late. */
export function isLate({ windowUntil, status }: CongressSession, now: Date): boolean {
  return status === 'closed' || status === 'archived' || (windowUntil !== null && windowUntil <= now);
}
