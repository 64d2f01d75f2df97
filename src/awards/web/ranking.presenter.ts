import type { SessionSettings } from '../../congress/index.js';
import { msg } from '../../kernel/index.js';
import { PART_NAMES, type PartScore, type RankedUnit } from '../unit-scores.js';

/** Every unit with the numbers behind each part of its score. */
export function presentRanking(ranking: readonly RankedUnit[], settings: SessionSettings) {
  return {
    parts: PART_NAMES.map((name) => msg(`awards.parts.${name}`)),
    minimum: msg('awards.minimum', { n: settings.minimumSample }),
    rows: ranking.map(({ unit, duties, sample, parts, score, place }) => ({
      unit,
      duties,
      place: place ?? '–',
      score: score === null ? reasonOf(sample, settings) : msg('awards.points', { points: score.toFixed(1) }),
      parts: parts.map((part) => ({
        label: msg(`awards.parts.${part.name}`),
        count: `${part.numerator}/${part.denominator}`,
        points: score === null ? null : pointsOf(part),
      })),
    })),
  };
}

function reasonOf(sample: number, { minimumSample }: SessionSettings) {
  return sample < minimumSample ? msg('awards.tooFew') : msg('awards.nothingYet');
}

function pointsOf({ points, most }: PartScore) {
  if (points === null || most === null) return msg('awards.notCounted');
  return msg('awards.pointsOf', { points: points.toFixed(1), most: most.toFixed(1) });
}
