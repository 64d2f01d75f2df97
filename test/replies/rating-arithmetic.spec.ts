import { describe, expect, it } from '@jest/globals';
import { finalRating, type GivenRating, type Satisfaction } from '../../src/handling/rating/rating-arithmetic.js';

const lead = (result: Satisfaction): GivenRating => ({ part: 'lead', result });
const joint = (result: Satisfaction): GivenRating => ({ part: 'joint', result });

describe('the rating of a case with several proposers', () => {
  it('is no answer when nobody answered, by every rule', () => {
    expect(finalRating('any', [])).toBe('no_answer');
    expect(finalRating('majority', [])).toBe('no_answer');
    expect(finalRating('lead', [])).toBe('no_answer');
  });

  it('is what a single proposer says, by every rule', () => {
    for (const rule of ['any', 'majority', 'lead'] as const)
      for (const result of ['satisfied', 'mostly', 'dissatisfied'] as const)
        expect(finalRating(rule, [lead(result)])).toBe(result);
  });

  it('is by "any" the worst that was said', () => {
    expect(finalRating('any', [lead('satisfied'), joint('satisfied'), joint('dissatisfied')])).toBe('dissatisfied');
    expect(finalRating('any', [lead('satisfied'), joint('mostly')])).toBe('mostly');
    expect(finalRating('any', [lead('satisfied'), joint('satisfied')])).toBe('satisfied');
  });

  it('is by "majority" what more than half said', () => {
    expect(finalRating('majority', [lead('dissatisfied'), joint('satisfied'), joint('satisfied')])).toBe('satisfied');
    expect(finalRating('majority', [lead('satisfied'), joint('dissatisfied'), joint('dissatisfied')])).toBe(
      'dissatisfied',
    );
  });

  it('is by "majority" the middle one when no view has more than half', () => {
    expect(finalRating('majority', [lead('dissatisfied'), joint('mostly'), joint('satisfied')])).toBe('mostly');
  });

  it('is by "majority" dissatisfied when half are', () => {
    expect(finalRating('majority', [lead('satisfied'), joint('dissatisfied')])).toBe('dissatisfied');
  });

  it('is by "lead" the lead proposer’s, and no answer while the lead is silent', () => {
    expect(finalRating('lead', [joint('dissatisfied'), lead('satisfied')])).toBe('satisfied');
    expect(finalRating('lead', [joint('satisfied')])).toBe('no_answer');
  });

  it('does not change the list it was given', () => {
    const given = [lead('satisfied'), joint('dissatisfied')];
    finalRating('any', given);
    expect(given.map(({ result }) => result)).toEqual(['satisfied', 'dissatisfied']);
  });
});
