import { msg } from '../../../kernel/index.js';

const PAGES = ['promises', 'supervision', 'key-cases'] as const;

/** For `components/tabs`: the pages on which the committee, the units and the leaders watch over what was promised. */
export function watchTabs(current: (typeof PAGES)[number]) {
  return {
    label: msg('supervision.watch'),
    items: PAGES.map((page) => ({
      text: msg(`supervision.page.${page}`),
      href: `/${page}`,
      current: page === current,
    })),
  };
}
