import { beijingDate } from '../../calendar/index.js';
import { msg } from '../../kernel/index.js';
import type { Notice } from '../notice.entity.js';
import { factDate } from './fact-date.js';

/** In the place of a withdrawn notice: that it was there, and why it is not any more. Nothing of its text. */
export function presentGone({ indexNumber, unit, withdrawnAt, withdrawReason }: Notice): object {
  const title = msg('disclosure.gone.title');
  return {
    pageTitle: title,
    breadcrumbs: [{ text: msg('disclosure.nav'), href: '/notices' }],
    head: { title },
    facts: [
      { term: msg('disclosure.fact.indexNumber'), text: indexNumber },
      { term: msg('disclosure.fact.unit'), text: unit.name },
      { term: msg('disclosure.fact.withdrawnOn'), text: factDate(beijingDate(withdrawnAt!)) },
      { term: msg('disclosure.fact.withdrawReason'), text: withdrawReason },
    ],
  };
}
