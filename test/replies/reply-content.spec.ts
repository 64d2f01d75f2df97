import { describe, expect, it } from '@jest/globals';
import { missingIn, withoutIdlePromise } from '../../src/handling/reply/reply-content.js';
import { ANSWER, PROMISE } from './papers.js';

const TODAY = '2026-05-20';
const missing = (changes: object) => Object.keys(missingIn({ ...ANSWER, ...changes }, TODAY));

describe('a reply to be submitted', () => {
  it('needs a text and a class', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ text: ' \n', outcomeClass: null })).toEqual(['text', 'outcomeClass']);
  });

  it.each(['A', 'C', 'D'])('of class %s promises nothing', (outcomeClass) => {
    expect(missing({ outcomeClass })).toEqual([]);
  });

  it('of class B names the day and the responsible person', () => {
    expect(missing(PROMISE)).toEqual([]);
    expect(missing({ ...PROMISE, promisedOn: null, responsible: '' })).toEqual(['promisedOn', 'responsible']);
  });

  it('of class B names a day after today', () => {
    expect(missing({ ...PROMISE, promisedOn: TODAY })).toEqual(['promisedOn']);
    expect(missing({ ...PROMISE, promisedOn: '2026-05-21' })).toEqual([]);
  });

  it('drops a promise typed under another class', () => {
    expect(withoutIdlePromise({ ...PROMISE, outcomeClass: 'C' })).toMatchObject({
      promise: null,
      promisedOn: null,
      responsible: null,
    });
    expect(withoutIdlePromise(PROMISE)).toEqual(PROMISE);
  });
});
