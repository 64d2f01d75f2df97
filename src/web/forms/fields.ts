import { Transform, type TransformFnParams } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { isId, type Message, msg } from '../../kernel/index.js';

interface TextRule {
  /** Catalogue key of the field's name, for the message. */
  readonly label: string;
  /** Unicode characters, as a person counts them. */
  readonly max?: number;
  readonly required?: boolean;
}

type Check = (value: string) => Message | null;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Half a character: the database refuses it, and the form as wrongly encoded. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** One line of text. */
export const Line = (rule: TextRule) =>
  field((value) => checkText(value.replace(/\s+/g, ' '), { max: 200, ...rule }), oneLine);

/** Several paragraphs. */
export const Prose = (rule: TextRule) => field((value) => checkText(value, { max: 10_000, ...rule }), paragraphs);

/** A password: taken as it was typed, blanks included. It is never printed back. */
export const Secret = (rule: TextRule) =>
  field(
    (value) => checkText(value, { max: 200, ...rule }),
    (value) => value,
  );

/** One of the values offered. */
export const Choice = (rule: { label: string; of: readonly string[]; required?: boolean }) =>
  field((value) => (value === '' ? checkChosen(rule) : rule.of.includes(value) ? null : fail('choice', rule)), oneLine);

/** A date as YYYY-MM-DD. */
export const DateField = (rule: { label: string; required?: boolean }) =>
  field((value) => (value === '' ? checkChosen(rule) : isDate(value) ? null : fail('date', rule)), oneLine);

/** The id of another record, chosen from a list. */
export const Reference = (rule: { label: string; required?: boolean }) =>
  field((value) => (value === '' ? checkChosen(rule) : isId(value) ? null : fail('choice', rule)), oneLine);

/** A whole number. */
export const WholeNumber = (rule: { label: string; from: number; to: number; required?: boolean }) =>
  field((value) => (value === '' ? checkText(value, rule) : checkNumber(value, rule)), oneLine);

/** A box to tick: 'yes' or ''. */
export const Flag = () =>
  field(
    () => null,
    (value) => (value === 'yes' || value === 'on' ? 'yes' : ''),
  );

/** Several values of the same name, each one checked. */
export function Many(rule: { label: string; max?: number; required?: boolean }): PropertyDecorator {
  const most = rule.max ?? 200;
  return (target, key) => {
    Transform(({ value }: TransformFnParams) => manyOf(value))(target, key);
    validate((value) => {
      const list = value as string[];
      if (list.length > most) return fail('tooMany', { ...rule, max: most });
      return list.length === 0 ? checkChosen(rule) : null;
    })(target, key);
  };
}

function field(check: Check, tidy: (text: string) => string): PropertyDecorator {
  return (target, key) => {
    Transform(({ value }: TransformFnParams) => tidy(plain(value)))(target, key);
    validate((value) => (String(value).includes('\uFFFD') ? msg('forms.errors.encoding') : check(String(value))))(
      target,
      key,
    );
  };
}

/** class-validator wants a text as message: ours carries the key and parameters as JSON, read back in readForm. */
function validate(check: (value: unknown) => Message | null): PropertyDecorator {
  return ValidateBy({
    name: 'field',
    validator: {
      validate: (value) => check(value) === null,
      defaultMessage: (args) => JSON.stringify(check(args!.value)),
    },
  });
}

function checkText(value: string, rule: TextRule): Message | null {
  if (rule.required && value.trim() === '') return fail('required', rule);
  const length = [...value].length;
  return rule.max !== undefined && length > rule.max ? fail('tooLong', { ...rule, length }) : null;
}

/** Nothing was chosen: one fills in a text, but chooses a date or one of several. */
function checkChosen(rule: { readonly label: string; readonly required?: boolean }): Message | null {
  return rule.required ? fail('unchosen', rule) : null;
}

function checkNumber(value: string, rule: { label: string; from: number; to: number }): Message | null {
  return /^-?\d{1,9}$/.test(value) && Number(value) >= rule.from && Number(value) <= rule.to
    ? null
    : fail('number', rule);
}

function isDate(value: string): boolean {
  if (!DATE.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

function fail(
  kind: string,
  { label, ...rest }: { label: string; max?: number; length?: number; from?: number; to?: number },
): Message {
  const numbers = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'number')) as Record<
    string,
    number
  >;
  return msg(`forms.errors.${kind}`, { label: `@${label}`, ...numbers });
}

function plain(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' || typeof first === 'number'
    ? String(first).replaceAll('\0', '').replace(LONE_SURROGATE, '\uFFFD').normalize('NFC')
    : '';
}

function manyOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
  return [...new Set(list.map(plain).filter((text) => text !== ''))];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function paragraphs(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u3000]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
