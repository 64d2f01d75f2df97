import { type Message, msg } from '../../kernel/index.js';

/** A date inside a sentence or a list of facts: 2026年4月14日 · 14/4/2026. */
export function factDate(date: string): Message {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return msg('disclosure.date', { year, month, day });
}
