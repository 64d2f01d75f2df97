import type { SessionSettings } from '../congress/index.js';

/** One unit's duty as lead or separate lead of a filed case. Dates are Beijing dates. */
export interface UnitDuty {
  readonly unitId: string;
  readonly unit: string;
  readonly signBy: string;
  readonly signedOn: string | null;
  readonly dueOn: string | null;
  /** Of the first reply. */
  readonly repliedOn: string | null;
  readonly contacted: boolean;
  readonly outcomeClass: string | null;
  readonly rating: string | null;
  readonly promiseDueOn: string | null;
  readonly implemented: boolean;
}

type Question = (duty: UnitDuty, asOf: string) => boolean;

interface Part {
  readonly weight: (settings: SessionSettings) => number;
  readonly among: Question;
  readonly counted: Question;
}

const isReplied: Question = ({ repliedOn }) => repliedOn !== null;
const isPast = (day: string | null, asOf: string) => day !== null && day < asOf;

/** What a unit is judged by; the same definitions as in the figures of a session (domain.md §3.5). */
const PARTS = {
  signFor: {
    weight: ({ awardSignFor }) => awardSignFor,
    among: ({ signedOn, signBy }, asOf) => signedOn !== null || isPast(signBy, asOf),
    counted: ({ signedOn, signBy }) => signedOn !== null && signedOn <= signBy,
  },
  onTime: {
    weight: ({ awardOnTime }) => awardOnTime,
    among: (duty, asOf) => isReplied(duty, asOf) || isPast(duty.dueOn, asOf),
    counted: ({ repliedOn, dueOn }) => repliedOn !== null && dueOn !== null && repliedOn <= dueOn,
  },
  contact: { weight: ({ awardContact }) => awardContact, among: isReplied, counted: ({ contacted }) => contacted },
  outcome: {
    weight: ({ awardOutcome }) => awardOutcome,
    among: isReplied,
    counted: ({ outcomeClass }) => outcomeClass === 'A' || outcomeClass === 'B',
  },
  satisfaction: {
    weight: ({ awardSatisfaction }) => awardSatisfaction,
    among: ({ rating }) => rating !== null && rating !== 'no_answer',
    counted: ({ rating }) => rating === 'satisfied' || rating === 'mostly',
  },
  followUp: {
    weight: ({ awardFollowUp }) => awardFollowUp,
    among: ({ outcomeClass, implemented, promiseDueOn }, asOf) =>
      outcomeClass === 'B' && (implemented || isPast(promiseDueOn, asOf)),
    counted: ({ implemented }) => implemented,
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as PartName[];

/** 12 of 14, and the points that they bring: null where there was nothing to do, its weight goes to the other parts. */
export interface PartScore {
  readonly name: PartName;
  readonly numerator: number;
  readonly denominator: number;
  readonly points: number | null;
  /** The most that could have been reached. */
  readonly most: number | null;
}

/** `place` is null for a unit that is not ranked, with the reason. */
export interface RankedUnit {
  readonly unitId: string;
  readonly unit: string;
  readonly duties: number;
  /** Those whose reply is given or due: too few of them say nothing. */
  readonly sample: number;
  readonly parts: readonly PartScore[];
  readonly score: number | null;
  readonly place: number | null;
}

/** The units by their scores, the best first; equal ones share a place. Those with too few replies due come last, unranked. */
export function rankingOf(duties: readonly UnitDuty[], settings: SessionSettings, asOf: string): RankedUnit[] {
  const ids = [...new Set(duties.map(({ unitId }) => unitId))];
  const units = ids.map((id) =>
    unitOf(
      duties.filter(({ unitId }) => unitId === id),
      settings,
      asOf,
    ),
  );
  const ranked = units.filter(({ score }) => score !== null).toSorted((a, b) => b.score! - a.score!);
  const placed = ranked.map((one) => ({ ...one, place: 1 + ranked.filter(({ score }) => score! > one.score!).length }));
  return [...placed, ...units.filter(({ score }) => score === null)];
}

function unitOf(own: readonly UnitDuty[], settings: SessionSettings, asOf: string): RankedUnit {
  const parts = partsOf(own, settings, asOf);
  const counting = parts.filter(({ points }) => points !== null);
  const sample = parts.find(({ name }) => name === 'onTime')!.denominator;
  const enough = sample >= settings.minimumSample && counting.length > 0;
  const score = enough ? tenth(sum(counting.map(({ points }) => points!))) : null;
  const shown = parts.map((part) => ({ ...part, points: rounded(part.points), most: rounded(part.most) }));
  return { unitId: own[0]!.unitId, unit: own[0]!.unit, duties: own.length, sample, parts: shown, score, place: null };
}

function partsOf(own: readonly UnitDuty[], settings: SessionSettings, asOf: string): PartScore[] {
  const counts = PART_NAMES.map((name) => {
    const part: Part = PARTS[name];
    const among = own.filter((duty) => part.among(duty, asOf));
    const numerator = among.filter((duty) => part.counted(duty, asOf)).length;
    return { name, numerator, denominator: among.length, weight: among.length > 0 ? part.weight(settings) : 0 };
  });
  const total = sum(counts.map(({ weight }) => weight));
  return counts.map(({ name, numerator, denominator, weight }) => {
    const most = weight > 0 ? (weight / total) * 100 : null;
    return { name, numerator, denominator, most, points: most === null ? null : (most * numerator) / denominator };
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const tenth = (number: number) => Math.round(number * 10) / 10;
const rounded = (number: number | null) => (number === null ? null : tenth(number));
