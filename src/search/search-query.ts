import { plainOf } from './plain-text.js';
import { isHan, pairsOf, runsOf, wordsOf } from './segmentation.js';

const LONGEST_QUERY = 100;
const MOST_WORDS = 12;
const PHRASES = /["“”「」]([^"“”「」]+)["“”「」]/g;

/** What somebody typed into the search box, understood: phrases in quotes, and words. */
export class SearchQuery {
  readonly phrases: readonly string[];
  readonly words: readonly string[];
  /** All of it as one text, for finding it whole in a title. */
  readonly whole: string;

  constructor(readonly typed: string) {
    const plain = plainOf([...typed].slice(0, LONGEST_QUERY).join('')).trim();
    this.phrases = [...plain.matchAll(PHRASES)].map(([, phrase]) => phrase!.trim()).filter((p) => runsOf(p).length > 0);
    const rest = plain.replace(PHRASES, ' ');
    this.words = telling(wordsOf(rest)).slice(0, MOST_WORDS);
    this.whole = plain.replace(/["“”「」]/g, '').trim();
  }

  get isEmpty(): boolean {
    return this.words.length === 0 && this.phrases.length === 0;
  }

  /** The `tsquery` that every word and phrase must meet; it may let too much through for phrases, see `patterns`. */
  get all(): string {
    return [...this.phrases.flatMap(phraseTerms), ...this.words.map(wordTerm)].join(' & ');
  }

  /** The `tsquery` that one of the words meets. */
  get any(): string {
    return [...this.phrases.flatMap((phrase) => telling(wordsOf(phrase))), ...this.words].map(wordTerm).join(' | ');
  }

  /** LIKE patterns of the quoted phrases. */
  get patterns(): string[] {
    return this.phrases.map((phrase) => `%${phrase.replace(/[\\%_]/g, '\\$&')}%`);
  }

  /** What is marked in the texts found, the longest first. */
  get marks(): string[] {
    const all = [this.whole, ...this.phrases, ...this.words].filter((mark) => mark !== '');
    return [...new Set(all)].toSorted((a, b) => b.length - a.length);
  }
}

/** Single characters such as 的 or 和 tell nothing, unless there is nothing else. */
function telling(words: readonly string[]): string[] {
  const long = words.filter((word) => !isHan(word) || [...word].length > 1);
  return [...new Set(long.length > 0 ? long : words)];
}

function wordTerm(word: string): string {
  if (!isHan(word) || [...word].length === 1) return `'${word}':*`;
  const pairs = pairsOf(word);
  return pairs.length === 1 ? `'${word}'` : `('${word}' | (${pairs.map((pair) => `'${pair}'`).join(' & ')}))`;
}

function phraseTerms(phrase: string): string[] {
  const tokens = runsOf(phrase).flatMap((run) => (isHan(run) && [...run].length > 1 ? pairsOf(run) : [run]));
  return [...new Set(tokens)].map((token) =>
    [...token].length === 1 || !isHan(token) ? `'${token}':*` : `'${token}'`,
  );
}
