import { describe, expect, it } from '@jest/globals';
import { marked, snippet } from '../../src/search/highlight.js';

const text = (pieces: readonly { text: string; mark: boolean }[]) =>
  pieces.map((piece) => (piece.mark ? `[${piece.text}]` : piece.text)).join('');

describe('marking what was found', () => {
  it('marks the words in the original text, as it was written', () => {
    expect(text(marked('关于ＷＩＦＩ和食堂的提案', ['wifi', '食堂']))).toBe('关于[ＷＩＦＩ]和[食堂]的提案');
    expect(text(marked('㎡单价', ['m2']))).toBe('[㎡]单价');
    expect(text(marked('二〇二六年预算', ['2026年']))).toBe('[二〇二六年]预算');
  });

  it('prefers the longer of two words in the same place', () => {
    expect(text(marked('营业时间', ['营业时间', '时间']))).toBe('[营业时间]');
  });

  it('leaves angle brackets to the template, which escapes them', () => {
    expect(text(marked('<b>食堂</b>', ['食堂']))).toBe('<b>[食堂]</b>');
  });

  it('shows of a long text the place where most was found', () => {
    const long = `食堂${'一'.repeat(300)}食堂营业${'二'.repeat(300)}`;

    expect(text(snippet(long, ['食堂', '营业']))).toMatch(/^……一{24}\[食堂\]\[营业\]二+……$/);
  });

  it('shows the beginning when nothing was found', () => {
    expect(text(snippet('一'.repeat(200), ['食堂']))).toBe(`${'一'.repeat(110)}……`);
  });

  it('leaves out the signs for headings and tables', () => {
    expect(text(snippet('## 收支\n| 项目 | 金额 |\n- 食堂', ['食堂']))).toBe('收支 项目 金额 [食堂]');
  });

  it('says nothing of an empty text', () => {
    expect(snippet('', ['食堂'])).toEqual([]);
  });
});
