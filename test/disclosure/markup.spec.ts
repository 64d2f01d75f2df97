import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf, plainStart } from '../../src/disclosure/markup.js';

describe('the light markup of notices', () => {
  it('knows paragraphs, headings, lists and tables', () => {
    const text =
      '各位老师：\n请注意\n\n## 时间\n- 3月1日\n- 3月8日\n\n| 场馆 | 时间 |\n| 北区 | 8:00 |\n| 南区 |\n以上。';

    expect(blocksOf(text)).toEqual([
      { paragraph: ['各位老师：', '请注意'] },
      { heading: '时间' },
      { items: ['3月1日', '3月8日'] },
      {
        table: {
          head: ['场馆', '时间'],
          rows: [
            ['北区', '8:00'],
            ['南区', ''],
          ],
        },
      },
      { paragraph: ['以上。'] },
    ]);
  });

  it('leaves out the rule that other markups put under the head of a table', () => {
    expect(blocksOf('| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |')).toEqual([
      { table: { head: ['甲', '乙'], rows: [['1', '2']] } },
    ]);
  });

  it('keeps whatever looks like a tag as text', () => {
    expect(blocksOf('## <script>alert(1)</script>')).toEqual([{ heading: '<script>alert(1)</script>' }]);
    expect(blocksOf('[a](javascript:alert(1)) **b**')).toEqual([{ paragraph: ['[a](javascript:alert(1)) **b**'] }]);
  });

  it('loses no word, whatever is typed', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '字', '|', '-', '#', ' ', '<', '\n') });
    fc.assert(
      fc.property(line, (text) => {
        return wordsOf(printedIn(blocksOf(text))) === wordsOf(text);
      }),
    );
  });

  it('gives the beginning of a text without its marks', () => {
    expect(plainStart('## 时间\n- 3月1日\n\n| 甲 | 乙 |', 100)).toBe('时间 3月1日 甲 乙');
    expect(plainStart('一二三四五', 3)).toBe('一二三……');
  });
});

const wordsOf = (text: string) => text.replace(/[^a字<]/g, '');

/** Every text inside, in order. */
function printedIn(value: unknown): string {
  return typeof value === 'string'
    ? value
    : Object.values(value as object)
        .map(printedIn)
        .join('');
}
