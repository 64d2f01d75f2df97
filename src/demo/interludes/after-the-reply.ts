import { Outcomes, Promises, Supervision } from '../../handling/index.js';
import { newId } from '../../kernel/index.js';
import { demoId } from '../demo-id.js';
import type { Interludes, Scene } from './interlude.js';

const unit = (code: string) => demoId(`unit:${code}`);

async function* progress({ stage, content, ref, pace }: Scene, day: string, percent: number, text: string) {
  yield pace.on(day);
  const officer = await stage.players.holder('unit_officer', content.lead!);
  const report = { id: newId(), percent, text, withoutFiles: '现场照片和会议纪要已交委员会办公室存档。' };
  await stage.get(Promises).report(ref, report, officer);
}

export const AFTER_THE_REPLY: Interludes = {
  'building-three-lift-2025': {
    async *follow_up(scene) {
      const { stage, ref, content, pace } = scene;
      yield* progress(scene, '2025-09-10', 30, '方案设计已完成，规划部门退回一次，补充了消防疏散计算书。');
      yield* progress(scene, '2025-12-08', 60, '施工许可已取得，井道基础开挖完成，冬季暂停混凝土作业。');
      yield pace.on('2026-03-09');
      const head = await stage.players.holder('unit_head', content.lead!);
      const reason = '冬季停工四十天，电梯厂家排产推迟，暑假前难以完成验收。';
      await stage.get(Outcomes).slipPromise(ref, '2026-12-31', reason, head);
    },
  },
  'one-form-teacher-data-2025': {
    async *follow_up(scene) {
      yield* progress(scene, '2025-09-12', 25, '数据标准已经四个部门会签，第一批二十七个字段打通。');
      yield* progress(scene, '2025-12-15', 50, '年度考核和职称申报两张表已能自动带出论文和课时。');
      yield* progress(scene, '2026-03-16', 70, '科研系统接口上线试运行，数学、化学两个学院先行试用。');
    },
  },
  // Overdue: reminded, then supervised by a numbered notice that the unit has answered.
  'contacted-dorm-counselling': {
    async *talked({ stage, ref, content, pace }) {
      const secretary = await stage.players.secretary();
      const notice = { id: newId(), unitId: unit(content.lead!), skipReason: '' };
      yield pace.on('2026-04-09');
      const late = '答复期限将到，尚未见协办意见和答复稿，请抓紧办理并告知进度。';
      await stage.get(Supervision).issue(ref, { ...notice, level: 1, reason: late, answerBy: '2026-04-10' }, secretary);
      yield pace.on('2026-04-13');
      const again = '催办后仍未答复，提案人再次来电询问，请书面说明原因和完成时间。';
      const second = { ...notice, id: newId(), level: 2 as const, reason: again, answerBy: '2026-04-16' };
      await stage.get(Supervision).issue(ref, second, await stage.players.chair());
    },
  },
};
