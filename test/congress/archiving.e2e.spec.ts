import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, congress, idOf } from '../support/cast.js';
import { PROMISE, Road } from '../support/road.js';
import { type Client, TestApp } from '../support/test-app.js';

const SESSION = `/admin/congress/sessions/${congress.sessionId}`;
const NEXT = idOf('session-9-1');

describe('archiving a session', () => {
  let app: TestApp;
  let road: Road;
  let tang: Client;
  let undecided: string;
  let open: string;
  let handled: string;
  let promised: string;
  let published: string;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    road = new Road(app);
    tang = await app.as(cast.tang);
    undecided = await road.underReview({ title: '关于改善教室照明的提案' });
    open = await road.filed({ title: '关于修缮理科楼屋面的提案' });
    handled = await road.inHandling({ title: '关于增开夜间校车的提案' });
    promised = await road.rated('satisfied', PROMISE);
    published = await road.published();
  }, 180_000);
  afterAll(() => app.close());

  const archive = (who: Client, fields: Record<string, string> = {}) => who.post(`${SESSION}/archive`, fields);
  const valueOf = async <T>(sql: string, ...values: unknown[]) =>
    ((await app.db.query(sql, values)) as { value: T }[])[0]!.value;

  it('comes after closing', async () => {
    await tang.get(`${SESSION}/archive`).expect(409);
    await archive(tang).expect(409);
    await tang.post(`${SESSION}/close`).expect(303);
  });

  it('is for those who keep the books', async () => {
    for (const one of [cast.chen, cast.wu, cast.gao]) {
      await (await app.as(one)).get(`${SESSION}/archive`).expect(404);
      await archive(await app.as(one)).expect(404);
    }
  });

  it('is refused while a proposal waits for its decision, and names it', async () => {
    const page = await tang.get(`${SESSION}/archive`).expect(200);
    expect(page.text).toContain('归档前须先了结');
    expect(page.text).toContain(`/proposals/${undecided}`);
    expect(page.text).not.toContain('确认归档');

    expect((await archive(tang).expect(409)).text).toContain('尚未作出决定的提案 1 件');
    const reasons = { outcome: 'decline', declineCode: 'already_solved', note: '教室照明改造已在本学期完成。' };
    await road.post(cast.chen, `/review/${undecided}/decision`, reasons);
  });

  it('asks who goes on with the cases, and takes nobody from elsewhere', async () => {
    const page = await tang.get(`${SESSION}/archive`).expect(200);
    expect(page.text).toContain('请先增加下一次会议');
    expect((await archive(tang).expect(409)).text).toContain('选择由哪一次会议继续办理');

    for (const successor of [congress.sessionId, congress.archivedSessionId])
      expect((await archive(tang, { successor }).expect(422)).text).toContain('不能接续办理');
    await archive(tang, { successor: newId() }).expect(404);
    expect(await statusOf(congress.sessionId)).toBe('closed');
  });

  it('hands the unfinished cases to a session of the next term; the others stay', async () => {
    await conveneNinth();
    expect((await tang.get(`${SESSION}/archive`)).text).toContain('第九届第一次会议');
    await archive(tang, { successor: NEXT }).expect(303);

    expect(await statusOf(congress.sessionId)).toBe('archived');
    const carriers = await app.db.query('select ref, carried_to from handling_case order by ref');
    expect(
      Object.fromEntries(carriers.map((one: { ref: string; carried_to: string }) => [one.ref, one.carried_to])),
    ).toEqual({
      [open]: NEXT,
      [handled]: NEXT,
      [promised]: NEXT,
      [published]: null,
    });
  });

  it('says so on the page of the case, which keeps its number', async () => {
    const { text } = await (await app.as(cast.gao)).get(`/cases/${handled}`).expect(200);

    expect(text).toContain('由第八届第三次会议结转');
    expect(text).toContain('按第九届第一次会议规则办理');
    expect(text).toContain('由第八届第三次会议结转第九届第一次会议继续办理');
    expect(text).toContain('第八届三次第002号');
  });

  it('tells the proposer and the unit once', async () => {
    const told =
      'select count(*)::int as value from notification where kind = $1 and staff_id = $2 and subject_id = (select id from handling_case where ref = $3)';
    for (const one of [cast.wu, cast.gao, cast.he]) expect(await valueOf(told, 'carried', one.id, handled)).toBe(1);
    expect(await valueOf(told, 'carried', cast.wu.id, published)).toBe(0);
  });

  it('leaves the figures where the case comes from', async () => {
    expect(
      await valueOf('select count(*)::int as value from handling_case where session_id = $1', congress.sessionId),
    ).toBe(4);
  });

  it('lets the carried case be handled by the rules of the session that took it over', async () => {
    await app.db.query('update congress_session set settings = $2 where id = $1', [
      NEXT,
      { leadDays: 10, leaderSignature: false },
    ]);
    await road.post(cast.chen, `/cases/${open}/assignment`, { lead: idOf('hq') });
    expect(await valueOf(`select due_on::text as value from handling_case where ref = $1`, open)).toBe('2026-04-28');

    const contact = {
      id: newId(),
      way: 'phone',
      happenedOn: '2026-04-14',
      summary: '电话沟通，提案人同意先加开一班。',
    };
    await road.post(cast.gao, `/cases/${handled}/contacts`, contact);
    const opinion = { assignment: await road.dutyOf(handled, 'assisting'), opinion: '配合公布时刻。' };
    await road.post(cast.ding, `/cases/${handled}/opinion`, opinion);
    await road.post(cast.gao, `/cases/${handled}/reply`, { text: '已加开二十二点一班。', outcomeClass: 'A' });
    await road.post(cast.he, `/cases/${handled}/signature`, { part: 'head', version: '1' });
    expect(await valueOf('select status as value from handling_case where ref = $1', handled)).toBe('replied');
  });

  it('lets a promise be reported on and kept under another term', async () => {
    await road.post(cast.gao, `/cases/${promised}/follow-up/progress`, {
      withoutFiles: '施工尚未验收',
      report: '已装一半。',
      percent: '50',
    });
    await road.post(cast.wu, `/cases/${promised}/follow-up/implementation`, { note: '都装好了。' });
    expect(await valueOf('select status as value from handling_case where ref = $1', promised)).toBe('concluded');
  });

  it('stands on the board of both sessions', async () => {
    const chen = await app.as(cast.chen);
    for (const session of [congress.sessionId, NEXT])
      expect((await chen.get(`/board?session=${session}`)).text).toContain(handled);
    expect((await chen.get(`/board?session=${NEXT}`)).text).not.toContain(`/cases/${published}"`);
  });

  it('changes nothing any more of what stayed, and offers nothing', async () => {
    const chen = await app.as(cast.chen);
    const result = { title: '充电点已建成', body: '三处车棚已装好。' };
    expect((await chen.post(`/cases/${published}/notice`, result).expect(409)).text).toContain('本次会议已归档');
    expect((await chen.get(`/cases/${published}`)).text).not.toContain('class="action"');
    await tang.post(`${SESSION}/open`).expect(409);
    await tang.get(`${SESSION}/archive`).expect(409);
    await archive(tang, { successor: NEXT }).expect(409);
    expect((await tang.get(SESSION).expect(200)).text).toContain('本次会议已归档，只能查看');
  });

  it('closes the roster of a term with its last session, until there is another one', async () => {
    const seat = {
      id: newId(),
      number: cast.bai.number,
      role: 'committee_member',
      validFrom: '2026-04-14',
      validUntil: '',
    };
    const committee = `/admin/congress/terms/${congress.termId}/committee`;
    expect((await tang.post(committee, seat).expect(409)).text).toContain('这一届的会议已全部归档');

    await tang
      .post(`/admin/congress/${congress.id}/sessions`, { id: newId(), termId: congress.termId, number: '4' })
      .expect(303);
    await tang.post(committee, seat).expect(303);
  });

  it('goes on from hand to hand: the next session hands over what it took', async () => {
    const later = newId();
    await tang
      .post(`/admin/congress/${congress.id}/sessions`, { id: later, termId: idOf('term-9'), number: '2' })
      .expect(303);
    await tang.post(`/admin/congress/sessions/${NEXT}/open`).expect(303);
    await tang.post(`/admin/congress/sessions/${NEXT}/close`).expect(303);
    await tang.post(`/admin/congress/sessions/${NEXT}/archive`, { successor: later }).expect(303);

    expect(await valueOf('select carried_to as value from handling_case where ref = $1', open)).toBe(later);
    expect((await (await app.as(cast.gao)).get(`/cases/${open}`)).text).toContain('按第九届第二次会议规则办理');
  });

  const statusOf = (id: string) => valueOf<string>('select status as value from congress_session where id = $1', id);

  async function conveneNinth(): Promise<void> {
    const term = { id: idOf('term-9'), number: '9', startsOn: '2029-01-01', endsOn: '2033-12-31' };
    await tang.post(`/admin/congress/${congress.id}/terms`, term).expect(303);
    await tang.post(`/admin/congress/${congress.id}/sessions`, { id: NEXT, termId: term.id, number: '1' }).expect(303);
  }
});
