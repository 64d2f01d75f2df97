import { newId } from '../../src/kernel/index.js';
import { cast } from './cast.js';
import { Road } from './road.js';
import type { TestApp } from './test-app.js';

/** Ids of what surrounds the signing of replies. */
export interface DeskScene {
  readonly replyAtHead: string;
  readonly replySigned: string;
  readonly template: string;
  readonly amendment: string;
  /** The leading duty of the case in handling. */
  readonly duty: string;
}

export async function enterDesk(
  app: TestApp,
  cases: { atHead: string; unpublished: string; published: string; inHandling: string },
): Promise<DeskScene> {
  const template = newId();
  const fields = { id: template, version: '0', name: '充电设施类', text: '{提案人}代表：关于{案名}，现答复如下。' };
  await (await app.as(cast.gao)).post('/units/hq/templates', fields).expect(303);
  const amending = { reason: '电话有变', text: '报修电话改为 8672-3188。', outcomeClass: 'A' };
  await (await app.as(cast.gao)).post(`/cases/${cases.published}/amendment`, amending).expect(303);
  const amendment = await replyOf(app, cases.published, 'and amends_id is not null');
  const duty = await new Road(app).dutyOf(cases.inHandling, 'lead');
  return {
    template,
    amendment,
    duty,
    replyAtHead: await replyOf(app, cases.atHead),
    replySigned: await replyOf(app, cases.unpublished),
  };
}

async function replyOf(app: TestApp, ref: string, which = 'and amends_id is null'): Promise<string> {
  const sql = `select reply.id from reply join handling_case on handling_case.id = case_id where ref = $1 ${which}`;
  const [row] = (await app.db.query(sql, [ref])) as { id: string }[];
  return row!.id;
}
