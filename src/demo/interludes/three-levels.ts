import { Supervision } from '../../handling/index.js';
import { newId } from '../../kernel/index.js';
import { demoId } from '../demo-id.js';
import type { Story } from '../story-teller.js';
import type { Scene } from './interlude.js';

/** Not answered, so raised; answered and refused, so raised again, to the leader in charge; then accepted. */
export async function* urgedThrice(scene: Scene): Story {
  const { stage, ref, content, pace } = scene;
  const service = stage.get(Supervision);
  const chair = await stage.players.chair();
  const officer = await stage.players.holder('unit_officer', content.lead!);
  const issue = async (level: 1 | 2 | 3, reason: string, answerBy: string) => {
    const notice = { id: newId(), unitId: demoId(`unit:${content.lead}`), level, reason, answerBy, skipReason: '' };
    await service.issue(ref, notice, level === 1 ? await stage.players.secretary() : chair);
    return notice.id;
  };
  const answer = (notice: string, text: string) => service.answer(ref, notice, { id: newId(), text }, officer);

  yield pace.on('2025-11-17');
  await issue(1, '四季度进展尚未报告，请说明数据打通到哪一步。', '2025-11-21');
  yield pace.on('2025-11-24');
  const second = await issue(2, '催办后仍未答复，提案人来电询问，请书面说明原因和下一个节点。', '2025-11-28');
  yield pace.on('2025-11-27');
  await answer(second, '人事、科研两个系统的接口标准还在会签，会签结束后报告。');
  yield pace.on('2025-11-28');
  await service.decide(ref, second, 'refuse', '没有说明谁在会签、哪天结束，无法向提案人交代。', chair);
  yield pace.on('2025-12-01');
  const third = await issue(3, '两次督办没有明确时间，提请分管校领导协调相关部门，限期答复。', '2025-12-08');
  yield pace.on('2025-12-05');
  await answer(third, '分管校领导已召集人事处、科研处协调，会签十二月十日前结束，十五日前报告进展。');
  yield pace.on('2025-12-08');
  await service.decide(ref, third, 'accept', '时间明确，同意，按此落实。', chair);
}
