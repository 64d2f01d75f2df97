import type { DataSource } from 'typeorm';
import { demoId } from './demo-id.js';
import type { Story } from './story-teller.js';

/** The second session runs, is closed and archived; the third one opens. */
export async function* sessionStory(db: DataSource): Story {
  const set = (number: number, status: string) =>
    db.query('update congress_session set status = $2 where id = $1', [demoId(`session:8-${number}`), status]);
  yield new Date('2025-02-20T09:00:00+08:00');
  await set(2, 'open');
  yield new Date('2025-12-19T16:00:00+08:00');
  await set(2, 'closed');
  yield new Date('2026-02-25T07:30:00+08:00');
  await set(3, 'open');
  yield new Date('2026-03-02T07:30:00+08:00');
  await set(2, 'archived');
}
