import type { CaseSummary } from '../../../handling/index.js';
import { msg } from '../../../kernel/index.js';
import type { SimilarProposal } from '../similar-proposals.js';
import { statusTag, type TagView } from '../../web/words.js';

/** For `components/similar`: each with what became of it. */
export function presentSimilar(
  similar: readonly SimilarProposal[],
  handled: ReadonlyMap<string, CaseSummary>,
): { items: object[] } {
  return {
    items: similar.map((one) => ({
      href: `/proposals/${one.serial}`,
      title: one.title,
      number: one.serial,
      tag: outcomeOf(one, handled.get(one.id)),
    })),
  };
}

function outcomeOf({ status }: SimilarProposal, summary: CaseSummary | undefined): TagView {
  const outcome = summary?.outcomeClass;
  return outcome ? { tone: 'info', text: msg(`proposals.outcome.${outcome}`) } : statusTag(status);
}
