import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../src/identity/passwords.js';
import { newId } from '../../src/kernel/index.js';
import { clientOf } from '../identity/sign-in-answer.js';
import { cast, castOn, type Player } from '../support/cast.js';
import { ANSWER, PROPOSAL, Road } from '../support/road.js';
import { PDF } from '../support/sample-files.js';
import { type Client, TestApp } from '../support/test-app.js';

const PASSWORD = 'lake-heron-47';
const LONG_TEXT = Array.from({ length: 60 }, (_, i) => `第${i + 1}段：“充电”问题 & 安全 <隐患>，说来话长。`).join('\n');

let app: TestApp;
let road: Road;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  await app.db.query('update account set password_hash = $1', [await hashPassword(PASSWORD)]);
  road = new Road(app);
});
afterAll(() => app.close());

async function signIn(who: Player, signInPage: string): Promise<{ client: Client; address: string; parked: string }> {
  const parked = new URLSearchParams(signInPage.split('?')[1]).get('parked')!;
  const answer = await app.visitor().post('/sign-in', { number: who.number, password: PASSWORD, parked }).expect(303);
  return { client: clientOf(app, answer), address: String(answer.headers.location), parked };
}

/** Presses the only button of the page. */
function goOn(client: Client, page: string) {
  const fields: Record<string, string[]> = {};
  for (const [, name, value] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    (fields[name!] ??= []).push(unescaped(value!));
  const action = [...page.matchAll(/<form method="post" action="([^"]*)"/g)].map(([, to]) => unescaped(to!));
  return client.post(
    action.find((to) => /proposals|cases/.test(to))!,
    fields,
  );
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=')
    .replace(/&amp;/g, '&');
}

describe('a session that ran out while somebody was writing', () => {
  it('keeps the text of a proposal, says that the files must be chosen again, and lets it be sent', async () => {
    const id = newId();
    const wu = await app.as(cast.wu);
    app.clock.passMinutes(61);
    const fields = { ...PROPOSAL, reason: LONG_TEXT, page: newId() };
    const away = await wu
      .upload(`/proposals/${id}/draft`, fields, { files: { name: '图.pdf', body: PDF } })
      .expect(303);
    expect(await app.db.query('select id from proposal where id = $1', [id])).toEqual([]);

    const { client, address } = await signIn(cast.wu, String(away.headers.location));
    const page = await client.get(address).expect(200);
    expect(page.text).toContain('第60段：“充电”问题 &amp; 安全 &lt;隐患&gt;，说来话长。');
    expect(page.text).toContain('附件没有保存');
    await goOn(client, page.text).expect(303);

    const [proposal] = await app.db.query('select title, reason, author_id as author from proposal where id = $1', [
      id,
    ]);
    expect(proposal).toEqual({ title: PROPOSAL.title, reason: LONG_TEXT, author: cast.wu.id });
  });

  it('keeps the text of a reply from everybody but its writer', async () => {
    const ref = await road.readyToReply();
    const gao = await app.as(cast.gao);
    app.clock.passMinutes(61);
    const away = await gao.post(`/cases/${ref}/reply`, { ...ANSWER, text: LONG_TEXT }).expect(303);

    const other = await signIn(cast.ding, String(away.headers.location));
    await other.client.get(`/parked/${other.parked}`).expect(404);
    const { client, address } = await signIn(cast.gao, String(away.headers.location));
    const page = await client.get(address).expect(200);
    await goOn(client, page.text).expect(303);

    const [reply] = await app.db.query(
      'select reply.text from reply join handling_case on handling_case.id = case_id where ref = $1',
      [ref],
    );
    expect(reply).toEqual({ text: LONG_TEXT });
  });
});
