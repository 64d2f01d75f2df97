import type { Locale } from './i18n.js';

const ZONE = 'Asia/Shanghai';
const LANGUAGE: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' };

const FULL = formats({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
const SHORT = formats({ month: 'long', day: 'numeric' });
const MOMENT = formats({
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** 2026年4月14日（周二） · Tue, 14 April 2026 */
export function longDate(value: Date | string, locale: Locale): string {
  const text = FULL[locale].format(instant(value));
  return locale === 'zh' ? text.replace(/日(周.|星期.)$/, '日（$1）') : text;
}

/** 4月14日 · 14 April */
export function shortDate(value: Date | string, locale: Locale): string {
  return SHORT[locale].format(instant(value));
}

/** 2026年4月14日 09:30 · 14 April 2026 at 09:30 */
export function dateAndTime(value: Date | string, locale: Locale): string {
  return MOMENT[locale].format(instant(value));
}

/** A date without time is noon in Beijing, so that no zone moves it to another day. */
function instant(value: Date | string): Date {
  if (value instanceof Date) return value;
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00+08:00` : value);
}

function formats(options: Intl.DateTimeFormatOptions): Record<Locale, Intl.DateTimeFormat> {
  const inBeijing = { ...options, timeZone: ZONE };
  return { zh: new Intl.DateTimeFormat(LANGUAGE.zh, inBeijing), en: new Intl.DateTimeFormat(LANGUAGE.en, inBeijing) };
}
