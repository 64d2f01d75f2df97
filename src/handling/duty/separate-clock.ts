import type { CaseRecord } from '../case/case-record.js';

/** What runs for one leading unit: the clock of the case where it leads alone, its own where several lead separately. */
export interface DutyClock {
  readonly dueOn: string;
  readonly extendedUntil: string | null;
  readonly extensionAskedUntil: string | null;
  readonly extensionReason: string | null;
}

type Clocked = Pick<CaseRecord, 'leads' | 'isSeparate' | 'dueOn' | 'signBy'>;

/** A case with separate leads shows the next date of those who are not done: it is overdue as soon as one of them is. */
export function separateClock(record: Clocked): Partial<Pick<CaseRecord, 'dueOn' | 'signBy'>> {
  if (!record.isSeparate) return {};
  const running = record.leads.filter(({ status }) => status !== 'done');
  const unsigned = running.filter(({ status }) => status === 'to_sign');
  return {
    dueOn: earliest(running.map(({ dueOn, extendedUntil }) => extendedUntil ?? dueOn)) ?? record.dueOn,
    signBy: earliest(unsigned.map(({ signBy }) => signBy)) ?? record.signBy,
  };
}

/** A request left over from an earlier round asks for a day that has come to nothing. */
export function isAsked({ extensionAskedUntil, dueOn }: DutyClock): boolean {
  return extensionAskedUntil !== null && extensionAskedUntil > dueOn;
}

function earliest(dates: readonly string[]): string | null {
  return dates.toSorted()[0] ?? null;
}
