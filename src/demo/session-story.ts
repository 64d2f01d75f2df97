import { CongressAdministration, SessionArchive } from '../congress/index.js';
import { demoId } from './demo-id.js';
import type { Stage } from './stage.js';
import type { Story } from './story-teller.js';

const SECOND = demoId('session:8-2');
const THIRD = demoId('session:8-3');

/** The second session runs, is closed and archived; the third one opens and goes on with what is unfinished. */
export async function* sessionStory(stage: Stage): Story {
  const take = async (action: 'open' | 'close', id: string) =>
    stage.get(CongressAdministration).take(action, id, await stage.players.secretary());
  yield new Date('2025-02-20T09:00:00+08:00');
  await take('open', SECOND);
  yield new Date('2025-12-19T16:00:00+08:00');
  await take('close', SECOND);
  yield new Date('2026-02-25T07:30:00+08:00');
  await take('open', THIRD);
  yield new Date('2026-03-02T07:30:00+08:00');
  await stage.get(SessionArchive).archive(SECOND, THIRD, await stage.players.secretary());
}
