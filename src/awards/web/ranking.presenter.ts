import type { SessionSettings } from '../../congress/index.js';
import { msg } from '../../kernel/index.js';
import { PART_NAMES, type PartScore, type RankedUnit } from '../unit-scores.js';

/** Every unit with the numbers behind each part of its score. */
export function presentRanking(ranking: readonly RankedUnit[], settings: SessionSettings) {
  return {
    parts: PART_NAMES.map((name) => msg(`awards.parts.${name}`)),
    minimum: msg('awards.minimum', { n: settings.minimumSample }),
    rows: ranking.map(({ unit, duties, parts, score, place }) => ({
      unit,
      duties,
      place: place === null ? msg('awards.unranked') : msg('awards.place', { n: place }),
      score: score === null ? reasonOf(duties, settings) : msg('awards.points', { points: score.toFixed(1) }),
      parts: parts.map((part) => ({ label: msg(`awards.parts.${part.name}`), text: textOf(part) })),
    })),
  };
}

function reasonOf(duties: number, { minimumSample }: SessionSettings) {
  return duties < minimumSample ? msg('awards.tooFew') : msg('awards.nothingYet');
}

function textOf({ numerator, denominator, points, most }: PartScore) {
  if (points === null || most === null) return msg('awards.part.none', { numerator, denominator });
  return msg('awards.part.points', { numerator, denominator, points: points.toFixed(1), most: most.toFixed(1) });
}
