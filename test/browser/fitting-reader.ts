import { READERS } from '../routes/readers.js';
import { readTable } from '../routes/table.js';
import { cast, type Player } from '../support/cast.js';

type Fitting = readonly [address: RegExp, reader: Player | null];

/** For whom a page is made, where several may open it: the first line that fits its line in the table of routes. */
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

/** Who else works with pages, the busiest first. */
const BUSY = ['officer', 'chair', 'secretary', 'head', 'leader', 'author', 'member', 'seconder', 'admin'] as const;

/** Who may open a page, as the table of routes says. */
export class FittingReaders {
  private readonly open = new Map<string, readonly (Player | null)[]>();

  constructor() {
    const names = [...BUSY, ...Object.keys(READERS).filter((name) => !BUSY.includes(name as never))];
    const columns = Object.keys(READERS);
    for (const row of readTable().split('\n')) {
      const [, line, statuses] = /^(GET .*?)\s{2,}([\d ]+)$/.exec(row) ?? [];
      const cells = statuses?.trim().split(/ +/) ?? [];
      const opens = (name: string) => cells[columns.indexOf(name)] === '200';
      if (line)
        this.open.set(
          line,
          names.filter(opens).map((name) => READERS[name]!),
        );
    }
  }

  /** Nobody (undefined) where the page is open to nobody in the scene. */
  of(line: string): Player | null | undefined {
    const fitting = FITTING.find(([pattern]) => pattern.test(`${line} `))?.[1] ?? null;
    const open = this.open.get(line.replace(/ \[\]$/, ''));
    return open === undefined || open.includes(fitting) ? fitting : open[0];
  }
}
