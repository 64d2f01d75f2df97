import { describe, expect, it } from '@jest/globals';
import { afterAttempt, isLocked, type LockOut, minutesLocked, NOT_LOCKED } from '../../src/identity/lock-out.js';

const NOW = new Date('2026-04-14T09:00:00+08:00');

function afterFailures(count: number): LockOut {
  return Array.from({ length: count }).reduce<LockOut>((state) => afterAttempt(state, NOW), NOT_LOCKED);
}

describe('a lock-out', () => {
  it.each([
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [11, 60],
    [40, 60],
  ])('after %i failures in a row lasts %i minutes', (failures, minutes) => {
    expect(minutesLocked(afterFailures(failures), NOW)).toBe(minutes);
  });

  it('ends by itself', () => {
    const locked = afterFailures(5);

    expect(isLocked(locked, NOW)).toBe(true);
    expect(isLocked(locked, new Date(NOW.getTime() + 60_000))).toBe(false);
  });
});
