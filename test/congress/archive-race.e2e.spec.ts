import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionArchive } from '../../src/congress/index.js';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, congress } from '../support/cast.js';
import { Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';

const SESSION = `/admin/congress/sessions/${congress.sessionId}`;

describe('archiving beside other steps', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  }, 180_000);
  afterAll(() => app.close());

  it('either carries what was being done or refuses it, and never waits for ever', async () => {
    const road = new Road(app);
    const refs = [await road.readyToReply(), await road.readyToReply(), await road.published()];
    const next = newId();
    const tang = await app.as(cast.tang);
    await tang.post(`/admin/congress/${congress.id}/sessions`, { id: next, termId: congress.termId, number: '4' });
    await tang.post(`${SESSION}/close`).expect(303);
    const gao = await app.as(cast.gao);
    const actor = await app.actor(cast.tang);

    const [archived, ...answers] = await Promise.all([
      app
        .get(SessionArchive)
        .archive(congress.sessionId, next, actor)
        .then(() => 'archived'),
      ...refs.slice(0, 2).map((ref) => gao.post(`/cases/${ref}/reply`, { text: '已加开一班。', outcomeClass: 'A' })),
      (await app.as(cast.chen)).post(`/cases/${refs[2]}/notice`, { title: '已建成', body: '已装好。' }),
    ]);

    expect(archived).toBe('archived');
    expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([303, 303]);
    expect([303, 409]).toContain(answers[2]!.status);
    const carried = await app.db.query('select distinct status from handling_case where carried_to = $1', [next]);
    expect(carried).toEqual([{ status: 'in_sign_off' }]);
  });
});
