const DIGIT = new Map(
  [...'〇零一二三四五六七八九'].map((character, place) => [character, String(Math.max(0, place - 1))]),
);
const YEAR_IN_CHARACTERS = /[一二][〇零一二三四五六七八九]{3}(?=年)/g;

/** A text as it is compared: one width, one case, years in digits (二〇二六年 and ２０２６年 are 2026年). */
export function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(YEAR_IN_CHARACTERS, inDigits);
}

function inDigits(year: string): string {
  return [...year].map((character) => DIGIT.get(character)!).join('');
}

/** The plain text together with the place of each of its characters in the original, so that what was found can be marked there. */
export class Traced {
  readonly plain: string;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(readonly original: string) {
    let plain = '';
    let at = 0;
    for (const character of original) {
      const part = character.normalize('NFKC').toLowerCase();
      for (let i = 0; i < part.length; i++) {
        this.starts.push(at);
        this.ends.push(at + character.length);
      }
      plain += part;
      at += character.length;
    }
    this.plain = plain.replace(YEAR_IN_CHARACTERS, inDigits);
  }

  /** The piece of the original that became the plain characters from `from` up to `to`. */
  between(from: number, to: number): string {
    return from >= to ? '' : this.original.slice(this.starts[from], this.ends[to - 1]);
  }
}
