import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

const HAN = /^\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const LONGEST_TOKEN = 60;

let jieba: Jieba | null = null;

/** The dictionary takes 0.2 s and 100 MB: it is read when the first text comes. */
function dictionary(): Jieba {
  return (jieba ??= Jieba.withDict(dict));
}

export function isHan(text: string): boolean {
  return HAN.test(text);
}

/** The stretches of Chinese and of other letters or digits in a plain text, without what stands between them. */
export function runsOf(plain: string): string[] {
  return plain.match(RUNS) ?? [];
}

/** The words of a query, each once counted. */
export function wordsOf(plain: string): string[] {
  return runsOf(plain).flatMap((run) => (isHan(run) ? dictionary().cut(run, true) : [shortened(run)]));
}

/** The words of a document: also the shorter words inside the longer ones. */
export function allWordsOf(plain: string): string[] {
  return runsOf(plain).flatMap((run) => (isHan(run) ? dictionary().cutForSearch(run, true) : [shortened(run)]));
}

/** Every two neighbours; with these, a word is found even where the dictionary cut the sentence differently. */
export function pairsOf(han: string): string[] {
  const characters = [...han];
  return characters.slice(1).map((character, i) => characters[i]! + character);
}

function shortened(run: string): string {
  return [...run].slice(0, LONGEST_TOKEN).join('');
}
