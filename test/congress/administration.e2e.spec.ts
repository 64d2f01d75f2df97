import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Congresses, DEFAULT_SETTINGS } from '../../src/congress/index.js';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, congress, units } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';

const SESSION = `/admin/congress/sessions/${congress.sessionId}`;
const TERM = `/admin/congress/terms/${congress.termId}`;

const SAID: Record<string, string> = {
  true: '是',
  false: '否',
  two_thirds: '三分之二以上',
  any: '有一人不满意即为不满意',
};

describe('the books of the congress', () => {
  let app: TestApp;
  let tang: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    tang = await app.as(cast.tang);
  });
  afterAll(() => app.close());

  const settings = (more: Record<string, string> = {}) => ({
    ...Object.fromEntries(
      Object.entries(DEFAULT_SETTINGS).map(([name, value]) => [
        name,
        typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
      ]),
    ),
    ...more,
  });

  it('are kept by the secretary and the administrator, and by nobody else', async () => {
    for (const person of [cast.tang, cast.guan]) {
      const client = await app.as(person);
      await client.get('/admin/congress').expect(200);
      await client.get(`/admin/congress/${congress.id}`).expect(200);
      await client.get(SESSION).expect(200);
      for (const list of ['delegations', 'delegates', 'committee']) await client.get(`${TERM}/${list}`).expect(200);
    }
    for (const person of [cast.chen, cast.wu, cast.he]) {
      const client = await app.as(person);
      await client.get('/admin/congress').expect(403);
      await client.get(SESSION).expect(404);
      await client.post(`${SESSION}/settings`, settings()).expect(404);
      await client.post(`${SESSION}/close`).expect(404);
      await client
        .post(`${TERM}/committee`, {
          id: newId(),
          number: person.number,
          role: 'committee_chair',
          validFrom: '2026-04-14',
        })
        .expect(404);
    }
  });

  it('take in a term and a session', async () => {
    const term = { id: newId(), number: '9', startsOn: '2029-01-01', endsOn: '2033-12-31' };
    await tang.post(`/admin/congress/${congress.id}/terms`, term).expect(303);
    await tang.post(`/admin/congress/${congress.id}/terms`, { ...term, id: newId() }).expect(409);
    await tang.post(`/admin/congress/${congress.id}/terms`, { ...term, id: newId(), endsOn: '2028-01-01' }).expect(422);

    const session = { id: newId(), termId: congress.termId, number: '4' };
    await tang.post(`/admin/congress/${congress.id}/sessions`, session).expect(303);
    expect((await tang.get(`/admin/congress/sessions/${session.id}`).expect(200)).text).toContain('第八届第四次会议');
    expect((await app.visitor().get('/congress/8-4').expect(200)).text).toContain('提案征集时间待公布');
  });

  it('set the window from the first minute of one day to the last of another', async () => {
    const dates = {
      windowFrom: '2026-04-10',
      windowUntil: '2026-04-20',
      heldFrom: '2026-05-08',
      heldUntil: '2026-05-09',
    };
    await tang.post(`${SESSION}/dates`, dates).expect(303);
    const isOpen = async (moment: string) =>
      (await app.get(Congresses).session(congress.sessionId)).isWindowOpen(new Date(moment));

    expect(await isOpen('2026-04-09T23:59:59+08:00')).toBe(false);
    expect(await isOpen('2026-04-10T00:00:00+08:00')).toBe(true);
    expect(await isOpen('2026-04-20T23:59:59+08:00')).toBe(true);
    expect(await isOpen('2026-04-21T00:00:00+08:00')).toBe(false);
    expect((await tang.get(SESSION)).text).toContain('value="2026-04-20"');
    await tang.post(`${SESSION}/dates`, { ...dates, windowUntil: '' }).expect(422);
    await tang.post(`${SESSION}/dates`, { ...dates, heldUntil: '2026-05-01' }).expect(422);
  });

  it('set every rule of a session, keeping only what differs from the default', async () => {
    await tang.post(`${SESSION}/settings`, settings({ secondersRequired: '3', leaderSignature: 'no' })).expect(303);

    const session = await app.get(Congresses).session(congress.sessionId);
    expect(session.settings).toEqual({ ...DEFAULT_SETTINGS, secondersRequired: 3, leaderSignature: false });
    expect(session.chosenSettings).toEqual({ secondersRequired: 3, leaderSignature: false });
    const refused = await tang.post(`${SESSION}/settings`, settings({ leadDays: '0', rounds: 'viele' })).expect(422);
    expect(refused.text).toContain('value="viele"');
    const events = await app.db.query("select data from ledger_event where action = 'choose_settings'");
    expect(events).toHaveLength(1);
  });

  it('explain every rule with its default', async () => {
    const page = (await tang.get(SESSION)).text;

    for (const [name, value] of Object.entries(DEFAULT_SETTINGS)) {
      const hint = new RegExp(`id="${name}-hint">[^<]*默认：(${SAID[String(value)] ?? value})）`);
      expect(page).toMatch(hint);
    }
  });

  it('close and open a session, and leave an archived one alone', async () => {
    await tang.post(`${SESSION}/close`).expect(303);
    expect((await app.visitor().get('/congress')).text).toContain('已闭会');
    await tang.post(`${SESSION}/close`).expect(409);
    await tang.post(`${SESSION}/open`).expect(303);

    const archived = `/admin/congress/sessions/${congress.archivedSessionId}`;
    expect((await tang.get(archived).expect(200)).text).toContain('已归档');
    await tang.post(`${archived}/open`).expect(409);
    await tang.post(`${archived}/settings`, settings({ rounds: '1' })).expect(409);
    await tang.post(`${archived}/dates`, { windowFrom: '2026-04-10', windowUntil: '2026-04-20' }).expect(409);
  });

  it('found a congress for a faculty, once, by the administrator alone', async () => {
    const fields = { id: newId(), unitId: units.sx.id, code: 'sx', name: '数学学院教职工代表大会' };
    await tang.post('/admin/congress', fields).expect(403);
    const guan = await app.as(cast.guan);
    await guan.post('/admin/congress', fields).expect(303);
    await guan.post('/admin/congress', { ...fields, id: newId() }).expect(409);

    await tang.get(`/admin/congress/${fields.id}`).expect(404);
  });
});
