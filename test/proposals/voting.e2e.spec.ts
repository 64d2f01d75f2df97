import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { seated } from '../support/seats.js';
import { TestApp } from '../support/test-app.js';
import { eventsOf, fingerprintOf, todosOf, toldOf, voted } from './committee.js';
import { Journey } from './journey.js';

const { chen, tang, sun, luo, lin, wu, jian } = cast;

describe('before the decision', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    for (const one of [luo, lin]) await seated(app, one, 'committee_member');
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  const file = { outcome: 'file', note: '' };

  it('the secretary gives several proposals to several readers in one go; who signed one is left out', async () => {
    const refs = [await journey.underReview(), await journey.underReview({ title: '关于校车晚班的提案' })];
    const secretary = await app.as(tang);
    expect((await secretary.get('/review/readers').expect(200)).text).toContain('尚未安排');
    const said = ({ headers }: { headers: Record<string, unknown> }) =>
      Buffer.from(/flash=([^;]+)/.exec(String(headers['set-cookie']))![1]!, 'base64url').toString();
    const reader = [sun.id, lin.id];
    const done = await secretary.post('/review/readers', { ref: refs, reader }).expect(303);

    expect(said(done)).toContain('assignedSome');
    for (const ref of refs) expect(await toldOf(app, ref, 'reading_wanted')).toEqual(['孙悦']);
    expect(await todosOf(app, sun, refs[0]!)).toEqual(['deliberation.todo.read']);
    expect(await todosOf(app, luo, refs[0]!)).toEqual(['deliberation.todo.vote']);
    expect(await todosOf(app, lin, refs[0]!)).toEqual([]);
    await secretary.post('/review/readers', { ref: refs, reader }).expect(303);
    expect(await eventsOf(app, refs[0]!, 'assign_readers')).toHaveLength(1);

    await secretary.post(`/review/${refs[1]}/readers/removal`, { staffId: sun.id }).expect(303);
    expect(await todosOf(app, sun, refs[1]!)).toEqual([]);
  });

  it('only the committee is asked, all or nothing, and only by secretary or chair', async () => {
    const [ready, submitted] = [await journey.underReview(), await journey.submitted()];
    const secretary = await app.as(tang);
    const stranger = await secretary.post('/review/readers', { ref: ready, reader: [sun.id, wu.id] }).expect(422);
    expect(stranger.text).toContain('只能安排本届提案工作委员会的委员');
    await secretary.post('/review/readers', { ref: [ready, submitted], reader: sun.id }).expect(409);
    expect(await eventsOf(app, ready, 'assign_readers')).toEqual([]);
    await secretary.post('/review/readers', { ref: ready }).expect(422);
    await (await app.as(sun)).post('/review/readers', { ref: ready, reader: sun.id }).expect(403);
    await (await app.as(sun)).get('/review/readers').expect(403);
  });

  it('a member recommends with a coded reason and votes, also without being asked, and may think again', async () => {
    const serial = await journey.underReview();
    const member = await app.as(sun);
    const text = await fingerprintOf(app, serial);
    await member.get(`/review/${serial}/opinion`).expect(200);
    const bare = { recommendation: 'decline', declineCode: '', note: '', text };
    expect((await member.post(`/review/${serial}/recommendation`, bare).expect(422)).text).toContain('须说明原因');
    const whole = { ...bare, declineCode: 'already_solved', note: '三月已经装好。' };
    await member.post(`/review/${serial}/recommendation`, whole).expect(303);
    await voted(app, sun, serial, 'decline');
    await voted(app, sun, serial, 'file');

    expect((await eventsOf(app, serial, 'vote')).map(({ data }) => [data.before, data.choice])).toEqual([
      [null, 'decline'],
      ['decline', 'file'],
    ]);
    const page = (await (await app.as(chen)).get(`/review/${serial}`).expect(200)).text;
    for (const said of ['建议不立案', '已经解决或正在办理', '三月已经装好。', '1 票（孙悦）', '多数：立案'])
      expect(page).toContain(said);
  });

  it('ten equal votes are one vote, one event and one notice', async () => {
    const serial = await journey.underReview();
    for (const one of [chen, luo]) await voted(app, one, serial, 'file');
    const member = await app.as(sun);
    const text = await fingerprintOf(app, serial);
    const send = () => member.post(`/review/${serial}/vote`, { vote: 'file', text });
    const answers = await Promise.all(Array.from({ length: 10 }, send));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect((await eventsOf(app, serial, 'vote')).filter(({ who }) => who === '孙悦')).toHaveLength(1);
    expect(await toldOf(app, serial, 'all_voted')).toEqual(['陈立']);
    await voted(app, sun, serial, 'decline');
    expect(await toldOf(app, serial, 'all_voted')).toEqual(['陈立']);
  });

  it('nobody else reads, recommends or votes, least of all who wrote or signed it', async () => {
    const serial = await journey.underReview();
    const text = await fingerprintOf(app, serial);
    for (const one of [wu, tang, jian, lin, cast.gao]) {
      const client = await app.as(one);
      expect([403, 404]).toContain((await client.get(`/review/${serial}/opinion`)).status);
      expect([403, 404]).toContain((await client.post(`/review/${serial}/vote`, { vote: 'file', text })).status);
      const said = { recommendation: 'file', note: '', text };
      expect([403, 404]).toContain((await client.post(`/review/${serial}/recommendation`, said)).status);
    }
    const own = `insert into review_vote (proposal_id, staff_id, choice, fingerprint, cast_at)
      select id, $2, 'file', $3, now() from proposal where serial = $1`;
    await expect(app.db.query(own, [serial, lin.id, text])).rejects.toThrow('nobody reviews');
  });

  it('a decision against the votes waits for a reason, and keeps it inside the committee', async () => {
    const serial = await journey.underReview();
    for (const one of [sun, luo]) await voted(app, one, serial, 'decline');
    const chair = await app.as(chen);
    const refused = await chair.post(`/review/${serial}/decision`, { outcome: 'file', note: '支持。' }).expect(422);
    expect(refused.text).toContain('多数委员表决为“不立案”');
    expect(refused.text).toContain('支持。');
    const deviation = '学校已把充电设施列入年度计划。';
    await chair.post(`/review/${serial}/decision`, { outcome: 'file', note: '支持。', deviation }).expect(303);

    const [event] = await eventsOf(app, serial, 'deviate');
    expect(event).toMatchObject({ who: '陈立', role: 'committee_chair', note: deviation });
    expect((await (await app.as(sun)).get(`/review/${serial}`).expect(200)).text).toContain(deviation);
    expect((await app.visitor().get(`/proposals/${serial}`).expect(200)).text).not.toContain(deviation);
  });

  it('votes on a text that was completed meanwhile are shown and not counted', async () => {
    const serial = await journey.underReview();
    const before = await fingerprintOf(app, serial);
    await voted(app, sun, serial, 'decline');
    await (await app.as(tang)).post(`/review/${serial}/return`, { note: '请写明楼栋。' }).expect(303);
    await app.db.query("update proposal set measures = '1. 图书馆北侧二十个。' where serial = $1", [serial]);
    await (await app.as(wu)).post(`/proposals/${serial}/resubmission`).expect(303);
    await (await app.as(tang)).post(`/review/${serial}/taking-up`).expect(303);

    const stale = { recommendation: 'file', note: '写得清楚。', text: before };
    const answer = await (await app.as(luo)).post(`/review/${serial}/recommendation`, stale).expect(409);
    for (const both of ['写得清楚。', '图书馆北侧二十个', '文本在您打开页面之后有变动'])
      expect(answer.text).toContain(both);
    const page = (await (await app.as(chen)).get(`/review/${serial}`).expect(200)).text;
    expect(page).toContain('另有 1 票针对修改前的文本');
    await (await app.as(chen)).post(`/review/${serial}/decision`, file).expect(303);
  });

  it('the list says who reads, how far the votes are, and finds what I still owe', async () => {
    const serial = await journey.underReview({ title: '关于列表标记的提案' });
    await (await app.as(tang)).post('/review/readers', { ref: serial, reader: sun.id }).expect(303);
    const found = async (who: { id: string }, query: string) =>
      (await (await app.as(who)).get(`/review?q=列表标记&${query}`).expect(200)).text.includes(`/review/${serial}`);

    expect([await found(sun, 'reading=mine'), await found(luo, 'reading=mine')]).toEqual([true, false]);
    expect([await found(sun, 'reading=none'), await found(sun, 'voting=unvoted')]).toEqual([false, true]);
    await voted(app, sun, serial, 'file');
    await voted(app, luo, serial, 'decline');
    expect([await found(sun, 'voting=unvoted'), await found(sun, 'voting=voted')]).toEqual([false, true]);
    expect(await found(chen, 'voting=tie')).toBe(true);
    const list = (await (await app.as(chen)).get('/review?q=列表标记').expect(200)).text;
    for (const mark of ['预审：孙悦', '表决 2/3', '票数相同']) expect(list).toContain(mark);
  });
});
