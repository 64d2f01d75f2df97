import { beijingDate } from '../../calendar/index.js';
import { type Message, msg } from '../../kernel/index.js';
import { owedBy } from './case-due.js';
import { CASE_KIND } from './case-kind.js';
import type { CaseRecord } from './case-record.js';
import type { CaseStatus } from './case-workflow.js';

export type WayState = 'done' | 'current' | 'next' | 'skipped';
export interface WayStep {
  readonly label: Message;
  readonly date: string | null;
  readonly state: WayState;
}
/** For `components/way`. */
export interface Way {
  readonly steps: readonly WayStep[];
  readonly next: Message;
  readonly seal: Message | null;
}

export type OnTheWay = Pick<
  CaseRecord,
  | 'kind'
  | 'status'
  | 'round'
  | 'openedAt'
  | 'assignedAt'
  | 'signBy'
  | 'leads'
  | 'dueOn'
  | 'extendedUntil'
  | 'repliedAt'
  | 'rateBy'
  | 'ratedAt'
  | 'promiseDueOn'
  | 'concludedAt'
  | 'outcomeClass'
  | 'finalRating'
  | 'referredTo'
> & { readonly congress?: { readonly light: boolean } };

export const WAY_STEPS = ['submit', 'review', 'assign', 'handle', 'reply', 'rate', 'follow_up'] as const;
type WayName = (typeof WAY_STEPS)[number];

/** Where a case stands: at which step of the way. Null when it has come to its end. */
const STANDS_AT: Record<CaseStatus, WayName | null> = {
  open: 'assign',
  assigned: 'handle',
  in_handling: 'handle',
  return_pending: 'handle',
  in_sign_off: 'reply',
  replied: 'rate',
  rated: 'rate',
  referred: 'rate',
  follow_up: 'follow_up',
  concluded: null,
  withdrawn: null,
};

/** The way of a case with the one sentence of who must act by when. `submittedOn` is known to the room it came from. */
export function wayOf(
  record: OnTheWay,
  leadUnit: string | null,
  today: string,
  submittedOn: string | null = null,
): Way {
  const at = STANDS_AT[record.status];
  const steps = WAY_STEPS.map((name, place) => {
    const state = stateOf(name, place, at, record);
    return { label: msg(`handling.way.${name}`), date: dateOf(name, state, record, submittedOn), state };
  });
  return {
    steps,
    next: nextOf(record, leadUnit, today),
    seal: at === null ? msg(`handling.seal.${record.status}`) : null,
  };
}

function stateOf(name: WayName, place: number, at: WayName | null, record: OnTheWay): WayState {
  if (isSkipped(name, record)) return 'skipped';
  if (at === null) return record.status === 'withdrawn' && !isReached(name, record) ? 'skipped' : 'done';
  const here = WAY_STEPS.indexOf(at);
  return place < here ? 'done' : place === here ? 'current' : 'next';
}

/** Ratings that are not asked for, and promises that were not made. */
function isSkipped(name: WayName, { kind, status, outcomeClass, ratedAt }: OnTheWay): boolean {
  if (name === 'rate')
    return !CASE_KIND[kind].ratingAsked || (ratedAt === null && (status === 'concluded' || status === 'follow_up'));
  return name === 'follow_up' && outcomeClass !== null && outcomeClass !== 'B';
}

function isReached(name: WayName, record: OnTheWay): boolean {
  return name === 'submit' || name === 'review' || (name === 'assign' && record.assignedAt !== null);
}

function dateOf(name: WayName, state: WayState, record: OnTheWay, submittedOn: string | null): string | null {
  const day = (moment: Date | null) => (moment === null ? null : beijingDate(moment));
  const done: Record<WayName, string | null> = {
    submit: submittedOn,
    review: day(record.openedAt),
    assign: day(record.assignedAt),
    handle: day(takenUpAt(record)),
    reply: day(record.repliedAt),
    rate: day(record.ratedAt),
    follow_up: day(record.concludedAt),
  };
  const due: Partial<Record<WayName, string | null>> = {
    handle: day(takenUpAt(record)) ?? (record.status === 'assigned' ? record.signBy : null),
    reply: owedBy(record),
    rate: record.status === 'replied' ? record.rateBy : null,
    follow_up: record.promiseDueOn,
  };
  if (state === 'done') return done[name];
  return state === 'skipped' ? null : (due[name] ?? null);
}

/** Who must act by when, as one sentence. */
export function nextOf(record: OnTheWay, leadUnit: string | null, today: string): Message {
  const unit = leadUnit ?? '';
  const by = (date: string | null) => ({ unit, date: date ?? '', round: record.round });
  const late = (name: string, date: string | null) =>
    msg(`handling.next.${name}${date !== null && date < today ? 'Late' : ''}`, by(date));
  switch (record.status) {
    case 'open':
      return msg(`handling.next.${record.congress?.light ? 'openLight' : 'open'}`);
    case 'assigned':
      return late('assigned', record.signBy);
    case 'in_handling':
      return late(record.round > 1 ? 'secondRound' : 'inHandling', owedBy(record));
    case 'in_sign_off':
      return late('inSignOff', owedBy(record));
    case 'follow_up':
      return late('followUp', record.promiseDueOn);
    case 'replied':
      return record.rateBy === null ? msg('handling.next.replied') : msg('handling.next.toRate', by(record.rateBy));
    case 'concluded':
      return msg(`handling.next.concluded`, { rating: `@handling.finalRating.${record.finalRating ?? 'none'}` });
    case 'referred':
      return msg(`handling.next.referred_${record.referredTo}`);
    default:
      return msg(`handling.next.${record.status}`, by(null));
  }
}

/** When the first leading unit took the case up. */
function takenUpAt({ leads }: OnTheWay): Date | null {
  const receipts = leads.flatMap(({ signedForAt }) => signedForAt ?? []);
  return receipts.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
