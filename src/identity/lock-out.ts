const FREE_ATTEMPTS = 4;
const MINUTE_MS = 60_000;
const LONGEST_MINUTES = 60;

/** Failed attempts in a row, and until when no further one is heard. */
export interface LockOut {
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
}

export const NOT_LOCKED: LockOut = { failedAttempts: 0, lockedUntil: null };

export function isLocked({ lockedUntil }: LockOut, now: Date): boolean {
  return lockedUntil !== null && lockedUntil > now;
}

/** Whole minutes until the next attempt is heard. */
export function minutesLocked({ lockedUntil }: LockOut, now: Date): number {
  return lockedUntil === null ? 0 : Math.max(0, Math.ceil((lockedUntil.getTime() - now.getTime()) / MINUTE_MS));
}

/** Every attempt counts as failed before it is looked at, so that parallel ones cannot slip through: from the 5th on, 1, 2, 4 … minutes. */
export function afterAttempt({ failedAttempts }: LockOut, now: Date): LockOut {
  const failures = failedAttempts + 1;
  if (failures <= FREE_ATTEMPTS) return { failedAttempts: failures, lockedUntil: null };
  const minutes = Math.min(2 ** Math.min(failures - FREE_ATTEMPTS - 1, 16), LONGEST_MINUTES);
  return { failedAttempts: failures, lockedUntil: new Date(now.getTime() + minutes * MINUTE_MS) };
}
