import { describe, expect, it } from '@jest/globals';
import { caseNumber, chineseNumeral } from '../../src/handling/case/case-number.js';

const third = { term: 8, session: 3, congressCode: '' };

describe('the number of a case', () => {
  it('names term, session and serial as they are printed', () => {
    expect(caseNumber('proposal', third, 18)).toEqual({ number: '第八届三次第018号', ref: '8-3-018' });
  });

  it.each([
    ['suggestion', '第八届三次建议第005号', '8-3-j005'],
    ['letter', '第八届三次来信第005号', '8-3-l005'],
    ['request', '第八届三次申请第005号', '8-3-q005'],
  ] as const)('is of its own series for a %s', (kind, number, ref) => {
    expect(caseNumber(kind, third, 5)).toEqual({ number, ref });
  });

  it('begins with the code of a congress below the school', () => {
    expect(caseNumber('proposal', { ...third, congressCode: 'sx' }, 1)).toEqual({
      number: 'sx第八届三次第001号',
      ref: 'sx-8-3-001',
    });
  });

  it('goes on after 999', () => {
    expect(caseNumber('proposal', third, 1024).ref).toBe('8-3-1024');
  });
});

describe('a Chinese numeral', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [35, '三十五'],
    [99, '九十九'],
  ])('%i is %s', (n, text) => {
    expect(chineseNumeral(n)).toBe(text);
  });

  it.each([0, -1, 1.5, 100])('is not given for %d', (n) => {
    expect(() => chineseNumeral(n)).toThrow(RangeError);
  });
});
