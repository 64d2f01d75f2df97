import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { Ledger } from '../../src/ledger/index.js';
import { cast, castOn, type Player, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { MandateDesk, PAPER } from './mandates.js';

let app: TestApp;
let desk: MandateDesk;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  desk = new MandateDesk(app);
});
afterAll(() => app.close());

describe('giving an authorisation', () => {
  it('is for those who sign, not for themselves, not backdated, and dated', async () => {
    const status = async (who: Player, fields: Record<string, string>) => (await desk.give(who, fields)).status;
    expect(await status(cast.gao, desk.form(cast.luo))).toBe(403);
    expect(await status(cast.he, desk.form(cast.luo, { part: 'leader' }))).toBe(403);
    expect(await status(cast.he, desk.form(cast.he))).toBe(422);
    expect(await status(cast.he, desk.form(cast.luo, { validFrom: '2026-04-01' }))).toBe(422);
    expect(await status(cast.he, desk.form(cast.luo, { validFrom: '2026-04-25', validUntil: '2026-04-20' }))).toBe(422);
    expect(await status(cast.he, desk.form(cast.luo, { validUntil: '2028-04-20' }))).toBe(422);
    expect(await status(cast.he, desk.form(cast.luo, { validUntil: '' }))).toBe(422);
    expect(await status(cast.he, desk.form(cast.luo, { reason: '' }))).toBe(422);
    expect(await status(cast.he, desk.form(cast.luo, { unitId: units.xx.id }))).toBe(409);
    expect(await status(cast.he, { ...desk.form(cast.luo), deputy: '0000000' })).toBe(422);
    const { id } = await desk.given(cast.he, cast.luo);
    expect(await status(cast.he, desk.form(cast.luo))).toBe(409);
    expect((await desk.revoke(cast.bai, id)).status).toBe(403);
    await desk.revoke(cast.he, id);
    expect((await desk.revoke(cast.he, newId())).status).toBe(404);
  });

  it('is entered once, however often the form is sent', async () => {
    const fields = desk.form(cast.sun);
    const before = await desk.messages(cast.sun, 'deputy_named');
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.give(cast.he, fields)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect(await desk.messages(cast.sun, 'deputy_named')).toBe(before + 1);
    await Promise.all(Array.from({ length: 10 }, () => desk.revoke(cast.he, fields.id)));
    expect(await desk.messages(cast.sun, 'deputy_revoked')).toBe(1);
  });

  it('is entered by an administrator with the written authorisation, and the principal is told', async () => {
    const entered = { ...desk.form(cast.luo), ...PAPER, document: '' };
    expect((await desk.give(cast.guan, entered, '/admin/deputies')).status).toBe(422);
    const whole = { ...entered, ...PAPER };
    expect((await desk.give(cast.he, whole, '/admin/deputies')).status).toBe(403);
    expect((await desk.give(cast.guan, { ...whole, deputy: cast.guan.number }, '/admin/deputies')).status).toBe(403);
    expect((await desk.give(cast.guan, whole, '/admin/deputies')).status).toBe(303);
    expect(await desk.messages(cast.he, 'deputy_entered')).toBe(1);
    await (await app.as(cast.he)).get('/me/deputies').expect(/校办授权〔2026〕5号/);
    await (await app.as(cast.guan)).get('/admin/deputies').expect(/罗成（2016041） 代 何川/);
    expect((await desk.revoke(cast.guan, whole.id)).status).toBe(303);
  });

  it('is held to its dates by the database itself', async () => {
    const enter = (from: string, until: string, deputy: Player) =>
      app.db.query(
        `insert into signing_mandate (id, principal_id, deputy_id, part, valid_from, valid_until, reason, entered_by, entered_at)
         values ($1, $2, $3, 'head', $4, $5, 'x', $2, now())`,
        [newId(), cast.he.id, deputy.id, from, until],
      );
    await expect(enter('2026-04-20', '2026-04-19', cast.luo)).rejects.toThrow(/mandate_ends_after_it_begins/);
    await expect(enter('2026-04-20', '2028-04-19', cast.luo)).rejects.toThrow(/mandate_lasts_a_year_at_most/);
    await expect(enter('2026-04-20', '2026-04-21', cast.he)).rejects.toThrow(/mandate_is_for_somebody_else/);
  });

  it('leaves a ledger that holds', async () => {
    expect(await app.get(Ledger).verify()).toEqual([]);
  });
});
