import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, congress, type Player } from '../support/cast.js';
import { PDF } from '../support/sample-files.js';
import { TestApp } from '../support/test-app.js';
import { TEXT } from './journey.js';

const { wu, lin, zhao, luo, sun, tang } = cast;
const FORM = {
  kind: 'individual',
  author: wu.number,
  receivedOn: '2026-04-10',
  note: '',
  title: '关于纸上联名的提案',
  category: TEXT.category,
  reason: TEXT.reason,
  measures: TEXT.measures,
  wishedUnit: '',
  publish: 'yes',
  publishRefusal: '',
  joint: '',
  present: '',
  seconders: `${lin.number} ${zhao.number}`,
};
const JOINT = { joint: luo.number, title: '关于纸上联名的提案' };
/** zhao heads the delegation to which wu and lin belong. */
const COLLECTIVE = {
  kind: 'collective',
  author: zhao.number,
  present: `${wu.number} ${lin.number} ${zhao.number}`,
  seconders: wu.number,
  title: '关于纸上集体的提案',
};

describe('a paper form with several signatures', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  beforeEach(() => app.clock.set('2026-04-14T09:00:00+08:00'));
  afterAll(() => app.close());

  const enter = async (fields: Record<string, string>, who: Player = tang) =>
    (await app.as(who)).upload(
      '/review/paper',
      { id: newId(), ...FORM, ...fields },
      {
        files: { name: '提案表.pdf', body: PDF },
      },
    );
  const entered = async (fields: Record<string, string>) => {
    const answer = await enter(fields);
    expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
    return /\d{4}-\d{4}/.exec(answer.headers.location as string)![0];
  };
  const page = async (who: Player, address: string) => (await (await app.as(who)).get(address).expect(200)).text;
  const told = async (kind: string, title: string) =>
    (
      (await app.db.query(
        "select name from notification join staff on staff.id = staff_id where kind = $1 and params ->> 'title' = $2 order by number",
        [kind, title],
      )) as { name: string }[]
    ).map(({ name }) => name);
  const rowOf = async (serial: string) =>
    (
      await app.db.query(
        `select kind, handed_in_as, received_on::text, status,
           (select count(*)::int from proposal_joint where proposal_id = proposal.id and status = 'joined') as joints,
           (select count(*)::int from proposal_second where proposal_id = proposal.id and status = 'seconded' and on_paper) as signed,
           (select count(*)::int from proposal_second where proposal_id = proposal.id and status = 'invited') as silent
         from proposal where serial = $1`,
        [serial],
      )
    )[0];

  it('of several proposers is a joint proposal; all of them are told and rate later', async () => {
    const serial = await entered(JOINT);

    expect(await rowOf(serial)).toMatchObject({ kind: 'joint', joints: 1, signed: 2, silent: 0, status: 'submitted' });
    expect(await told('paper_entered', JOINT.title)).toEqual([wu.name, luo.name]);
    expect(await told('paper_seconded', JOINT.title)).toEqual([zhao.name, lin.name]);
    expect(await page(luo, `/proposals/${serial}`)).toContain('提案表.pdf');
    expect(await page(tang, `/proposals/${serial}`)).toContain('罗成');
  });

  it('of a delegation counts those who agree among those present', async () => {
    const serial = await entered(COLLECTIVE);

    expect(await rowOf(serial)).toMatchObject({ kind: 'collective', joints: 0, signed: 1, silent: 1 });
    expect(await told('paper_agreed', COLLECTIVE.title)).toEqual([wu.name]);
    expect(await told('paper_seconded', COLLECTIVE.title)).toEqual([]);
    expect(await page(zhao, `/proposals/${serial}`)).toContain('集体');
  });

  it.each<[string, Record<string, string>, string]>([
    ['with a joint proposer who is no delegate', { joint: cast.gao.number }, '不是本届正式代表'],
    ['whose author joins, too', { joint: wu.number }, '提案人本人不用填写'],
    ['whose joint proposer seconds', { joint: lin.number }, '联名提案人不能同时附议'],
    [
      'of a delegation by somebody who does not speak for it',
      { ...COLLECTIVE, author: wu.number, present: zhao.number },
      '团长或副团长',
    ],
    ['of a delegation with joint proposers', { ...COLLECTIVE, joint: luo.number }, '集体提案没有联名提案人'],
    ['of a delegation with a stranger present', { ...COLLECTIVE, present: `${wu.number} ${luo.number}` }, luo.number],
    ['of a delegation with nobody present', { ...COLLECTIVE, present: '' }, '请填写讨论时出席的本团代表'],
    ['of a delegation signed by somebody absent', { ...COLLECTIVE, present: lin.number }, '没有填写在出席代表中'],
    [
      'of a delegation without a quorum',
      { ...COLLECTIVE, seconders: zhao.number },
      '出席 3 人，至少 2 人同意，现有 1 人',
    ],
  ])('is refused %s', async (_, fields, said) => {
    const answer = await enter(fields);

    expect([answer.status, answer.text.includes(said), answer.text.includes(FORM.reason.split('\n')[0]!)]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('is not typed in by a secretary who joined or agreed', async () => {
    await app.db.query(
      "insert into committee_seat (id, term_id, staff_id, role, valid_from) values (gen_random_uuid(), $1, $2, 'committee_secretary', '2024-01-01')",
      [congress.termId, luo.id],
    );
    for (const fields of [JOINT, { seconders: `${lin.number} ${luo.number}` }])
      expect((await enter(fields, luo)).text).toContain('不能代录自己提出、联名或附议的提案');
  });

  it('that came in time is entered after the window and after the closing, with both days in its history', async () => {
    await (await app.as(tang)).post(`/admin/congress/sessions/${congress.sessionId}/close`).expect(303);
    app.clock.set('2026-05-20T09:00:00+08:00');
    expect((await enter({ receivedOn: '2026-04-30' })).text).toContain('请说明为什么现在才录入');
    const late = await enter({ receivedOn: '2026-05-02', note: '晚交。' });
    expect([late.status, late.text.includes('收到日期须在征集期内')]).toEqual([422, true]);

    const serial = await entered({
      receivedOn: '2026-04-30',
      note: '放在传达室，今天才转来。',
      title: '关于迟录的提案',
    });

    expect(await rowOf(serial)).toMatchObject({ received_on: '2026-04-30', handed_in_as: 'proposal' });
    const own = await page(wu, `/proposals/${serial}`);
    for (const text of ['2026年4月30日', '2026年5月20日', '放在传达室']) expect(own).toContain(text);
    expect(await page(sun, `/proposals/${serial}`)).toContain('收到');
  });
});
