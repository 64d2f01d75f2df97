import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedSchool } from '../../src/commands/seed/seed-school.js';
import { Ledger } from '../../src/ledger/index.js';
import { audienceOf } from '../../src/proposals/proposal-audience.js';
import { ProposalSecond } from '../../src/proposals/signing/proposal-second.entity.js';
import { JointProposer } from '../../src/proposals/signing/joint-proposer.entity.js';
import { Proposal } from '../../src/proposals/proposal.entity.js';
import { TestApp } from '../support/test-app.js';

const WISH = { proposals: 300, notices: 60, staff: 300, seed: 7 };

describe('a seeded school', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await seedSchool(WISH, app.clock.now(), app.db);
  }, 60_000);
  afterAll(() => app.close());

  it('has as much of everything as was wished for, in all states', async () => {
    expect(await count('proposal')).toBe(WISH.proposals);
    expect(await count('notice')).toBe(WISH.notices);
    expect(await count('staff')).toBe(WISH.staff);
    expect(await statuses('proposal')).toBeGreaterThanOrEqual(9);
    expect(await statuses('handling_case')).toBeGreaterThanOrEqual(7);
  });

  it('has a history that is whole', async () => {
    expect(await app.get(Ledger).verify()).toEqual([]);
  });

  it('shows each proposal to exactly those whom the program would show it', async () => {
    const proposals = await app.db.manager.find(Proposal);
    for (const proposal of proposals) {
      const where = { where: { proposalId: proposal.id } };
      proposal.seconds = await app.db.manager.find(ProposalSecond, where);
      proposal.joints = await app.db.manager.find(JointProposer, where);

      expect([...proposal.audience].sort()).toEqual([...audienceOf(proposal)].sort());
    }
  });

  it('is the same school with the same number', async () => {
    const other = await TestApp.start();
    await seedSchool(WISH, other.clock.now(), other.db);
    const titles = 'select title, serial, status from proposal order by id';

    expect(await other.db.query(titles)).toEqual(await app.db.query(titles));
    await other.close();
  });

  it('grows when it is seeded again', async () => {
    await seedSchool({ ...WISH, staff: 0 }, app.clock.now(), app.db);

    expect(await count('proposal')).toBe(2 * WISH.proposals);
  });

  async function count(table: string): Promise<number> {
    return Number((await app.db.query(`select count(*) from ${table}`))[0].count);
  }

  async function statuses(table: string): Promise<number> {
    return Number((await app.db.query(`select count(distinct status) from ${table}`))[0].count);
  }
});
