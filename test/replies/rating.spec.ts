import { describe, expect, it } from '@jest/globals';
import type { Satisfaction } from '../../src/handling/rating/rating-arithmetic.js';
import type { Rating } from '../../src/handling/rating/rating.entity.js';
import { RatingPeriodOver } from '../../src/handling/reply/reply.errors.js';
import { ActionNotAvailable, ConditionsMissing } from '../../src/kernel/index.js';
import { cast, type Player } from '../support/cast.js';
import { act, ANSWER, drafted, issue, PROMISE, replied, talk } from './papers.js';

const chen = act(cast.chen, 'committee_chair');
const TODAY = '2026-05-20';
const both = {
  parties: [
    { staffId: cast.wu.id, part: 'lead' as const },
    { staffId: cast.lin.id, part: 'joint' as const },
  ],
};

function rate(record: ReturnType<typeof replied>['record'], who: Player, result: Satisfaction): Rating {
  const reason = result === 'dissatisfied' ? '末班车仍然太早' : null;
  return record.rate({ attitude: 'satisfied', result, reason }, act(who, 'party')).rating;
}

function settled(result: Satisfaction | null, content = ANSWER) {
  const { record } = replied(content);
  const ratings = result === null ? [] : [rate(record, cast.wu, result)];
  const event = record.settle(ratings, 'any', act(cast.wu, 'party').at);
  return { record, event, ratings };
}

describe('rating a reply', () => {
  it('leaves the case replied until everyone has rated', () => {
    const { record } = replied(ANSWER, both);
    const first = rate(record, cast.wu, 'satisfied');

    expect(record.status).toBe('replied');
    expect(record.isRatingComplete([first], TODAY)).toBe(false);
    expect(record.isRatingComplete([first, rate(record, cast.lin, 'mostly')], TODAY)).toBe(true);
  });

  it('is complete when its period is over, whoever is silent', () => {
    const { record } = replied(ANSWER, both);
    expect(record.isRatingComplete([], '2026-06-03')).toBe(false);
    expect(record.isRatingComplete([], '2026-06-04')).toBe(true);
  });

  it('is refused after the period', () => {
    const { record } = replied();
    const late = act(cast.wu, 'party', '2026-06-04T00:00:00+08:00');
    expect(() => record.rate({ attitude: 'mostly', result: 'mostly', reason: null }, late)).toThrow(RatingPeriodOver);
    const justInTime = act(cast.wu, 'party', '2026-06-03T23:59:59+08:00');
    expect(record.rate({ attitude: 'mostly', result: 'mostly', reason: null }, justInTime).rating.result).toBe(
      'mostly',
    );
  });

  it('keeps the reason out of the ledger, but its fingerprint in it', () => {
    const { record } = replied();
    const { event } = record.rate(
      { attitude: 'dissatisfied', result: 'mostly', reason: '电话没人接' },
      act(cast.wu, 'party'),
    );
    expect(JSON.stringify(event)).not.toContain('电话没人接');
    expect(event.data).toMatchObject({ attitude: 'dissatisfied', result: 'mostly', part: 'lead' });
    expect(event.data!.reasonHash).toHaveLength(64);
  });
});

describe('a case after its ratings', () => {
  it.each(['satisfied', 'mostly'] as const)('is concluded when %s', (result) => {
    const { record, event } = settled(result);
    expect(record).toMatchObject({ status: 'concluded', finalRating: result });
    expect(record.concludedAt).not.toBeNull();
    expect(event).toMatchObject({
      action: 'conclude',
      role: 'system',
      actorId: null,
      data: { finalRating: result, outcomeClass: 'A' },
    });
  });

  it('is concluded without an answer, never as satisfied', () => {
    const { record } = settled(null);
    expect(record).toMatchObject({ status: 'concluded', finalRating: 'no_answer', ratedAt: null });
  });

  it.each(['satisfied', 'mostly', null] as const)('is followed up when something was promised (%s)', (result) => {
    const { record, event } = settled(result, PROMISE);
    expect(record).toMatchObject({ status: 'follow_up', concludedAt: null });
    expect(event).toMatchObject({ action: 'start_follow_up', data: { promiseDueOn: '2026-09-30' } });
  });

  it.each([ANSWER, PROMISE])('waits for the committee when dissatisfied', (content) => {
    const { record } = settled('dissatisfied', content);
    expect(record).toMatchObject({ status: 'rated', finalRating: 'dissatisfied' });
  });
});

describe('the committee, with a dissatisfied proposer', () => {
  it('orders a second handling with a fresh clock', () => {
    const { record } = settled('dissatisfied');
    record.orderSecondHandling('2026-06-10', 2, '请负责人当面听取意见', chen);

    expect(record).toMatchObject({
      status: 'in_handling',
      round: 2,
      dueOn: '2026-06-10',
      finalRating: null,
      rateBy: null,
      lead: { status: 'in_handling', dueOn: '2026-06-10' },
    });
  });

  it('needs the head at the table and a new reply in the second round, whose ratings count alone', () => {
    const { record, ratings } = settled('dissatisfied');
    record.orderSecondHandling('2026-06-10', 2, '', chen);
    const second = drafted(record);
    expect(() => issue(record, second)).toThrow(ConditionsMissing);
    talk(record, true);
    issue(record, second);

    expect(second.round).toBe(2);
    expect(record.isRatingComplete(ratings, TODAY)).toBe(false);
    record.settle([...ratings, rate(record, cast.wu, 'satisfied')], 'any', act(cast.wu, 'party').at);
    expect(record).toMatchObject({ status: 'concluded', finalRating: 'satisfied' });
  });

  it('cannot order more rounds than the session allows', () => {
    const { record } = settled('dissatisfied');
    expect(() => record.orderSecondHandling('2026-06-10', 1, '', chen)).toThrow(ConditionsMissing);
    expect(record).toMatchObject({ status: 'rated', round: 1 });
  });

  it('concludes with an explanation, and the case stays dissatisfied', () => {
    const { record } = settled('dissatisfied');
    const event = record.concludeWithExplanation('运力不足，已列入明年计划', 2, chen);
    expect(record).toMatchObject({ status: 'concluded', finalRating: 'dissatisfied' });
    expect(event.note).toBe('运力不足，已列入明年计划');
  });

  it('follows a promise up all the same, but only a promise', () => {
    const promised = settled('dissatisfied', PROMISE).record;
    promised.followUpAnyway('承诺仍须落实', 2, chen);
    expect(promised).toMatchObject({ status: 'follow_up', finalRating: 'dissatisfied' });

    expect(() => settled('dissatisfied').record.followUpAnyway('', 2, chen)).toThrow(ConditionsMissing);
  });

  it('has nothing to decide when nobody is dissatisfied', () => {
    expect(() => settled('mostly').record.concludeWithExplanation('', 2, chen)).toThrow(ActionNotAvailable);
  });
});

describe('a promise', () => {
  it('slips only to a later day, with the old one on record', () => {
    const { record } = settled('satisfied', PROMISE);
    const he = act(cast.he, 'unit_head');
    expect(() => record.slipPromise(record.lead!, '2026-09-30', '招标推迟', he)).toThrow(ConditionsMissing);

    const event = record.slipPromise(record.lead!, '2026-12-31', '招标推迟', he);
    expect(record.promiseDueOn).toBe('2026-12-31');
    expect(event.data).toMatchObject({ promisedBefore: '2026-09-30', promiseDueOn: '2026-12-31' });
  });

  it('ends the case when it is confirmed', () => {
    const { record } = settled('satisfied', PROMISE);
    const event = record.confirmImplemented('已坐上夜班车', act(cast.wu, 'party'));
    expect(record.status).toBe('concluded');
    expect(event.data).toMatchObject({ onTime: true, outcomeClass: 'B' });
  });
});
