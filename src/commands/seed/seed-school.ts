import type { DataSource } from 'typeorm';
import type { Transaction } from '../../kernel/index.js';
import { Book } from './book.js';
import { CaseStory } from './cases.js';
import { fillPosts, foundSchool } from './institution.js';
import type { Kit } from './kit.js';
import { enterNotice } from './notices.js';
import { Numbers } from './numbers.js';
import { enterPastSessions } from './past-sessions.js';
import { A_SESSION, plan } from './plan.js';
import { ProposalStory } from './proposals.js';
import { Random } from './random.js';
import { loadSchool } from './school.js';
import { enterStaff } from './staff.js';
import { Writer } from './writer.js';

export interface Wish {
  readonly proposals: number;
  readonly notices: number;
  readonly staff: number;
  readonly seed: number;
}

interface Made {
  readonly proposals: number;
  readonly cases: number;
  readonly notices: number;
  readonly staff: number;
}

const FEWEST_STAFF = 200;

/** Fills the database, in one transaction; an empty one gets a small institution first. */
export function seedSchool(wish: Wish, now: Date, db: DataSource): Promise<Made> {
  return db.transaction(async (tx) => {
    const [there] = (await tx.query(
      'select (select count(*) from unit)::int as units, (select count(*) from proposal)::int + (select count(*) from notice)::int as records',
    )) as [{ units: number; records: number }];
    const random = new Random(wish.seed + there.records); // a second call adds others
    const writer = new Writer(random);
    const isNew = there.units === 0;
    if (isNew) await foundSchool(now, random, tx);
    const staff = await enterStaff(isNew ? Math.max(wish.staff, FEWEST_STAFF) : wish.staff, now, random, writer, tx);
    if (isNew) await fillPosts(now, random, tx);
    const [{ id }] = (await tx.query('select id from congress order by code limit 1')) as [{ id: string }];
    await enterPastSessions(Math.ceil(wish.proposals / A_SESSION) - 1, id, random, tx);
    const numbers = await Numbers.load(tx);
    const kit: Kit = { school: await loadSchool(tx, now), random, writer, numbers, book: new Book() };
    const cases = await enterProposals(wish.proposals, kit, tx);
    for (let i = 0; i < wish.notices; i++) enterNotice(i, wish.notices, kit);
    await kit.book.write(tx);
    await numbers.save(tx);
    return { proposals: wish.proposals, cases, notices: wish.notices, staff };
  });
}

/** Proposals session by session; what was merged belongs to the next case of its session. */
async function enterProposals(count: number, kit: Kit, tx: Transaction): Promise<number> {
  const merged = new Map<string, ProposalStory[]>();
  let cases = 0;
  for (const [i, planned] of plan(count, kit.school, kit.random).entries()) {
    const story = new ProposalStory(planned, kit);
    story.enter();
    const waiting = merged.get(planned.session.id) ?? [];
    if (planned.status === 'merged') merged.set(planned.session.id, [...waiting, story]);
    if (planned.caseStatus !== null) {
      const joined = planned.status === 'filed' ? waiting : [];
      new CaseStory([story, ...joined], kit).enter();
      if (planned.status === 'filed') merged.delete(planned.session.id);
      cases++;
    }
    if (i % 1000 === 999) await kit.book.write(tx);
  }
  return cases;
}
