import { msg } from '../../kernel/index.js';
import type { Evidence } from '../catalogue.js';
import type { CatalogueClass, CatalogueItem } from '../catalogue.entity.js';

export function presentCatalogue(
  classes: readonly CatalogueClass[],
  evidence: ReadonlyMap<number, Evidence[]>,
): object {
  return {
    pageTitle: msg('disclosure.catalogue.title'),
    head: { title: msg('disclosure.catalogue.title'), lead: msg('disclosure.catalogue.lead') },
    contentsTitle: msg('disclosure.catalogue.contents'),
    contents: classes.map(({ number, name }) => ({ href: `#class-${number}`, text: `${number}. ${name}` })),
    classes: classes.map(({ number, name, items }) => ({
      id: `class-${number}`,
      title: `${number}. ${name}`,
      items: items.map((item) => presentItem(item, evidence.get(item.number) ?? [])),
    })),
  };
}

function presentItem({ number, title }: CatalogueItem, evidence: readonly Evidence[]): object {
  const total = evidence[0]?.total ?? 0;
  return {
    id: `item-${number}`,
    number,
    title,
    tag: {
      tone: total > 0 ? 'good' : 'neutral',
      text: msg(total > 0 ? 'disclosure.catalogue.some' : 'disclosure.catalogue.none', { n: total }),
    },
    notices: evidence.map((one) => ({ href: `/notices/${one.indexNumber}`, title: one.title, date: one.publishedOn })),
    all:
      total > evidence.length
        ? { href: `/notices?item=${number}`, text: msg('disclosure.catalogue.all', { n: total }) }
        : null,
  };
}
