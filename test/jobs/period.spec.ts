import { describe, expect, it } from '@jest/globals';
import { periodOf } from '../../src/jobs/period.js';

describe('the period of a task', () => {
  const lateInBeijing = new Date('2026-04-14T23:59:00+08:00');

  it.each([
    ['30 8 * * *', '2026-04-14'],
    ['0 8-20 * * *', '2026-04-14 23'],
    ['0 * * * *', '2026-04-14 23'],
    ['* * * * *', '2026-04-14 23:59'],
    ['*/5 * * * *', '2026-04-14 23:59'],
  ])('%s is %s', (cron, period) => {
    expect(periodOf(cron, lateInBeijing)).toBe(period);
  });
});
