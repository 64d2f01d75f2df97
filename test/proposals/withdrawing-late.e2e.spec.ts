import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DutyRoad, names } from '../handling/duties.js';
import { find } from '../handling/cases.js';
import { cast, castOn, type Player, units } from '../support/cast.js';
import { ANSWER, Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';
import { Committee } from './committee.js';

const { wu, chen, gao, he, ding, fang } = cast;
const TOO_LATE = '已经有答复签发，不能再撤案';

describe('withdrawing once a reply was issued', () => {
  let app: TestApp;
  let road: Road;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    road = new Road(app);
  });
  afterAll(() => app.close());

  const serialOf = (ref: string) =>
    road.one<string>('select case_origin.ref as value from case_origin join handling_case on id = case_id where handling_case.ref = $1', ref); // prettier-ignore
  const requestOf = (serial: string) =>
    road.one<string>(
      'select id as value from withdrawal_request where granted is null and origin_id = (select id from proposal where serial = $1)',
      serial,
    );
  const withdraw = async (serial: string) =>
    (await app.as(wu)).post(`/proposals/${serial}/withdrawal`, { reason: '学校已经另行安排。' });
  const text = async (who: Player, address: string) => (await (await app.as(who)).get(address)).text;

  /** hq and xx lead apart and have talked; hq's reply is with the leader. */
  async function apart(title: string): Promise<DutyRoad> {
    const ref = await road.filed({ title });
    await road.post(chen, `/cases/${ref}/assignment`, { lead: units.hq.id, separate: [units.xx.id] });
    const duties = new DutyRoad(app, ref);
    for (const [who, unit] of [
      [gao, units.hq.id],
      [ding, units.xx.id],
    ] as const) {
      // prettier-ignore
      await duties.signFor(who, unit);
      await duties.talk(who, unit);
    }
    await duties.post(gao, 'reply', ANSWER);
    await duties.post(he, 'signature', { part: 'head', version: '1' });
    return duties;
  }
  const issue = async (duties: DutyRoad) => {
    const duty = await duties.dutyOf(units.hq.id);
    expect(await duties.post(fang, `signature?duty=${duty}`, { part: 'leader', version: '1' })).toBe(303);
  };

  it('is too late with the first of several separate replies: not offered, refused with a sentence', async () => {
    const duties = await apart('关于分办后撤案的提案');
    const serial = await serialOf(duties.ref);
    expect(await text(wu, `/proposals/${serial}`)).toContain(`/proposals/${serial}/withdrawal`);
    await issue(duties);
    expect((await find(app, duties.ref)).status).toBe('in_handling');
    expect(await text(wu, `/proposals/${serial}`)).not.toContain(`/proposals/${serial}/withdrawal`);
    expect(await text(wu, `/proposals/${serial}/withdrawal`)).toContain(TOO_LATE);
    const answer = await withdraw(serial);
    expect([answer.status, answer.text.includes(TOO_LATE)]).toEqual([409, true]);
    expect(await duties.events('ask_withdrawal')).toBe(0);
  });

  it('ends a wish that still waits: who asked is told why, and the chair has nothing left to decide', async () => {
    const duties = await apart('关于等待决定的提案');
    const { ref } = duties;
    const serial = await serialOf(ref);
    await withdraw(serial);
    const request = await requestOf(serial);
    expect(await text(chen, '/me/todos')).toContain(`/cases/${ref}/withdrawal/decision`);
    await issue(duties);

    expect(await duties.told('withdrawal_lapsed')).toEqual(names('wu'));
    expect(await text(wu, `/cases/${ref}`)).toMatch(/答复已经签发，撤案申请失效/);
    expect((await app.visitor().get(`/cases/${ref}`)).text).not.toContain('撤案申请');
    expect(await text(gao, `/cases/${ref}`)).not.toContain('承办单位照常办理');
    expect(await text(chen, '/me/todos')).not.toContain(`/cases/${ref}/withdrawal/decision`);
    for (const decision of ['grant', 'refuse']) {
      const fields = { request, decision, note: '同意与否都晚了。' };
      const answer = await (await app.as(chen)).post(`/cases/${ref}/withdrawal/decision`, fields);
      expect([answer.status, answer.text.includes(TOO_LATE)]).toEqual([409, true]);
    }
    expect((await find(app, ref)).status).toBe('in_handling');
  });

  it('either lapses or is granted when leader and chair act at the same moment', async () => {
    const duties = await apart('关于同时决定的提案');
    const serial = await serialOf(duties.ref);
    await withdraw(serial);
    const grant = { request: await requestOf(serial), decision: 'grant' };
    const duty = await duties.dutyOf(units.hq.id);
    const [granted, signed] = await Promise.all([
      duties.post(chen, 'withdrawal/decision', grant),
      duties.post(fang, `signature?duty=${duty}`, { part: 'leader', version: '1' }),
    ]);
    expect([granted, signed].toSorted()[0]).toBe(303);
    expect([403, 404, 409]).toContain([granted, signed].toSorted()[1]);
    const outcome = [await duties.events('withdraw'), await duties.events('lapse_withdrawal')];
    expect(outcome).toEqual(granted === 303 ? [1, 0] : [0, 1]);
  });

  it('lapses on one case of a split form when another one is replied to', async () => {
    const committee = new Committee(app);
    const serial = await committee.underReview('关于车棚与报修的提案');
    const parts = { title1: '关于修缮车棚的提案', measures1: '装插口。', title2: '关于报修的提案', measures2: '限期修。' }; // prettier-ignore
    await committee.post(chen, `/review/${serial}/split`, { ...parts, note: '分别交办。' });
    const [first, second] = await committee.casesOf(serial);
    for (const ref of [first, second]) await road.post(chen, `/cases/${ref}/assignment`, { lead: units.hq.id });
    await withdraw(serial);
    const request = await requestOf(serial);
    const duties = new DutyRoad(app, second!);
    await duties.signFor(gao, units.hq.id);
    await duties.talk(gao, units.hq.id);
    await duties.post(gao, 'reply', ANSWER);
    for (const [who, part] of [
      [he, 'head'],
      [fang, 'leader'],
    ] as const)
      // prettier-ignore
      await duties.post(who, 'signature', { part, version: '1' });

    expect(await duties.told('withdrawal_lapsed')).toEqual(names('wu'));
    const answer = await (await app.as(chen)).post(`/cases/${first}/withdrawal/decision`, { request, decision: 'grant' }); // prettier-ignore
    expect(answer.status).toBe(409);
    expect([(await find(app, first!)).status, (await find(app, second!)).status]).toEqual(['assigned', 'replied']);
  });

  it('is too late in a second round as well', async () => {
    const ref = await road.rated('dissatisfied');
    const again = { decision: 'second_handling', dueOn: '', explanation: '请再办一次。' };
    await road.post(chen, `/cases/${ref}/dissatisfaction`, again);
    expect((await find(app, ref)).status).toBe('in_handling');
    const answer = await withdraw(await serialOf(ref));
    expect([answer.status, answer.text.includes(TOO_LATE)]).toEqual([409, true]);
  });
});
