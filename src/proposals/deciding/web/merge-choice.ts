import { type Message, msg } from '../../../kernel/index.js';
import type { FieldView, FormView } from '../../../web/index.js';
import type { Candidate, Candidates } from '../merge-candidates.js';
import type { SimilarProposal } from '../../writing/similar-proposals.js';

interface Group {
  readonly label: Message;
  readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
}

/** For `components/select`: what the proposal can be merged into, the similar ones first. */
export function presentMergeChoice(
  form: FormView,
  { cases, underReview }: Candidates,
  similar: readonly SimilarProposal[],
  without: readonly string[],
): FieldView & { groups: Group[] } {
  const field = form.field('into');
  const open = underReview.filter(({ ref }) => !without.includes(ref));
  const alike = open.filter(({ ref }) => similar.some(({ serial }) => serial === ref));
  const group = (name: string, items: readonly Candidate[]) => ({
    label: msg(`decisions.candidates.${name}`),
    options: items.map(({ ref, number, title }) => ({
      value: ref,
      text: `${number} ${title}`,
      selected: ref === field.value,
    })),
  });
  const groups = [
    group('similar', alike),
    group('cases', cases),
    group(
      'underReview',
      open.filter((one) => !alike.includes(one)),
    ),
  ];
  return { ...field, groups: groups.filter(({ options }) => options.length > 0) };
}
