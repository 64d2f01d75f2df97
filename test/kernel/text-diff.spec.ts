import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DiffLine, diffOf } from '../../src/kernel/index.js';

const told = (lines: readonly DiffLine[]) =>
  lines.map(({ parts }) =>
    parts.map(({ kind, text }) => ({ same: text, ins: `+${text}+`, del: `-${text}-` })[kind]).join(''),
  );
const without = (lines: readonly DiffLine[], kind: 'ins' | 'del') =>
  lines
    .map(({ parts }) =>
      parts
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join(''),
    )
    .filter((line) => line !== '');

describe('the difference between two versions', () => {
  it('shows new, dropped and altered lines', () => {
    expect(told(diffOf('标题\n7:30开馆\n旧规定', '标题\n8:00开馆\n新增一条\n旧规定'))).toEqual([
      '标题',
      '-7:3-+8:0+0开馆',
      '+新增一条+',
      '旧规定',
    ]);
    expect(told(diffOf('甲', '乙'))).toEqual(['-甲-', '+乙+']);
    expect(told(diffOf('同', '同'))).toEqual(['同']);
  });

  it('does not take a very long text to pieces', () => {
    const long = Array.from({ length: 5000 }, (_, i) => `第${i}行`).join('\n');

    expect(diffOf(long, `${long}\n再加一行`).length).toBeGreaterThanOrEqual(9000);
  });

  it('contains both texts whole, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '字', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffOf(before, after);
        const lined = (whole: string) => whole.split('\n').filter((line) => line !== '');
        expect(without(lines, 'ins')).toEqual(lined(before));
        expect(without(lines, 'del')).toEqual(lined(after));
      }),
    );
  });
});
