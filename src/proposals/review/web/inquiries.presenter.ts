import { msg } from '../../../kernel/index.js';
import type { Unit } from '../../../organization/index.js';
import { paragraphsOf } from '../../../web/index.js';
import type { ReviewInquiry } from '../review-inquiry.entity.js';
import type { TagView } from '../../web/words.js';

/** What units were asked and answered, beside the review. */
export function presentInquiries(
  inquiries: readonly ReviewInquiry[],
  units: ReadonlyMap<string, Unit>,
  today: string,
): object[] {
  return inquiries.map((inquiry) => ({
    unit: units.get(inquiry.unitId)?.name ?? '',
    question: inquiry.question,
    dueOn: inquiry.dueOn,
    answer: inquiry.answer === null ? null : paragraphsOf(inquiry.answer),
    answeredAt: inquiry.answeredAt?.toISOString() ?? null,
    tag: tagOf(inquiry, today),
  }));
}

/** Named under the button of the decision, which does not have to wait. */
export function presentMissing(inquiries: readonly ReviewInquiry[], units: ReadonlyMap<string, Unit>): object[] {
  return inquiries
    .filter(({ isAnswered }) => !isAnswered)
    .map(({ unitId, dueOn }) => msg('inquiries.missing', { unit: units.get(unitId)?.name ?? '', date: dueOn }));
}

export function tagOf(inquiry: ReviewInquiry, today: string): TagView {
  if (inquiry.isAnswered) return { tone: 'good', text: msg('inquiries.answered') };
  return inquiry.isLate(today)
    ? { tone: 'bad', text: msg('inquiries.late') }
    : { tone: 'wait', text: msg('inquiries.waiting') };
}
