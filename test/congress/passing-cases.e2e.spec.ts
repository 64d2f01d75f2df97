import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, congress, units } from '../support/cast.js';
import { Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';
import { foundFaculty, underReviewBelow } from './faculty.js';

const { bai, mei, wu, lin, chen, tang } = cast;
const REASON = { reason: '涉及全校用车，学院无权决定。' };

describe('a case that a faculty cannot settle', () => {
  let app: TestApp;
  let road: Road;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await foundFaculty(app);
    road = new Road(app);
    const officers: [string, string][] = [
      [lin.id, 'unit_officer'],
      [cast.zhao.id, 'unit_head'],
    ];
    for (const [staffId, role] of officers)
      await app.db.query(
        "insert into role_grant (id, staff_id, role, unit_id, valid_from) values (gen_random_uuid(), $1, $2, $3, '2024-01-01')",
        [staffId, role, units.sx.id],
      );
  }, 180_000);
  afterAll(() => app.close());

  const valueOf = async <T>(sql: string, ...values: unknown[]) =>
    ((await app.db.query(sql, values)) as { value: T }[])[0]?.value;
  const pageOf = async (who: { id: string }, path: string) => (await (await app.as(who)).get(path).expect(200)).text;
  const passUp = async (serial: string, who: { id: string } = bai) =>
    (await app.as(who)).post(`/proposals/${serial}/upward`, REASON);
  const told = async (kind: string) =>
    (
      (await app.db.query(
        'select distinct staff.name from notification join staff on staff.id = staff_id where kind = $1 order by 1',
        [kind],
      )) as { name: string }[]
    ).map(({ name }) => name);
  const statusOf = (serial: string) =>
    valueOf<string>('select status as value from proposal where serial = $1', serial);
  const aboveOf = (serial: string) =>
    valueOf<string>(
      `select above.serial as value from proposal above join proposal below on below.id = above.passed_from
       where below.serial = $1 and above.status <> 'withdrawn'`,
      serial,
    );
  const caseOf = async (serial: string) =>
    (await valueOf<string>(
      'select handling_case.ref as value from handling_case join case_origin on case_id = id where case_origin.ref = $1 order by handling_case.ref desc',
      serial,
    ))!;
  const caseStatus = (ref: string) => valueOf<string>('select status as value from handling_case where ref = $1', ref);
  const decided = async (outcome: 'file' | 'convert', title: string) => {
    const serial = await underReviewBelow(app, { title });
    await road.post(bai, `/review/${serial}/decision`, { outcome, note: '' });
    return serial;
  };

  let filed: string;
  let above: string;

  it('is passed upward before the assignment: it ends below and is reviewed above', async () => {
    filed = await decided('file', '关于全校用车的提案');
    const ref = await caseOf(filed);
    expect(await pageOf(bai, `/proposals/${filed}`)).toContain(`/proposals/${filed}/upward`);
    expect(await pageOf(bai, `/proposals/${filed}/upward`)).toContain('案号不再使用');
    for (const [who, status] of [
      [mei, 403],
      [wu, 403],
      [chen, 403],
    ] as const)
      expect((await passUp(filed, who)).status).toBe(status);

    const answers = await Promise.all(Array.from({ length: 10 }, () => passUp(filed)));

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, ...Array<number>(9).fill(409)]);
    expect([await statusOf(filed), await caseStatus(ref)]).toEqual(['passed_up', 'withdrawn']);
    above = (await aboveOf(filed))!;
    expect([await statusOf(above), /^2026-\d{4}$/.test(above)]).toEqual(['submitted', true]);
    expect(await pageOf(bai, `/cases/${ref}`)).toMatch(new RegExp(`已上报为[^]*${above}`));
    expect([await told('passed_up'), await told('received_from_below')]).toEqual([['吴敏', '林晓', '赵刚'], ['唐宁']]);
  });

  it('shows the outcome to the faculty, which cannot read the record above', async () => {
    await road.post(tang, `/review/${above}/taking-up`);
    expect((await (await app.as(bai)).get(`/proposals/${above}`)).status).toBe(404);
    expect(await pageOf(bai, `/proposals/${filed}`)).toContain('上级处理');

    await road.post(chen, `/review/${above}/decision`, { outcome: 'file', note: '' });

    expect(await told('decided_above')).toEqual(['梅兰', '白露']);
    const page = await pageOf(bai, `/proposals/${filed}`);
    expect(page).toContain('尚未答复');
    expect(page).toContain(
      await valueOf<string>('select number as value from handling_case where ref = $1', await caseOf(above)),
    );
    const link = await valueOf<string>("select link as value from notification where kind = 'decided_above' limit 1");
    await (await app.as(bai)).get(link!).expect(200);
  });

  it('may be a suggestion, too; sent back it is reviewed below again and gets a new case', async () => {
    const serial = await decided('convert', '关于全校食堂的建议');
    const ref = await caseOf(serial);
    expect((await passUp(serial)).status).toBe(303);
    const upper = (await aboveOf(serial))!;
    await road.post(tang, `/review/${upper}/taking-up`);
    await road.post(tang, `/proposals/${upper}/sending-back`, { reason: '学院食堂由学院管理。' });

    expect([await statusOf(serial), await statusOf(upper)]).toEqual(['under_review', 'withdrawn']);
    await road.post(bai, `/review/${serial}/decision`, { outcome: 'convert', note: '' });
    expect([await caseStatus(ref), await caseStatus(await caseOf(serial))]).toEqual(['withdrawn', 'open']);
    expect(await caseOf(serial)).not.toBe(ref);
    await road.post(wu, `/proposals/${serial}/withdrawal`, { reason: '已经解决。' });
    expect(await statusOf(serial)).toBe('withdrawn');
  });

  it('is passed upward when its unit gives it back as beyond its power, and not while the unit works on it', async () => {
    const serial = await decided('file', '关于校车时刻的提案');
    const ref = await caseOf(serial);
    await road.post(bai, `/cases/${ref}/assignment`, { lead: units.sx.id, leader: cast.fang.id });
    const early = await passUp(serial);
    expect(early.status).toBe(409);
    expect(await pageOf(bai, `/proposals/${serial}`)).not.toContain(`/proposals/${serial}/upward"`);
    expect(await aboveOf(serial)).toBeUndefined();

    const assignment = await road.dutyOf(ref, 'lead');
    await road.post(lin, `/cases/${ref}/return`, { assignment, reason: '超出学院职权。', suggested: '' });
    expect((await passUp(serial)).status).toBe(303);

    expect([await statusOf(serial), await caseStatus(ref)]).toEqual(['passed_up', 'withdrawn']);
    expect(await told('case_passed_up')).toEqual(expect.arrayContaining(['林晓', '赵刚']));
  });

  it('is not passed upward once it was merged', async () => {
    const serial = await decided('file', '关于并案的提案');
    const other = await underReviewBelow(app, { title: '关于并入的提案' });
    await road.post(bai, `/review/${other}/decision`, { outcome: 'merge', into: await caseOf(serial), note: '' });

    const refused = await passUp(serial);

    expect([refused.status, refused.text.includes('请先撤销并案')]).toEqual([409, true]);
    expect([await statusOf(serial), await aboveOf(serial)]).toEqual(['filed', undefined]);
  });

  it('nowhere from the top, nor while nobody above takes anything', async () => {
    const top = await road.underReview();
    expect(await pageOf(chen, `/proposals/${top}`)).not.toContain('/upward"');
    await (await app.as(chen)).post(`/proposals/${top}/upward`, { reason: '请上级研究。' }).expect(409);

    const waiting = await underReviewBelow(app);
    await app.db.query("update congress_session set status = 'closed' where id = $1", [congress.sessionId]);
    const refused = await (await app.as(bai)).post(`/proposals/${waiting}/upward`, { reason: '请上级研究。' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('上级教代会目前不接收提案');
  });
});
