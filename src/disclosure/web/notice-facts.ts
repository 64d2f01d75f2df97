import { type Message, msg } from '../../kernel/index.js';
import { factDate } from './fact-date.js';
import type { NoticeFacts } from './notice.presenter.js';

export interface Fact {
  readonly term: Message;
  readonly text: Message | string;
  readonly href?: string;
  readonly datetime?: string;
}

/** The column beside the text: what a reader or an inspector looks up. */
export function factsOf({ notice, audienceUnits, itemTitle, ofCase }: NoticeFacts): Fact[] {
  const { audienceKind, catalogueItem, category } = notice;
  const units = audienceUnits.join('、');
  return [
    fact('indexNumber', notice.indexNumber),
    fact('unit', notice.unit.name),
    fact('category', msg(`disclosure.category.${category}`), { href: `/notices?category=${category}` }),
    fact('catalogueItem', itemTitle, { href: `/catalogue#item-${catalogueItem}` }),
    fact('case', ofCase?.number ?? null, { href: `/cases/${ofCase?.ref}` }),
    fact('attribute', msg(`disclosure.attribute.${notice.attribute}`)),
    fact('audience', msg(`disclosure.audience.${audienceKind}`, { units })),
    fact('audienceReason', audienceKind === 'public' ? null : notice.audienceReason),
    fact('documentNumber', notice.documentNumber),
    dated('documentDate', notice.documentDate),
    dated('publishedOn', notice.publishedOn),
    dated('validFrom', notice.validFrom),
    dated('validUntil', notice.validUntil),
    fact('keywords', notice.keywords.join('、')),
  ].flat();
}

function fact(name: string, text: Message | string | null, more: Partial<Fact> = {}): Fact[] {
  return text === null || text === '' ? [] : [{ term: msg(`disclosure.fact.${name}`), text, ...more }];
}

function dated(name: string, date: string | null): Fact[] {
  return date === null ? [] : fact(name, factDate(date), { datetime: date });
}
