import { CATEGORIES, type ProposalText } from '../proposals/index.js';
import type { ProposalContent } from './content.js';
import { demoId } from './demo-id.js';

/** What the author types into the form. */
export function textOf(content: ProposalContent): ProposalText {
  return {
    title: content.title,
    category: CATEGORIES.find((category) => category === content.category)!,
    reason: content.reason,
    measures: content.measures,
    wishedUnitId: content.wished === null ? null : demoId(`unit:${content.wished}`),
    publishable: content.publish,
    publishRefusal: content.publishRefusal ?? '',
    ...(content.wishes && { wishes: content.wishes }),
  };
}
