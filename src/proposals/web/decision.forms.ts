import { type Message } from '../../kernel/index.js';
import { Choice, Line, Many, Prose } from '../../web/index.js';
import { type Decision, decisionOn, type Outcome, type Part } from '../decision.js';

export const MOST_PARTS = 4;
export const PLACES = Array.from({ length: MOST_PARTS }, (_, i) => i + 1);

/** 分案: what each case is called and handles; a place left empty is no case. */
export class SplitForm {
  @Line({ label: 'decisions.fields.partTitle', max: 50 }) title1 = '';
  @Prose({ label: 'decisions.fields.partMeasures', max: 3000 }) measures1 = '';
  @Line({ label: 'decisions.fields.partTitle', max: 50 }) title2 = '';
  @Prose({ label: 'decisions.fields.partMeasures', max: 3000 }) measures2 = '';
  @Line({ label: 'decisions.fields.partTitle', max: 50 }) title3 = '';
  @Prose({ label: 'decisions.fields.partMeasures', max: 3000 }) measures3 = '';
  @Line({ label: 'decisions.fields.partTitle', max: 50 }) title4 = '';
  @Prose({ label: 'decisions.fields.partMeasures', max: 3000 }) measures4 = '';
  @Prose({ label: 'review.fields.note', max: 1000 }) note = '';
  @Choice({ label: 'review.fields.outcome', of: ['draft'] }) onward = '';
}

/** Into which case, and why. */
export class MergerForm {
  @Line({ label: 'decisions.fields.into', max: 40, required: true }) into = '';
  @Prose({ label: 'review.fields.note', max: 1000 }) note = '';
}

export class UnmergingForm {
  @Prose({ label: 'decisions.fields.unmergeReason', max: 500, required: true }) reason = '';
}

export const SELECTION_OUTCOMES = ['file', 'convert', 'decline', 'merge', 'merge_convert'] as const;

/** One outcome for several proposals. */
export class SelectionForm {
  @Many({ label: 'decisions.fields.chosen', max: 100, required: true }) ref: string[] = [];
  @Choice({ label: 'review.fields.outcome', of: SELECTION_OUTCOMES, required: true }) outcome = '';
  @Line({ label: 'decisions.fields.leading', max: 40 }) leading = '';
  @Line({ label: 'decisions.fields.caseTitle', max: 50 }) caseTitle = '';
  @Line({ label: 'review.fields.declineCode', max: 50 }) declineCode = '';
  @Prose({ label: 'review.fields.note', max: 1000 }) note = '';
  @Choice({ label: 'review.fields.outcome', of: ['draft'] }) onward = '';
}

export function partsOf(form: SplitForm): Part[] {
  const typed = { ...form } as unknown as Record<string, string>;
  const parts = PLACES.map((n) => ({ title: typed[`title${n}`]!, measures: typed[`measures${n}`]! }));
  return parts.filter(({ title, measures }) => title !== '' || measures !== '');
}

/** What is decided on each of the chosen ones; `notes` are the explanations written for single ones. */
export function decisionsOf(form: SelectionForm, notes: ReadonlyMap<string, string>): Decision[] {
  const { outcome, leading, caseTitle, declineCode } = form;
  const noteOn = (ref: string) => notes.get(ref) || form.note;
  if (!outcome.startsWith('merge'))
    return form.ref.map((ref) => decisionOn(ref, outcome as Outcome, { note: noteOn(ref), declineCode }));
  const accept = outcome === 'merge' ? 'file' : 'convert';
  return form.ref.map((ref) =>
    ref === leading
      ? decisionOn(ref, accept, { note: noteOn(ref), caseTitle })
      : decisionOn(ref, 'merge', { note: noteOn(ref), into: leading }),
  );
}

/** The explanations for single proposals: fields called `note-2026-0061`. */
export function notesIn(body: unknown): Map<string, string> {
  const sent = Object.entries((body ?? {}) as Record<string, unknown>);
  return new Map(
    sent
      .filter(([name, value]) => name.startsWith('note-') && typeof value === 'string')
      .map(([name, value]) => [
        name.slice(5),
        [...(value as string).replaceAll('\0', '').trim()].slice(0, 1000).join(''),
      ]),
  );
}

/** The first thing missing in each field, however many decisions miss it. */
export function firstOf(problems: readonly Record<string, Message>[]): Record<string, Message> {
  return Object.assign({}, ...problems.toReversed()) as Record<string, Message>;
}
