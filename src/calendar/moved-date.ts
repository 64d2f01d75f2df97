import { type Message, msg } from '../kernel/index.js';

type Facts = Readonly<Record<string, unknown>>;

/** What a recounting changed, as the event tells it: which date, from when to when. */
export function movedDate(data: Facts): Message {
  return msg('deadlines.moved', paramsOf(data));
}

/** The same with the reason, for those concerned. */
export function movedBecause(data: Facts, reason: string): Message {
  return msg('deadlines.movedBecause', { ...paramsOf(data), reason });
}

function paramsOf({ date, before, after }: Facts) {
  return { date: `@deadlines.date.${String(date)}`, before: String(before), after: String(after) };
}
