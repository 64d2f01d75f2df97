import { presentScanField } from '../../../files/index.js';
import { msg } from '../../../kernel/index.js';
import type { Staff } from '../../../organization/index.js';
import type { FormView } from '../../../web/index.js';
import type { PaperDesk } from '../paper-ratings.service.js';
import { SATISFACTIONS } from '../rating-arithmetic.js';
import { satisfactionText } from './rating-view.js';
import { crumbsOf } from '../../reply/web/reply-origins.js';

const OPTIONS = SATISFACTIONS.map((value) => ({ value, text: satisfactionText(value) }));

/** For `replies/paper-rating`. */
export function presentPaperRating({ record, awaited }: PaperDesk, people: ReadonlyMap<string, Staff>, form: FormView) {
  const title = msg('paper.rating.title');
  const offers = awaited.flatMap(({ staffId }) => {
    const person = people.get(staffId);
    return person ? [{ value: staffId, text: `${person.name}（${person.number} ${person.unit.name}）` }] : [];
  });
  return {
    pageTitle: title,
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: record.title },
    nobody: offers.length === 0,
    action: `/cases/${record.ref}/rating/paper`,
    party: form.choice('party', offers),
    attitude: form.choice('attitude', OPTIONS),
    result: form.choice('result', OPTIONS),
    reason: form.field('reason'),
    files: presentScanField(form),
  };
}
