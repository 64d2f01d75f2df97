import { DataSource } from 'typeorm';
import { Clock } from '../kernel/index.js';
import { SearchIndex } from '../search/index.js';
import { type Command, withApp } from './command.js';
import { seedSchool } from './seed/seed-school.js';

const DEFAULTS = { proposals: 500, notices: 500, staff: 1000, seed: 1 };
const MOST_STAFF = 6000;
const MOST = 100_000;

export const seed: Command = {
  does: 'adds volume: --proposals 500 --notices 500 --staff 1000 (people in all) --seed 1; the same numbers give the same school',
  async run(settings, args) {
    const wish = readWish(args);
    return withApp(settings, async (app) => {
      const clock = app.get(Clock);
      const made = await seedSchool(wish, clock.now(), app.get(DataSource));
      console.log(
        `Added ${made.proposals} proposals, ${made.cases} cases, ${made.notices} notices, ${made.staff} people.`,
      );
      console.log(`The search knows ${await app.get(SearchIndex).rebuild()} texts.`);
      return 0;
    });
  },
};

function readWish(args: readonly string[]): typeof DEFAULTS {
  const numberAfter = (name: keyof typeof DEFAULTS, most: number) => {
    const place = args.indexOf(`--${name}`);
    const number = place < 0 ? DEFAULTS[name] : Number(args[place + 1]);
    if (!Number.isInteger(number) || number < 0 || number > most)
      throw new Error(`--${name}: a whole number from 0 to ${most}`);
    return number;
  };
  return {
    proposals: numberAfter('proposals', MOST),
    notices: numberAfter('notices', MOST),
    staff: numberAfter('staff', MOST_STAFF),
    seed: numberAfter('seed', 2 ** 31),
  };
}
