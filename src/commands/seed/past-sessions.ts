import type { Transaction } from '../../kernel/index.js';
import type { Random } from './random.js';

const SESSIONS_A_TERM = 5;

interface Term {
  readonly number: number;
  readonly year: number;
}

/** Enters earlier, archived sessions until there are `wanted` past ones, or the first term is reached. */
export async function enterPastSessions(
  wanted: number,
  congressId: string,
  random: Random,
  tx: Transaction,
): Promise<void> {
  const [first] = (await tx.query(
    'select number, extract(year from starts_on)::int as year from congress_term where congress_id = $1 order by number limit 1',
    [congressId],
  )) as Term[];
  let missing = wanted - (await countOf(congressId, tx));
  for (let term = first!; missing > 0 && term.number > 1; missing -= SESSIONS_A_TERM) {
    term = { number: term.number - 1, year: term.year - SESSIONS_A_TERM };
    await enterTerm(term, congressId, random, tx);
  }
}

async function countOf(congressId: string, tx: Transaction): Promise<number> {
  const [row] = (await tx.query(
    "select count(*)::int as count from congress_session join congress_term term on term.id = term_id where congress_id = $1 and status = 'archived'",
    [congressId],
  )) as { count: number }[];
  return row!.count;
}

async function enterTerm({ number, year }: Term, congressId: string, random: Random, tx: Transaction): Promise<void> {
  const termId = random.id(new Date(Date.UTC(year, 8)));
  await tx.query(
    'insert into congress_term (id, congress_id, number, starts_on, ends_on) values ($1, $2, $3, $4, $5)',
    [termId, congressId, number, `${year}-09-01`, `${year + SESSIONS_A_TERM}-08-31`],
  );
  for (let i = 1; i <= SESSIONS_A_TERM; i++) {
    const held = year + i;
    await tx.query(
      `insert into congress_session (id, term_id, number, status, held_from, held_until, window_from, window_until)
       values ($1, $2, $3, 'archived', $4, $5, $6, $7)`,
      [
        random.id(new Date(Date.UTC(held, 1))),
        termId,
        i,
        `${held}-04-10`,
        `${held}-04-11`,
        `${held}-02-24T08:00+08`,
        `${held}-03-22T00:00+08`,
      ],
    );
  }
}
