import { CATEGORIES } from '../../../handling/index.js';
import { Choice, DateField, Flag, Line, Prose, Reference } from '../../../web/index.js';
import { LONGEST } from '../../writing/web/draft.form.js';

export const PAPER_KINDS = ['individual', 'collective'] as const;

/** What stands on the paper, and when it came in. */
export class PaperEntryForm {
  @Reference({ label: 'paper.form.id', required: true }) id = '';
  @Line({ label: 'paper.form.author', max: 30, required: true }) author = '';
  @DateField({ label: 'paper.form.receivedOn', required: true }) receivedOn = '';
  @Prose({ label: 'paper.form.note', max: 300 }) note = '';
  @Line({ label: 'proposals.fields.title', max: LONGEST.title, required: true }) title = '';
  @Choice({ label: 'proposals.fields.category', of: CATEGORIES, required: true }) category = '';
  @Prose({ label: 'proposals.fields.reason', max: LONGEST.text, required: true }) reason = '';
  @Prose({ label: 'proposals.fields.measures', max: LONGEST.text, required: true }) measures = '';
  @Reference({ label: 'proposals.fields.wishedUnit' }) wishedUnit = '';
  @Choice({ label: 'proposals.fields.publish', of: ['yes', 'no'], required: true }) publish = '';
  @Prose({ label: 'proposals.fields.publishRefusal', max: LONGEST.refusal }) publishRefusal = '';
  @Choice({ label: 'paper.form.kind', of: PAPER_KINDS }) kind = '';
  @Prose({ label: 'paper.form.joint', max: 500 }) joint = '';
  @Prose({ label: 'paper.form.present', max: 2000 }) present = '';
  @Prose({ label: 'paper.form.seconders', max: 2000, required: true }) seconders = '';
  @Flag() delegation = '';
}

export class ObjectionForm {
  @Prose({ label: 'paper.objection.reason', max: 500, required: true }) objection = '';
}

/** Staff numbers, however they were separated; nobody twice. */
export function numbersIn(text: string): string[] {
  return [...new Set(text.split(/[\s,，、;；]+/).filter((number) => number !== ''))];
}
