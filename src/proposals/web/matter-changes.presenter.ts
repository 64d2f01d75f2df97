import { type DiffLine, diffOf, type Message, msg } from '../../kernel/index.js';
import type { Matter } from '../writing/proposal-text.js';

interface ChangedField {
  readonly title: Message;
  readonly lines: readonly DiffLine[];
}

/** What changed in the matter, field by field; a field that stayed as it was is left out. */
export function presentMatterChanges(before: Matter, after: Matter): ChangedField[] {
  return (['reason', 'measures'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ title: msg(`proposals.fields.${field}`), lines: diffOf(before[field], after[field]) }));
}
