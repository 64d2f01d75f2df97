import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey, TEXT } from './journey.js';

const BETTER = '1. 在五处车棚各装二十个插口。\n2. 坏掉的插口限期修好。';

describe('a text that was signed and is changed', () => {
  let app: TestApp;
  let journey: Journey;
  let id: string;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
  });
  beforeEach(async () => {
    id = await journey.seconding();
    await journey.seconded(id, cast.lin, cast.zhao);
  });
  afterAll(() => app.close());

  const write = async (ref: string, fields: Record<string, string>) =>
    (await app.as(cast.wu)).post(`/proposals/${ref}/draft`, { ...TEXT, version: '99', page: newId(), ...fields });
  const page = async (who: Player, address: string) => (await (await app.as(who)).get(address).expect(200)).text;
  const sign = async (who: Player, ref: string, fields: Record<string, string> = {}) =>
    (await app.as(who)).post(`/proposals/${ref}/second`, { answer: 'second', ...fields });
  const toldOf = async (kind: string, ref: string) => {
    const sql = `select staff.name from notification join staff on staff.id = staff_id
      join proposal on proposal.id = subject_id where notification.kind = $1 and (proposal.id::text = $2 or serial = $2) order by staff.number`;
    return ((await app.db.query(sql, [kind, ref])) as { name: string }[]).map(({ name }) => name);
  };

  it('asks every seconder again and shows each what became different', async () => {
    await write(id, { measures: BETTER });

    expect(await toldOf('second_again', id)).toEqual(['赵刚', '林晓']);
    const shown = await page(cast.lin, `/proposals/${id}/second`);
    expect(shown).toContain('修改之处');
    expect(shown).toMatch(/<del>.*三.*<\/del>/);
    expect(shown).toMatch(/<ins>.*五.*<\/ins>/);
    const todos = await page(cast.lin, '/me/todos');
    expect(todos).toContain(`/proposals/${id}/second`);
    expect(todos).toContain('正文已改，请您再次确认附议。');
    expect(await page(cast.wu, `/proposals/${id}/check`)).toContain('已请 2 位附议人再次确认');
    expect(await page(cast.wu, '/proposals/mine')).toContain('已有 0 位附议，还差 2 位');
    await (await app.as(cast.wu)).post(`/proposals/${id}/submission`).expect(409);

    for (const one of [cast.lin, cast.zhao]) expect((await sign(one, id)).status).toBe(303);
    expect(await page(cast.lin, `/proposals/${id}/second`)).not.toContain('修改之处');
    await (await app.as(cast.wu)).post(`/proposals/${id}/submission`).expect(303);
  });

  it('asks nobody when only category or title are different', async () => {
    await write(id, { category: 'welfare', title: '关于充电的提案' });

    expect(await toldOf('second_again', id)).toEqual([]);
    await (await app.as(cast.wu)).post(`/proposals/${id}/submission`).expect(303);
  });

  it('counts its signatures again when the change is taken back', async () => {
    await write(id, { measures: BETTER });
    await write(id, {});

    expect(await page(cast.wu, `/proposals/${id}/seconders`)).toContain('已有 2 位附议');
    await (await app.as(cast.wu)).post(`/proposals/${id}/submission`).expect(303);
  });

  it('keeps every text that was signed', async () => {
    await write(id, { measures: BETTER });
    await sign(cast.lin, id);
    const kept = await app.db.query(
      'select version, measures from proposal_signed_text where proposal_id = $1 order by version',
      [id],
    );

    expect(kept).toEqual([
      { version: 1, measures: TEXT.measures },
      { version: 2, measures: BETTER },
    ]);
    await expect(app.db.query("update proposal_signed_text set measures = 'x'")).rejects.toThrow('append-only');
  });

  it('is not signed by who has read an older one', async () => {
    const mark = /name="mark" value="([^"]+)"/;
    await write(id, { measures: BETTER });
    const read = mark.exec(await page(cast.lin, `/proposals/${id}/second`))![1]!;
    await write(id, { measures: '1. 一处也不装。' });

    const answer = await sign(cast.lin, id, { mark: read, remark: '支持多装' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('您阅读之后，提案人又修改了正文');
    expect(answer.text).toContain('支持多装');
    expect((await sign(cast.lin, id, { mark: mark.exec(answer.text)![1]! })).status).toBe(303);
  });

  it('is signed and changed at the same moment without a signature under an unread text', async () => {
    const read = /name="mark" value="([^"]+)"/.exec(await page(cast.lin, `/proposals/${id}/second`));
    expect(read).toBeNull(); // signed already: nothing to answer
    await write(id, { measures: BETTER });
    const mark = /name="mark" value="([^"]+)"/.exec(await page(cast.lin, `/proposals/${id}/second`))![1]!;

    await Promise.all([sign(cast.lin, id, { mark }), write(id, { measures: '1. 只装一处。' })]);
    const [row] = await app.db.query(
      `select signed.measures from proposal_second second
       join proposal_signed_text signed on signed.proposal_id = second.proposal_id and signed.version = second.text_version
       where second.proposal_id = $1 and staff_id = $2`,
      [id, cast.lin.id],
    );
    expect([TEXT.measures, BETTER]).toContain(row.measures);
  });

  describe('after it was given back for completion', () => {
    let serial: string;
    beforeEach(async () => {
      serial = await journey.submitted();
      const tang = await app.as(cast.tang);
      await tang.post(`/review/${serial}/return`, { note: '请写明楼栋。' }).expect(303);
    });

    it('needs its seconders once more before it goes in again', async () => {
      const wu = await app.as(cast.wu);
      await wu.post(`/proposals/${serial}/autosave`, { ...TEXT, version: '99', page: newId(), measures: BETTER });
      expect((await wu.post(`/proposals/${serial}/resubmission`).expect(409)).text).toContain('2 位代表附议');
      expect(await toldOf('second_again', serial)).toEqual([]);

      await write(serial, { measures: BETTER });
      expect(await toldOf('second_again', serial)).toEqual(['赵刚', '林晓']);
      expect(await page(cast.lin, `/proposals/${serial}/second`)).toContain('修改之处');
      expect((await sign(cast.lin, serial)).status).toBe(303);
      await wu.post(`/proposals/${serial}/resubmission`).expect(409);

      await wu.post(`/proposals/${serial}/seconders`, { staffId: cast.luo.id }).expect(303);
      expect((await sign(cast.luo, serial)).status).toBe(303);
      expect(await page(cast.wu, `/proposals/${serial}/seconders`)).toContain(`/proposals/${serial}/resubmission`);
      await wu.post(`/proposals/${serial}/resubmission`).expect(303);
    });

    it('goes in again at once when its matter is the same', async () => {
      await write(serial, { category: 'welfare' });

      await (await app.as(cast.wu)).post(`/proposals/${serial}/resubmission`).expect(303);
    });

    it('does not let a seconder take back the signature under what was handed in', async () => {
      const lin = await app.as(cast.lin);
      await lin.post(`/proposals/${serial}/second`, { answer: 'decline' }).expect(409);

      await write(serial, { measures: BETTER });
      await lin.post(`/proposals/${serial}/second`, { answer: 'decline' }).expect(303);
      await lin.get(`/proposals/${serial}`).expect(404);
    });
  });
});
