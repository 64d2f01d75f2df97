import { type Message, msg } from '../../kernel/index.js';
import { type Decision, type Outcome, type Part, partOutcome } from './decision.js';

/** What a decision is measured against before it is tried. */
export interface DecisionFrame {
  /** Codes of the reasons that may be given today. */
  readonly reasons: ReadonlySet<string>;
  /** Into what may be merged: open cases, and proposals that have one. */
  readonly open: ReadonlySet<string>;
  /** The other decisions of the same act. */
  readonly others: readonly Decision[];
}

type Check = (decision: Decision, frame: DecisionFrame) => Record<string, Message>;

export const FEWEST_PARTS = 2;

const NOTHING: Record<string, Message> = {};

const CHECKS: Record<Outcome, Check> = {
  file: () => ({}),
  convert: () => ({}),
  decline: ({ declineCode, note }, { reasons }) => ({
    ...(reasons.has(declineCode) ? {} : { declineCode: msg('decisions.missing.declineCode') }),
    ...(note === '' ? { note: msg('review.missing.explanation') } : {}),
  }),
  merge: ({ ref, into }, frame) => {
    const obstacle = into === '' ? 'into' : into === ref ? 'itself' : obstacleTo(into, frame);
    return obstacle === null ? NOTHING : { into: msg(`decisions.missing.${obstacle}`) };
  },
  split: ({ parts }, { reasons }) => {
    const obstacle =
      parts.length < FEWEST_PARTS ? 'parts' : parts.map((part) => lackOf(part, reasons)).find((lack) => lack !== null);
    if (obstacle) return { parts: msg(`decisions.missing.${obstacle}`, { n: FEWEST_PARTS }) };
    return parts.some((part) => partOutcome(part) === 'file') ? NOTHING : { parts: msg('decisions.missing.filedPart') };
  },
};

/** A part is called something and says what it is about; declined, it has its reason and its explanation. */
function lackOf(part: Part, reasons: ReadonlySet<string>): 'part' | 'partReason' | 'partExplanation' | null {
  const { title, measures, declineCode = '', explanation = '' } = part;
  if (title === '' || measures === '') return 'part';
  if (partOutcome(part) !== 'decline') return null;
  if (!reasons.has(declineCode)) return 'partReason';
  return explanation === '' ? 'partExplanation' : null;
}

/** What is still missing, by the field of the form; the sheet shows the same in red. */
export function missingIn(decision: Decision, frame: DecisionFrame): Record<string, Message> {
  return CHECKS[decision.outcome](decision, frame);
}

/** The leading proposal has a case, or gets one in the same act. */
function obstacleTo(into: string, { open, others }: DecisionFrame): 'undecided' | 'which' | null {
  const [serial, part] = into.split('/');
  const leading = others.find(({ ref }) => ref === serial);
  if (!leading) return open.has(into) ? null : 'undecided';
  if (leading.outcome === 'split') {
    const chosen = leading.parts[Number(part) - 1];
    return chosen && partOutcome(chosen) !== 'decline' ? null : 'which';
  }
  return leading.outcome === 'file' || leading.outcome === 'convert' ? null : 'undecided';
}
