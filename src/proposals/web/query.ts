/** What stands in the address, tidied: one short text without characters that no database takes. */
export function queryText(value: unknown, longest = 60): string {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return '';
  return [...first.replaceAll('\0', '').replace(/\s+/g, ' ').trim()].slice(0, longest).join('');
}

/** One of the values offered, else nothing. */
export function queryChoice(value: unknown, of: readonly string[]): string {
  const text = queryText(value);
  return of.includes(text) ? text : '';
}
