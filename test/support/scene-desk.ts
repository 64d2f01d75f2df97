import { newId } from '../../src/kernel/index.js';
import { cast } from './cast.js';
import type { TestApp } from './test-app.js';

/** Ids of what surrounds the signing of replies. */
export interface DeskScene {
  readonly replyAtHead: string;
  readonly replySigned: string;
  readonly template: string;
}

export async function enterDesk(app: TestApp, cases: { atHead: string; unpublished: string }): Promise<DeskScene> {
  const template = newId();
  const fields = { id: template, version: '0', name: '充电设施类', text: '{提案人}代表：关于{案名}，现答复如下。' };
  await (await app.as(cast.gao)).post('/units/hq/templates', fields).expect(303);
  return {
    template,
    replyAtHead: await replyOf(app, cases.atHead),
    replySigned: await replyOf(app, cases.unpublished),
  };
}

async function replyOf(app: TestApp, ref: string): Promise<string> {
  const sql = 'select reply.id from reply join handling_case on handling_case.id = case_id where ref = $1';
  const [row] = (await app.db.query(sql, [ref])) as { id: string }[];
  return row!.id;
}
