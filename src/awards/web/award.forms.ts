import { type Message, msg } from '../../kernel/index.js';
import { DateField, Line, Prose, Reference, type Typed, WholeNumber } from '../../web/index.js';

const LONGEST_CITATION = 300;

export class NominationForm {
  @Line({ label: 'awards.fields.ref', max: 40, required: true }) ref = '';
  @Prose({ label: 'awards.fields.reason', max: 500, required: true }) reason = '';
}

export class ScoreForm {
  @WholeNumber({ label: 'awards.fields.score', from: 0, to: 100, required: true }) score = '';
}

export class ScheduleForm {
  @DateField({ label: 'awards.schedule.nominateBy' }) nominateBy = '';
  @DateField({ label: 'awards.schedule.scoreBy' }) scoreBy = '';
}

export class AwardNoticeForm {
  @Reference({ label: 'awards.notice.unitId', required: true }) unitId = '';
  @Line({ label: 'disclosure.field.title', max: 100, required: true }) title = '';
  @Prose({ label: 'disclosure.field.body', max: 20_000, required: true }) body = '';
}

export interface CitationsSent {
  /** By the id of what is awarded; an empty field awards nothing. */
  readonly given: ReadonlyMap<string, string>;
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, Message>>;
}

/** The fields called `citation-<id>`, for these ids and no others. */
export function citationsIn(body: unknown, ids: readonly string[]): CitationsSent {
  const sent = (body ?? {}) as Record<string, unknown>;
  const texts = ids.map((id) => [id, textOf(sent[citationField(id)])] as const);
  const long = texts.filter(([, text]) => [...text].length > LONGEST_CITATION);
  return {
    given: new Map(texts.filter(([, text]) => text !== '')),
    typed: Object.fromEntries(texts.map(([id, text]) => [citationField(id), text])),
    errors: Object.fromEntries(long.map(([id, text]) => [citationField(id), tooLong([...text].length)])),
  };
}

export function citationField(id: string): string {
  return `citation-${id}`;
}

function tooLong(length: number): Message {
  return msg('forms.errors.tooLong', { label: '@awards.fields.citation', max: LONGEST_CITATION, length });
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
