import { describe, expect, it } from '@jest/globals';
import { plainOf } from '../../src/search/plain-text.js';
import { SearchQuery } from '../../src/search/search-query.js';
import { vectorOf } from '../../src/search/tokens.js';

describe('the plain text', () => {
  it('has one width, one case and years in digits', () => {
    expect(plainOf('ＡＢＣ　２０２６年')).toBe('abc 2026年');
    expect(plainOf('二〇二六年四月，二零二五年')).toBe('2026年四月,2025年');
    expect(plainOf('第一二三届')).toBe('第一二三届');
  });
});

describe('what was typed', () => {
  it('is cut into words; those that tell nothing are left out', () => {
    expect(new SearchQuery('延长食堂的营业时间').words).toEqual(['延长', '食堂', '营业时间']);
    expect(new SearchQuery('的').words).toEqual(['的']);
  });

  it('keeps together what stands in quotes, of whatever kind', () => {
    expect(new SearchQuery('“信息公开” 食堂').phrases).toEqual(['信息公开']);
    expect(new SearchQuery('＂信息公开＂').phrases).toEqual(['信息公开']);
    expect(new SearchQuery('"100%_x"').patterns).toEqual([String.raw`%100\%\_x%`]);
  });

  it('is empty without a letter', () => {
    for (const typed of ['', '  ', '？！', '""', '“ ”', '%_\\']) expect(new SearchQuery(typed).isEmpty).toBe(true);
  });

  it('cannot break out of the query language', () => {
    expect(new SearchQuery(`a' | 'b & !(c):* \\`).all).toBe(`'a':* & 'b':* & 'c':*`);
  });

  it('is limited in length', () => {
    expect(new SearchQuery('字典'.repeat(5000)).all.length).toBeLessThan(2000);
  });
});

describe('the tokens of a document', () => {
  it('weigh the title more and hold every pair of neighbours', () => {
    const vector = vectorOf('食堂', '南京市长江大桥');

    expect(vector).toContain(`'食堂':1A`);
    for (const pair of ['市长', '长江', '江大', '大桥']) expect(vector).toContain(`'${pair}'`);
  });
});
