import { describe, expect, it } from '@jest/globals';
import { type Page, pageOf } from '../../src/kernel/index.js';
import { presentPager } from '../../src/web/index.js';

const page = (number: number, total: number): Page<unknown> => pageOf([], total, { number, size: 20 });
const shown = (number: number, total: number) =>
  presentPager(page(number, total), '/x', {}).items.map(({ text }) => text);

describe('the links to the pages of a list', () => {
  it('are none for one page', () => {
    expect(presentPager(page(1, 20), '/x', {})).toEqual({ total: 20, previous: null, next: null, items: [] });
  });

  it('leave a gap where pages are far apart', () => {
    expect(shown(1, 200)).toEqual(['1', '2', '3', '…', '10']);
    expect(shown(5, 200)).toEqual(['1', '…', '3', '4', '5', '6', '7', '…', '10']);
    expect(shown(4, 80)).toEqual(['1', '2', '3', '4']);
  });

  it('keep the filters, and leave out what is empty', () => {
    const pager = presentPager(page(2, 60), '/x', { q: '食堂', kind: '', page: '2' });

    expect(pager.previous).toEqual({ href: '/x?q=%E9%A3%9F%E5%A0%82' });
    expect(pager.next).toEqual({ href: '/x?q=%E9%A3%9F%E5%A0%82&page=3' });
  });
});
