import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, congress, units } from '../support/cast.js';
import { PROPOSAL, Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';
import { FACULTY, foundFaculty, underReviewBelow } from './faculty.js';

describe('a congress of a faculty beside that of the university', () => {
  let app: TestApp;
  let road: Road;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await foundFaculty(app);
    road = new Road(app);
  }, 180_000);
  afterAll(() => app.close());

  const valueOf = async <T>(sql: string, ...values: unknown[]) =>
    ((await app.db.query(sql, values)) as { value: T }[])[0]?.value;
  const get = async (who: { id: string }, address: string) => (await app.as(who)).get(address);
  const numberOfCase = (serial: string) =>
    valueOf<string>(
      'select handling_case.ref as value from handling_case join case_origin on case_id = id where case_origin.ref = $1',
      serial,
    );

  it('is listed beside the other, the own one first', async () => {
    const forVisitors = (await app.visitor().get('/congress')).text;
    expect(forVisitors.indexOf('江临大学教职工')).toBeLessThan(forVisitors.indexOf('数学学院教职工'));

    const forZhou = (await get(cast.zhou, '/congress')).text;
    expect(forZhou.indexOf('数学学院教职工')).toBeLessThan(forZhou.indexOf('江临大学教职工'));
    await app.visitor().get('/congress/sx-1-1').expect(200);
  });

  it('has its own list of proposals and its own figures, under the address that the lists print', async () => {
    for (const address of ['/proposals', '/statistics']) {
      expect((await app.visitor().get(address)).text).toContain('session&#x3D;sx-1-1');
      const own = (await app.visitor().get(`${address}?session=sx-1-1`).expect(200)).text;
      expect(own).toMatch(/href="[^"]*session&#x3D;sx-1-1" aria-current/);
    }
    expect((await app.visitor().get('/proposals?session=8-3').expect(200)).text).toMatch(/&#x3D;8-3" aria-current/);
  });

  it('is chosen by a delegate of both, and taken for granted by a delegate of one', async () => {
    const choice = (await get(cast.wu, '/proposals/new')).text;
    expect(choice).toContain('选择提交到哪个教代会');
    expect(choice).toContain(congress.sessionId);
    expect(choice).toContain(FACULTY.sessionId);
    expect((await get(cast.wu, `/proposals/new?session=${FACULTY.sessionId}`)).text).toContain('name="title"');
    expect((await get(cast.zhou, '/proposals/new')).text).toContain('name="title"');
    expect((await get(cast.luo, '/proposals/new')).text).toContain('name="title"');
    expect((await get(cast.bai, '/proposals/new')).status).toBe(403);
  });

  it('keeps the choice of the form, and lets nobody file where they do not sit', async () => {
    const [mine, elsewhere] = [newId(), newId()];
    const draft = { ...PROPOSAL, page: newId() };
    await road.post(cast.wu, `/proposals/${mine}/draft`, { ...draft, session: FACULTY.sessionId });
    await road.post(cast.luo, `/proposals/${elsewhere}/draft`, { ...draft, session: FACULTY.sessionId });

    const sessionOf = (id: string) => valueOf('select session_id as value from proposal where id = $1', id);
    expect(await sessionOf(mine)).toBe(FACULTY.sessionId);
    expect(await sessionOf(elsewhere)).toBe(congress.sessionId);
  });

  it('numbers with its own code, and keeps its matters from other committees', async () => {
    const serial = await underReviewBelow(app);
    expect(serial).toBe('sx-2026-0001');

    for (const stranger of [cast.chen, cast.tang, cast.sun]) {
      expect((await get(stranger, `/proposals/${serial}`)).status).toBe(404);
      expect((await get(stranger, '/review')).text).not.toContain(serial);
      const decision = { outcome: 'file', note: '' };
      expect((await (await app.as(stranger)).post(`/review/${serial}/decision`, decision)).status).toBe(404);
    }
    expect((await get(cast.mei, '/review')).text).toContain(serial);
    const above = await road.underReview();
    expect(above).toBe('2026-0001');
    expect((await get(cast.bai, `/review/${above}`)).status).toBe(404);
  });

  it('charges its own units only', async () => {
    const serial = await underReviewBelow(app);
    await road.post(cast.bai, `/review/${serial}/decision`, { outcome: 'file', note: '' });
    const ref = (await numberOfCase(serial))!;
    expect(ref).toBe('sx-1-1-001');
    const desk = (await get(cast.bai, `/cases/${ref}/assignment`)).text;
    expect(desk).toContain('数学学院');
    expect(desk).not.toContain('后勤保障部');

    const bai = await app.as(cast.bai);
    const order = { lead: units.hq.id, leader: cast.fang.id };
    await bai.post(`/cases/${ref}/assignment`, order).expect(422);
    await bai.post(`/cases/${ref}/assignment`, { ...order, lead: units.sx.id }).expect(303);
    expect((await get(cast.chen, `/board?session=all`)).text).not.toContain(ref);
  });

  describe('passes upward', () => {
    let below: string;
    let above: string;

    it('what it cannot settle, with a reason, and ends it there', async () => {
      below = await underReviewBelow(app, { title: '关于增开跨校区校车的提案' });
      for (const desk of ['proposals', 'review'])
        expect((await get(cast.bai, `/${desk}/${below}`)).text).toContain(`/proposals/${below}/upward`);
      const bai = await app.as(cast.bai);
      await bai.post(`/proposals/${below}/upward`).expect(422);
      await road.post(cast.bai, `/proposals/${below}/upward`, { reason: '涉及后勤和财务，学院不能单独解决。' });
      await bai.post(`/proposals/${below}/upward`, { reason: '再来一次' }).expect(409);

      above = (await valueOf<string>(
        "select serial as value from proposal where passed_from is not null and status = 'submitted'",
      ))!;
      expect(above).toMatch(/^2026-\d{4}$/);
      const page = (await get(cast.wu, `/proposals/${below}`)).text;
      expect(page).toContain('已上报');
      expect(page).toContain(`/proposals/${above}`);
    });

    it('by the chair alone, who has nothing to do with it', async () => {
      const another = await underReviewBelow(app);
      for (const [who, status] of [
        [cast.mei, 403],
        [cast.wu, 403],
        [cast.lin, 403],
        [cast.chen, 404],
      ] as const)
        expect(
          (await (await app.as(who)).post(`/proposals/${another}/upward`, { reason: '请上级研究。' })).status,
        ).toBe(status);
    });

    it('to the committee above, with its author and the number of its seconders, not their names', async () => {
      const page = (await get(cast.tang, `/proposals/${above}`)).text;
      expect(page).toContain('吴敏');
      expect(page).toContain(`数学学院教职工代表大会提案 ${below}，附议 2 人`);
      expect(page).toContain('涉及后勤和财务');
      expect(page).not.toContain('林晓');
      expect((await get(cast.tang, `/proposals/${below}`)).status).toBe(404);
      expect((await get(cast.bai, `/proposals/${above}`)).status).toBe(404);
    });

    it('and everybody concerned is told', async () => {
      const told = (kind: string, who: { id: string }) =>
        valueOf<number>(
          'select count(*)::int as value from notification where kind = $1 and staff_id = $2',
          kind,
          who.id,
        );
      expect(await told('passed_up', cast.wu)).toBe(1);
      expect(await told('passed_up', cast.lin)).toBe(1);
      expect(await told('received_from_below', cast.tang)).toBe(1);
      expect(await told('received_from_below', cast.mei)).toBe(0);
    });

    it('and takes it back when it is sent back', async () => {
      await (await app.as(cast.wu)).post(`/proposals/${above}/sending-back`, { reason: '不' }).expect(403);
      await road.post(cast.tang, `/review/${above}/taking-up`);
      await app.db.query("update proposal set review_by = '2026-01-05' where serial = $1", [below]);
      await road.post(cast.tang, `/proposals/${above}/sending-back`, { reason: '可与后勤保障部直接商定。' });

      expect(await valueOf('select status as value from proposal where serial = $1', above)).toBe('withdrawn');
      expect(await valueOf('select status as value from proposal where serial = $1', below)).toBe('under_review');
      const page = (await get(cast.bai, `/proposals/${below}`)).text;
      expect(page).toContain('可与后勤保障部直接商定');
      expect(page).not.toContain(`/proposals/${above}"`);
      expect(page).not.toContain('2026-01-05'); // the days of the committee begin anew
      const ended = (await get(cast.tang, `/proposals/${above}`)).text;
      expect(ended).toContain('已退回下级教代会，由其继续审查');
      expect(ended).not.toContain('提案人已撤案');
      expect(ended).not.toContain('已有 0 位');
    });

    it('once more, under a new number', async () => {
      await road.post(cast.bai, `/proposals/${below}/upward`, { reason: '已商定不成，再次上报。' });
      const serials = await app.db.query(
        "select serial from proposal where passed_from is not null and status = 'submitted'",
      );
      expect(serials).toHaveLength(1);
      expect(serials[0].serial).not.toBe(above);
    });

    it('never two at a time', async () => {
      const raced = await underReviewBelow(app);
      const bai = await app.as(cast.bai);
      const answers = await Promise.all(
        [1, 2, 3].map(() => bai.post(`/proposals/${raced}/upward`, { reason: '请上级研究。' })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
    });
  });
});
