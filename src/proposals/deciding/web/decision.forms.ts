import { type Message } from '../../../kernel/index.js';
import { Choice, type FieldErrors, Line, Many, Prose, readForm, type Typed } from '../../../web/index.js';
import { type Decision, decisionOn, type Outcome, type Part, PART_OUTCOMES, type PartOutcome } from '../decision.js';
import { CaseTitle, DeclineCode, Deviation, Into, Note, Onward, ReadText } from './deciding-fields.js';

export const MOST_PARTS = 4;
export const PLACES = Array.from({ length: MOST_PARTS }, (_, i) => i + 1);

/** What becomes of one proposal. */
export class DecisionForm {
  @Choice({ label: 'review.fields.outcome', of: ['file', 'convert', 'decline', 'merge'], required: true }) outcome = '';
  @DeclineCode() declineCode = '';
  @Note() note = '';
  @ReadText() text = '';
  @Deviation() deviation = '';
  @CaseTitle() caseTitle = '';
  @Into() into = '';
  @Onward() onward = '';
}

/** 分案: what each part is called, says, and becomes. */
export class PartForm {
  @Line({ label: 'decisions.fields.partTitle', max: 50 }) title = '';
  @Prose({ label: 'decisions.fields.partMeasures', max: 3000 }) measures = '';
  @Choice({ label: 'decisions.fields.partOutcome', of: PART_OUTCOMES }) outcome = '';
  @DeclineCode() declineCode = '';
  @Prose({ label: 'decisions.fields.partExplanation', max: 1000 }) explanation = '';
}

/** What concerns the split as a whole. */
export class SplitForm {
  @Note() note = '';
  @Deviation() deviation = '';
  @Onward() onward = '';
}

export interface SplitRead {
  readonly value: SplitForm;
  /** Places that were left empty are no parts. */
  readonly parts: readonly Part[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
}

/** The fields of the parts are called `title1`, `measures1` …, up to the last place. */
export function readSplit(body: unknown): SplitRead {
  const sent = (body ?? {}) as Record<string, unknown>;
  const whole = readForm(SplitForm, body);
  const read = PLACES.map((n) => ({ n, form: readForm(PartForm, fieldsAt(n, sent)) }));
  const typed: Record<string, string | readonly string[]> = whole.ok ? { ...whole.value } : { ...whole.typed };
  const errors: Record<string, Message> = whole.ok ? {} : { ...whole.errors };
  for (const { n, form } of read) {
    for (const [name, text] of Object.entries(form.ok ? form.value : form.typed)) typed[`${name}${n}`] = text;
    for (const [name, text] of Object.entries(form.ok ? {} : form.errors)) errors[`${name}${n}`] = text;
  }
  const parts = read.flatMap(({ form }) => (form.ok && !isEmpty(form.value) ? [partIn(form.value)] : []));
  return { value: whole.ok ? whole.value : new SplitForm(), parts, typed, errors };
}

/** Into which case, and why. */
export class MergerForm {
  @Into(true) into = '';
  @Note() note = '';
  @Deviation() deviation = '';
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
  @CaseTitle() caseTitle = '';
  @DeclineCode() declineCode = '';
  @Note() note = '';
  @Onward() onward = '';
}

/** What a draft keeps of a part, as its fields show it. */
export function partFields(parts: readonly Part[]): Typed {
  return Object.fromEntries(
    parts.flatMap((part, i) => Object.entries(part).map(([name, text]) => [`${name}${i + 1}`, String(text)])),
  );
}

function fieldsAt(n: number, sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(new PartForm()).map((name) => [name, sent[`${name}${n}`]]));
}

function isEmpty({ title, measures }: PartForm): boolean {
  return title === '' && measures === '';
}

/** A reason is kept only where it is given. */
function partIn({ title, measures, outcome, declineCode, explanation }: PartForm): Part {
  const part = { title, measures, outcome: (outcome || 'file') as PartOutcome };
  return part.outcome === 'decline' ? { ...part, declineCode, explanation } : part;
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
