import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, HandlingCase } from '../../src/handling/index.js';
import { newId } from '../../src/kernel/index.js';
import { Ledger } from '../../src/ledger/index.js';
import { cast, castOn, congress, idOf, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { nightBuses, opened } from './cases.js';

describe('opening a case', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it('numbers each kind in its own series', async () => {
    const numbers = [];
    for (const kind of ['proposal', 'suggestion', 'proposal', 'letter', 'request'] as const)
      numbers.push((await opened(app, { kind })).number);

    expect(numbers).toEqual([
      '第八届三次第001号',
      '第八届三次建议第001号',
      '第八届三次第002号',
      '第八届三次来信第001号',
      '第八届三次申请第001号',
    ]);
  });

  it('gives every case of a busy afternoon a number of its own', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, () => opened(app)));

    expect(new Set(cases.map(({ ref }) => ref)).size).toBe(6);
  });

  it('keeps what was written, whose matter it is, and an event', async () => {
    const { id } = await opened(app);

    const found = await app.db.manager.findOneOrFail(HandlingCase, {
      where: { id },
      relations: { origins: true, parties: true },
    });
    expect(found).toMatchObject({ status: 'open', round: 1, leadUnitId: null, dueOn: null });
    expect(found.origins).toMatchObject([{ ref: '2026-0061', authorName: '吴敏' }]);
    expect(found.parties).toMatchObject([{ staffId: cast.wu.id, part: 'lead' }]);
    expect(await app.get(Ledger).timeline([id])).toMatchObject([
      {
        action: 'open',
        role: 'committee_chair',
        to: 'open',
        data: { ref: found.ref, unitIds: { lead: null, assisting: [] } },
      },
    ]);
  });

  it('is read by committee, supervisor and parties; by everybody when it may be published', async () => {
    const closed = await opened(app, { publishable: false });
    const open = await opened(app);
    const secret = await opened(app, { confidential: true });

    const concerned = [`committee:${congress.id}`, `supervisor:${units.jlu.id}`, `person:${cast.wu.id}`];
    expect(closed.audience).toEqual(concerned);
    expect(secret.audience).toEqual(concerned);
    expect(open.audience).toEqual([...concerned, 'staff', 'public']);
  });

  it('of a faculty congress begins with its code', async () => {
    const [congressId, termId, sessionId] = [newId(), newId(), newId()];
    await app.db.query("insert into congress values ($1, $2, 'sx', '数学学院教代会')", [congressId, idOf('sx')]);
    await app.db.query("insert into congress_term values ($1, $2, 8, '2024-01-01', '2028-12-31')", [
      termId,
      congressId,
    ]);
    await app.db.query("insert into congress_session (id, term_id, number, status) values ($1, $2, 3, 'open')", [
      sessionId,
      termId,
    ]);

    const record = await opened(app, { congressId, sessionId });
    expect(record.ref).toBe('sx-8-3-001');
  });

  it('is refused for a session that does not exist', async () => {
    const chen = await app.actor(cast.chen);
    const lost = { ...nightBuses(), sessionId: newId() };
    await expect(app.db.transaction((tx) => app.get(Cases).open(lost, chen, 'committee_chair', tx))).rejects.toThrow(
      'session not found',
    );
  });
});
