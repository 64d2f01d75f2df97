import type { SessionSettings } from '../../congress/index.js';

export type Quorum = SessionSettings['collectiveQuorum'];

/**
 * How many of the present members of a delegation must agree to a collective proposal. 三分之二以上: two thirds, rounded up (exactly two
 * thirds is enough). 过半数: strictly more than half (exactly half is not). The members are whole people, so both are whole numbers.
 */
export function neededOf(present: number, quorum: Quorum): number {
  return quorum === 'two_thirds' ? Math.max(1, Math.ceil((present * 2) / 3)) : Math.floor(present / 2) + 1;
}
