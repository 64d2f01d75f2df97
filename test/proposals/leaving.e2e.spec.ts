import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, idOf, type Player, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey, TEXT } from './journey.js';
import { People } from './people.js';

describe('somebody who leaves in mid-course', () => {
  let app: TestApp;
  let journey: Journey;
  let people: People;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
    people = new People(app);
  });
  afterAll(() => app.close());

  const arrives = (name: string) => people.arrives(name);
  const leaves = (who: Player) => people.leaves(who);
  const losesSeat = (who: Player) => people.losesSeat(who);
  const page = async (who: Player, address: string) => (await (await app.as(who)).get(address).expect(200)).text;
  const post = async (who: Player, address: string, fields: Record<string, string> = {}) =>
    (await app.as(who)).post(address, fields);
  const joins = (id: string, author: Player, who: Player) => people.joins(id, author, who);
  const signs = (id: string, author: Player, ...who: Player[]) => people.signs(id, author, ...who);
  const handsIn = (id: string, author: Player) => people.handsIn(id, author);
  const speakerOf = async (ref: string) =>
    (
      await app.db.query(
        'select name from proposal left join staff on staff.id = speaker_id where proposal.id::text = $1 or serial = $1',
        [ref],
      )
    )[0].name;

  it('as a seconder before it is handed in does not count any more', async () => {
    const ma = await arrives('马行');
    const id = await journey.seconding();
    await signs(id, cast.wu, cast.lin, ma);
    await losesSeat(ma);

    const shown = await page(cast.wu, `/proposals/${id}/seconders`);
    expect(shown).toContain('已有 1 位附议');
    expect(shown).toContain('已不是正式代表，不计入');
    expect((await post(cast.wu, `/proposals/${id}/submission`)).status).toBe(409);
    await signs(id, cast.wu, cast.zhao);
    await handsIn(id, cast.wu);
  });

  it('as a seconder afterwards goes on to count, and the committee sees why', async () => {
    const ma = await arrives('马远');
    const id = await journey.seconding();
    await signs(id, cast.wu, cast.lin, ma);
    const serial = await handsIn(id, cast.wu);
    await leaves(ma);

    expect(await page(cast.tang, `/review/${serial}`)).toContain('提交时的签名有效，仍计入');
    await post(cast.tang, `/review/${serial}/return`, { note: '请补充。' });
    expect((await post(cast.wu, `/proposals/${serial}/resubmission`)).status).toBe(303);
  });

  it('as an author without a seat hands nothing in, and loses no word', async () => {
    const ma = await arrives('马尚');
    const id = await journey.seconding({}, ma);
    await signs(id, ma, cast.lin, cast.wu);
    await losesSeat(ma);

    const refused = await post(ma, `/proposals/${id}/submission`);
    expect([refused.status, refused.text.includes('您现在不是本届正式代表')]).toEqual([409, true]);
    expect(await page(ma, `/proposals/${id}`)).toContain('七十多辆');
  });

  it('as an author in writing is followed by the joint proposer who joined first', async () => {
    const ma = await arrives('马到');
    const id = await journey.drafted({}, ma);
    await joins(id, ma, cast.wu);
    await joins(id, ma, cast.lin);
    await leaves(ma);

    expect(await speakerOf(id)).toBe('吴敏');
    expect(await page(cast.wu, '/proposals/mine')).toContain(id);
    expect((await post(cast.wu, `/proposals/${id}/seconding`)).status).toBe(303);
    await signs(id, cast.wu, cast.zhao, cast.luo);
    const serial = await handsIn(id, cast.wu);
    const read = await page(cast.tang, `/proposals/${serial}`);
    expect([read.includes('提案人马到已离任，由吴敏'), read.includes('system')]).toEqual([true, false]);
    expect((await post(cast.lin, `/proposals/${serial}/withdrawal`, { reason: '不要。' })).status).toBe(403);
  });

  it('as an author in writing shows the draft to nobody else', async () => {
    const ma = await arrives('马静');
    const id = await journey.drafted({}, ma);
    await leaves(ma);

    expect(await speakerOf(id)).toBeNull();
    await (await app.as(cast.zhao)).get(`/proposals/${id}`).expect(404);
  });

  it('as the only author of what was handed in is followed by the head of the delegation', async () => {
    const ma = await arrives('马上');
    const id = await journey.seconding({}, ma);
    await signs(id, ma, cast.lin, cast.wu);
    const serial = await handsIn(id, ma);
    await losesSeat(ma);
    expect(await speakerOf(serial)).toBeNull(); // handed in by a delegate, still on the staff: it stays theirs
    await leaves(ma);

    expect(await speakerOf(serial)).toBe('赵刚');
    const told = await app.db.query(
      `select notification.kind, staff.name from notification join staff on staff.id = staff_id
       where subject_id = $1 and notification.kind in ('speaks_now', 'author_left') order by 1`,
      [id],
    );
    expect(told).toEqual([
      { kind: 'author_left', name: '唐宁' },
      { kind: 'speaks_now', name: '赵刚' },
    ]);
    await post(cast.tang, `/review/${serial}/return`, { note: '请补充。' });
    expect(await page(cast.zhao, '/me/todos')).toContain(`/proposals/${serial}/draft`);
    expect((await post(cast.zhao, `/proposals/${serial}/resubmission`)).status).toBe(303);
    expect(await page(cast.tang, `/review/${serial}`)).toContain('提案人马上已离任，由赵刚');
  });

  it('as an author who changed units keeps unit and delegation as they were', async () => {
    const ma = await arrives('马迁');
    const id = await journey.seconding({}, ma);
    await signs(id, ma, cast.lin, cast.wu);
    await app.db.query('update delegate set delegation_id = $2 where staff_id = $1', [ma.id, idOf('delegation-2')]);
    const serial = await handsIn(id, ma);
    await app.db.query('update staff set unit_id = $2 where id = $1', [ma.id, units.cw.id]);
    await app.db.query('update delegate set delegation_id = $2 where staff_id = $1', [ma.id, idOf('delegation-1')]);

    const shown = await page(cast.tang, `/proposals/${serial}`);
    expect([shown.includes('马迁（数学学院）'), shown.includes('机关代表团')]).toEqual([true, true]);
    await post(cast.tang, `/review/${serial}/taking-up`);
    await post(cast.chen, `/review/${serial}/decision`, { outcome: 'file', note: '' });
    const [origin] = await app.db.query('select author_unit from case_origin where ref = $1', [serial]);
    expect(origin.author_unit).toBe('数学学院');
  });

  it('as a joint proposer does not hold up the rating of the others', async () => {
    const ma = await arrives('马达');
    const id = await journey.drafted();
    await joins(id, cast.wu, ma);
    const ref = await people.replied(id);
    await leaves(ma);
    const rating = { attitude: 'satisfied', result: 'satisfied', reason: '' };
    expect((await post(cast.wu, `/cases/${ref}/rating`, rating)).status).toBe(303);

    const [record] = await app.db.query('select status, final_rating from handling_case where ref = $1', [ref]);
    expect(record).toEqual({ status: 'concluded', final_rating: 'satisfied' });
  });

  it('as the lead proposer leaves the lead to the first joint proposer, in the case too', async () => {
    const ma = await arrives('马首');
    const id = await journey.seconding({}, ma);
    await joins(id, ma, cast.wu);
    await signs(id, ma, cast.lin, cast.zhao);
    const serial = await handsIn(id, ma);
    await post(cast.tang, `/review/${serial}/taking-up`);
    await post(cast.chen, `/review/${serial}/decision`, { outcome: 'file', note: '' });
    await leaves(ma);

    const parts = await app.db.query(
      `select staff.name, part from case_party join staff on staff.id = staff_id
       where case_id in (select case_id from case_origin where ref = $1) order by part desc`,
      [serial],
    );
    expect(parts).toEqual([
      { name: '吴敏', part: 'lead' },
      { name: '马首', part: 'joint' },
    ]);
  });

  it('has drafts that were given up still at hand', async () => {
    const id = await journey.drafted({ title: '关于放弃又想起的提案' });
    await post(cast.wu, `/proposals/${id}/discard`);

    expect(await page(cast.wu, '/proposals/mine')).not.toContain('关于放弃又想起的提案');
    expect(await page(cast.wu, '/proposals/mine?show=withdrawn')).toContain('关于放弃又想起的提案');
    expect(await page(cast.wu, `/proposals/${id}`)).toContain(TEXT.reason);
    expect(await page(cast.lin, '/proposals/mine?show=withdrawn')).not.toContain('关于放弃又想起的提案');
  });
});
