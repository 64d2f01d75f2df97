import type { Request } from './request.js';

const SECRET_FIELD = /password/i;
/** Words, not a date, a number or the name of a choice. */
const WORTH_KEEPING = /\p{Script=Han}{4}|\S\s+\S+\s+\S/u;

/** What somebody wrote in a form that was refused as a whole: the error page gives it back, to be copied. */
export function typedProse({ method, body }: Pick<Request, 'method' | 'body'>): string[] {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return [];
  const fields = Object.entries(body);
  if (fields.some(([name]) => SECRET_FIELD.test(name))) return [];
  return fields
    .map(([, value]) => (typeof value === 'string' ? value.trim() : ''))
    .filter((text) => WORTH_KEEPING.test(text));
}

/** The page one came from, if it is another one of this site. */
export function pageBefore({ headers, url }: Pick<Request, 'headers' | 'url'>): string | null {
  const { referer, host } = headers;
  if (!referer || !URL.canParse(referer)) return null;
  const before = new URL(referer);
  const path = before.pathname + before.search;
  return before.host === host && path !== url ? path : null;
}
