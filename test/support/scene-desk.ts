import type { TestApp } from './test-app.js';

/** Ids of what surrounds the signing of replies. */
export interface DeskScene {
  readonly replyAtHead: string;
  readonly replySigned: string;
}

export async function enterDesk(app: TestApp, cases: { atHead: string; unpublished: string }): Promise<DeskScene> {
  return { replyAtHead: await replyOf(app, cases.atHead), replySigned: await replyOf(app, cases.unpublished) };
}

async function replyOf(app: TestApp, ref: string): Promise<string> {
  const sql = 'select reply.id from reply join handling_case on handling_case.id = case_id where ref = $1';
  const [row] = (await app.db.query(sql, [ref])) as { id: string }[];
  return row!.id;
}
