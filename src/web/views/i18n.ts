import fs from 'node:fs';
import path from 'node:path';
import type { Message } from '../../kernel/index.js';
import { longDate } from './dates.js';

export const LOCALES = ['zh', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const DATE = /^\d{4}-\d{2}-\d{2}$/;

type Texts = ReadonlyMap<string, string>;

export function isLocale(text: unknown): text is Locale {
  return LOCALES.includes(text as Locale);
}

/** The catalogues of locales/<locale>/<feature>.json; key `feature.a.b` is `a.b` in the file of the feature. */
export class Catalogues {
  private readonly texts: Readonly<Record<Locale, Texts>>;

  /** With `strict`, a missing text is thrown (tests); otherwise its key is shown. */
  constructor(
    folder: string,
    private readonly strict: boolean,
  ) {
    this.texts = { zh: readFolder(path.join(folder, 'zh')), en: readFolder(path.join(folder, 'en')) };
  }

  keys(locale: Locale): string[] {
    return [...this.texts[locale].keys()];
  }

  has(key: string): boolean {
    return this.texts.zh.has(key);
  }

  /** The text with `{name}` replaced; a parameter that is a catalogue key (`@key`) is translated, a date is written out. */
  text(locale: Locale, key: string, params: Readonly<Record<string, unknown>> = {}): string {
    const text = this.texts[locale].get(key);
    if (text === undefined) {
      if (this.strict) throw new Error(`no text for "${key}" in ${locale}`);
      return key;
    }
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => this.parameter(locale, params[name]) ?? whole);
  }

  say(locale: Locale, message: Message | string | null | undefined): string {
    if (message === null || message === undefined) return '';
    return typeof message === 'string' ? message : this.text(locale, message.key, message.params);
  }

  /** With `strict`: a parameter that should have been translated (`@key`) stands on the page as it is. */
  refuseRawKeys(page: string): void {
    if (!this.strict) return;
    const [raw] = [...page.matchAll(/@([A-Za-z]+(?:\.\w+)+)/g)].filter(([, key]) => this.has(key!));
    if (raw) throw new Error(`"${raw[0]}" is printed instead of its text`);
  }

  private parameter(locale: Locale, value: unknown): string | undefined {
    if (value === undefined || value === null) return undefined;
    const text = String(value);
    if (isDay(text)) return longDate(text, locale);
    return text.startsWith('@') && this.has(text.slice(1)) ? this.text(locale, text.slice(1)) : text;
  }
}

/** What a person typed may only look like a date (2026-99-99): it is printed as it is. */
function isDay(text: string): boolean {
  return DATE.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

function readFolder(folder: string): Texts {
  const texts = new Map<string, string>();
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    flatten(path.basename(file, '.json'), JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')), texts);
  }
  return texts;
}

function flatten(prefix: string, value: unknown, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(prefix, value);
  else for (const [key, inner] of Object.entries(value as object)) flatten(`${prefix}.${key}`, inner, into);
}
