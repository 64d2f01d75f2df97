import { Traced } from './plain-text.js';

/** A piece of text; `mark` where it is what was searched for. The template escapes it. */
export interface Piece {
  readonly text: string;
  readonly mark: boolean;
}

/** Headings, lists and tables of a notice, as their authors type them. */
const MARKUP = /^\s*(?:#+|[-*])\s|\|/gm;
const SNIPPET = 110;
const BEFORE = 24;

/** The whole text in pieces. */
export function marked(text: string, marks: readonly string[]): Piece[] {
  const traced = new Traced(text);
  return piecesOf(traced, marks, 0, traced.plain.length);
}

/** About two lines of a long text around what was found; its beginning when nothing was. */
export function snippet(text: string, marks: readonly string[]): Piece[] {
  const traced = new Traced(text.replace(MARKUP, ' ').replace(/\s+/g, ' ').trim());
  const first = bestPlace(spotsIn(traced.plain, marks));
  const from = Math.max(0, first - BEFORE);
  const to = Math.min(traced.plain.length, from + SNIPPET);
  const pieces = piecesOf(traced, marks, from, to);
  return [
    ...(from > 0 ? [{ text: '……', mark: false }] : []),
    ...pieces,
    ...(to < traced.plain.length ? [{ text: '……', mark: false }] : []),
  ];
}

interface Spot {
  readonly from: number;
  readonly to: number;
}

function piecesOf(traced: Traced, marks: readonly string[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const spot of spotsIn(traced.plain.slice(0, to), marks).filter((spot) => spot.from >= from)) {
    if (spot.from > at) pieces.push({ text: traced.between(at, spot.from), mark: false });
    pieces.push({ text: traced.between(spot.from, spot.to), mark: true });
    at = spot.to;
  }
  if (at < to) pieces.push({ text: traced.between(at, to), mark: false });
  return pieces;
}

/** Where the marks stand, from left to right, without overlap; a longer mark goes before a shorter one. */
function spotsIn(plain: string, marks: readonly string[]): Spot[] {
  const taken: Spot[] = [];
  for (const mark of marks) {
    for (let at = plain.indexOf(mark); at >= 0; at = plain.indexOf(mark, at + mark.length)) {
      const spot = { from: at, to: at + mark.length };
      if (!taken.some((other) => other.from < spot.to && spot.from < other.to)) taken.push(spot);
    }
  }
  return taken.toSorted((a, b) => a.from - b.from);
}

/** The spot after which most others follow closely. */
function bestPlace(spots: readonly Spot[]): number {
  const followers = (spot: Spot) =>
    spots.filter(({ from }) => from >= spot.from && from < spot.from + SNIPPET - BEFORE).length;
  let best = spots[0];
  for (const spot of spots.slice(0, 50)) if (followers(spot) > followers(best!)) best = spot;
  return best?.from ?? 0;
}
