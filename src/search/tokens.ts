import { allWordsOf, isHan, pairsOf, runsOf } from './segmentation.js';

const LAST_PLACE = 16_383;
const MOST_PLACES = 32;
const LONGEST_TEXT = 100_000;

/**
 * The `tsvector` of a document, built here because PostgreSQL does not know Chinese: words with their places, those of the title
 * with weight A; pairs of Chinese characters and the last character of each stretch without a place.
 */
export function vectorOf(plainTitle: string, plainBody: string): string {
  const places = new Map<string, string[]>();
  const titleWords = allWordsOf(plainTitle);
  const bodyWords = allWordsOf(plainBody.slice(0, LONGEST_TEXT));
  titleWords.forEach((word, i) => note(places, word, `${placeOf(i)}A`));
  bodyWords.forEach((word, i) => note(places, word, `${placeOf(titleWords.length + i)}`));
  for (const token of placelessOf(`${plainTitle}\n${plainBody.slice(0, LONGEST_TEXT)}`))
    if (!places.has(token)) places.set(token, []);
  return [...places].map(([token, at]) => (at.length === 0 ? `'${token}'` : `'${token}':${at.join(',')}`)).join(' ');
}

function note(places: Map<string, string[]>, word: string, place: string): void {
  const at = places.get(word);
  if (!at) places.set(word, [place]);
  else if (at.length < MOST_PLACES) at.push(place);
}

function placelessOf(plain: string): string[] {
  return runsOf(plain)
    .filter(isHan)
    .flatMap((run) => [...pairsOf(run), [...run].at(-1)!]);
}

function placeOf(i: number): number {
  return Math.min(i + 1, LAST_PLACE);
}
