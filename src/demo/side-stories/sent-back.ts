import { newId } from '../../kernel/index.js';
import { DelegationCheck, Passing, Review, Seconding, Writing } from '../../proposals/index.js';
import type { SideRoadContent } from '../content.js';
import { paceOf } from '../pace.js';
import { textOf } from '../proposal-text.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';
import { CHAIR, SECRETARY, SESSION } from './faculty.js';
import { FilingDesk } from './filing-desk.js';

const PROFESSOR = '2001097';
const SECONDERS = ['2010067', '2018081'];
const DEPUTY = '2012034';
const CLEARER = '\n3. 空房和缺房情况每学期末在学院网页公布，注明面积和使用人数。';

/** The deputy of the delegation returns it; better written it passes, goes up to the school, and comes back: the faculty may decide this itself. */
export async function* sentBackStory(stage: Stage, { sentBack }: SideRoadContent): Story {
  const pace = await paceOf(stage, '2026-03-24', sentBack.key);
  const desk = new FilingDesk(stage, sentBack, PROFESSOR, pace);
  const ref = yield* desk.handedIn(SECONDERS, { sessionId: SESSION });
  yield pace.after(1);
  const note = '“用房紧张”请用数字说明，另请写明公布的内容，再交代表团。';
  await stage.get(DelegationCheck).giveBack(ref, note, await stage.players.actor(DEPUTY));
  yield* handedInAgain(stage, desk, sentBack.measures + CLEARER, textOf(sentBack));
  yield pace.after(1);
  await stage.get(DelegationCheck).pass(ref, '', await stage.players.actor(DEPUTY));
  yield pace.after(1);
  const { serial } = await stage.proposal(ref, SECRETARY);
  await stage.get(Review).takeUp(serial!, await stage.players.actor(SECRETARY));
  yield pace.after(1);
  const up = '学院教师多次听说用房由学校统一安排，请校教代会明确。';
  const above = await stage.get(Passing).passUp(serial!, up, await stage.players.actor(CHAIR));
  yield pace.on('2026-04-08');
  const back = '学校公用房管理办法第九条规定学院用房由学院自主调配，请医学院教代会自行研究决定。';
  await stage.get(Passing).sendBack(above, back, await stage.players.chair());
}

async function* handedInAgain(
  stage: Stage,
  desk: FilingDesk,
  measures: string,
  text: ReturnType<typeof textOf>,
): Story {
  const author = await stage.players.actor(PROFESSOR);
  yield desk.pace.after(1);
  const { version } = await stage.proposal(desk.ref, PROFESSOR);
  await stage.get(Writing).save(desk.ref, { ...text, measures }, { page: newId(), version }, author);
  await stage.get(Seconding).start(desk.ref, author);
  for (const number of SECONDERS) {
    yield desk.pace.after(0);
    await stage.get(Seconding).second(desk.ref, '', await stage.players.actor(number));
  }
  yield desk.pace.after(1);
  await stage.get(Seconding).submit(desk.ref, author);
}
