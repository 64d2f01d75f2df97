import { cast, type Player } from '../support/cast.js';

type Fitting = readonly [address: RegExp, reader: Player | null];

/** For whom a page is made: the first line that fits its line in the table of routes. */
const FITTING: readonly Fitting[] = [
  [/ \/admin/, cast.guan],
  [/ \/(board|review)/, cast.chen],
  [/\/(assignment|overrides|dissatisfaction|decision) /, cast.chen],
  [/ \/cases\/:ref\/notice/, cast.chen],
  [/\/signature \[atLeader\]/, cast.fang],
  [/\/signature/, cast.he],
  [/\/opinion/, cast.ding],
  [/ \/cases\/:ref\/(receipt|contacts|reply|letter|return|extension) ?/, cast.gao],
  [/ \/cases\/:ref\/contacts/, cast.gao],
  [/ \/units/, cast.gao],
  [/ \/cases\/:ref\/(rating|follow-up)/, cast.wu],
  [/ \/cases\/:ref \[atLeader\]/, cast.gao],
  [/ \/cases\/:ref \[open\]/, cast.chen],
  [/ \/cases\/:ref \[published\]/, null],
  [/ \/cases\/:ref/, cast.wu],
  [/ \/notices.*(draft|new|edit|work)/, cast.mei],
  [/ \/notices.*atHead/, cast.bai],
  [/ \/notices.*atSecrecy/, cast.shi],
  [/ \/notices.*atOffice/, cast.ou],
  [/ \/notices.*staff/, cast.zhou],
  [/ \/proposals\/:ref\/second /, cast.lin],
  [/ \/proposals\/:ref \[filed\]/, null],
  [/ \/(proposals\/|me)/, cast.wu],
];

export function fittingReader(line: string): Player | null {
  return FITTING.find(([pattern]) => pattern.test(`${line} `))?.[1] ?? null;
}
