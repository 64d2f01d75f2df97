import type { Page } from '../../kernel/index.js';

export interface PagerView {
  readonly total: number;
  readonly previous: { readonly href: string } | null;
  readonly next: { readonly href: string } | null;
  readonly items: readonly PagerItem[];
}

interface PagerItem {
  readonly text: string;
  /** Null for the gap between pages that are far apart. */
  readonly href: string | null;
  readonly current: boolean;
}

const AROUND = 2;
const GAP: PagerItem = { text: '…', href: null, current: false };

/** Links to the pages of a list that keep its filters; for `components/pager`. */
export function presentPager(page: Page<unknown>, address: string, query: Readonly<Record<string, string>>): PagerView {
  const href = (number: number) => addressOf(address, { ...query, page: String(number) });
  const link = (number: number) => ({ href: href(number) });
  return {
    total: page.total,
    previous: page.number > 1 ? link(page.number - 1) : null,
    next: page.number < page.pages ? link(page.number + 1) : null,
    items: numbersOf(page).flatMap((number, i, numbers) => [
      ...(i > 0 && number > numbers[i - 1]! + 1 ? [GAP] : []),
      { text: String(number), href: href(number), current: number === page.number },
    ]),
  };
}

/** The first, the last and those around the present one; none when there is only one page. */
function numbersOf({ pages, number: present }: Page<unknown>): number[] {
  if (pages === 1) return [];
  return Array.from({ length: pages }, (_, i) => i + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - present) <= AROUND,
  );
}

function addressOf(address: string, query: Readonly<Record<string, string>>): string {
  const filled = Object.entries(query).filter(([name, value]) => value !== '' && (name !== 'page' || value !== '1'));
  const text = new URLSearchParams(filled).toString();
  return text === '' ? address : `${address}?${text}`;
}
