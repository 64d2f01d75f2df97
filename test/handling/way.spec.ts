import { describe, expect, it } from '@jest/globals';
import { wayOf } from '../../src/handling/case/case-way.js';
import { assignedCase, handledCase, openCase } from './made.js';

const at = (record: ReturnType<typeof openCase>, changes: object = {}) => Object.assign(record, changes);
const states = (record: ReturnType<typeof openCase>, today = '2026-04-14') =>
  wayOf(record, '后勤保障部', today)
    .steps.map(({ state }) => state[0])
    .join('');
const next = (record: ReturnType<typeof openCase>, today = '2026-04-14') => wayOf(record, '后勤保障部', today).next;

/** d done, c current, n next, s skipped: 提交 审查 交办 办理 答复 评价 落实 */
describe('the way of a case', () => {
  const replied = { repliedAt: new Date('2026-05-20T10:00:00+08:00'), rateBy: '2026-06-03' };

  it.each([
    ['ddcnnnn', openCase(), 'open'],
    ['dddcnnn', assignedCase(), 'assigned'],
    ['dddcnnn', handledCase(), 'inHandling'],
    ['ddddcnn', at(handledCase(), { status: 'in_sign_off' }), 'inSignOff'],
    ['dddddcs', at(handledCase(), { ...replied, status: 'replied', outcomeClass: 'A' }), 'toRate'],
    ['dddddcn', at(handledCase(), { ...replied, status: 'replied', outcomeClass: 'B' }), 'toRate'],
    ['dddddcs', at(handledCase(), { ...replied, status: 'rated', outcomeClass: 'C' }), 'rated'],
    ['dddddsc', at(handledCase(), { ...replied, status: 'follow_up', outcomeClass: 'B', ratedAt: null }), 'followUp'],
    ['ddddddd', at(handledCase(), { status: 'concluded', outcomeClass: 'B', ratedAt: new Date() }), 'concluded'],
    ['dddddss', at(handledCase(), { status: 'concluded', outcomeClass: 'A', ratedAt: null }), 'concluded'],
    ['ddsssss', at(openCase(), { status: 'withdrawn' }), 'withdrawn'],
  ])('%s', (way, record, sentence) => {
    expect(states(record)).toBe(way);
    expect(next(record).key).toBe(`handling.next.${sentence}`);
  });

  it('says that a date has passed', () => {
    expect(next(assignedCase(), '2026-04-17').key).toBe('handling.next.assignedLate');
    expect(next(assignedCase(), '2026-04-16').key).toBe('handling.next.assigned');
    expect(next(handledCase(), '2026-05-28').key).toBe('handling.next.inHandlingLate');
    expect(next(at(handledCase(), { extendedUntil: '2026-06-10' }), '2026-05-28')).toEqual({
      key: 'handling.next.inHandling',
      params: { unit: '后勤保障部', date: '2026-06-10', round: 1 },
    });
  });

  it('asks for no rating where the kind has none', () => {
    expect(states(handledCase({ kind: 'request' }))).toBe('dddcnsn');
  });

  it('names the dates of what was done and what is due', () => {
    const dates = wayOf(handledCase(), '后勤保障部', '2026-04-14', '2026-04-01').steps.map(({ date }) => date);
    expect(dates).toEqual(['2026-04-01', '2026-04-13', '2026-04-13', '2026-04-13', '2026-05-27', null, null]);
  });
});
