import { Outcomes, PaperRatings, Promises } from '../../handling/index.js';
import { newId } from '../../kernel/index.js';
import { scan } from '../papers.js';
import type { Interludes, Scene } from './interlude.js';
import { urgedOnItsPromise } from './supervision.js';
import { urgedThrice } from './three-levels.js';

async function* progress({ stage, content, ref, pace }: Scene, day: string, percent: number, text: string) {
  yield pace.on(day);
  const officer = await stage.players.holder('unit_officer', content.lead!);
  const { upload, forget } = await scan('进展佐证材料.pdf', [
    '承诺事项进展佐证材料',
    content.title,
    `完成 ${percent}%`,
    text,
  ]);
  const files = { uploads: [upload], removals: [], error: null };
  await stage.get(Promises).report(ref, { id: newId(), percent, text, withoutFiles: '' }, officer, files);
  await forget();
}

export const AFTER_THE_REPLY: Interludes = {
  'building-three-lift-2025': {
    async *follow_up(scene) {
      const { stage, ref, content, pace } = scene;
      yield* progress(
        scene,
        '2025-09-10',
        20,
        '方案设计已完成，通过校内评审，补充了消防疏散计算书；一层卫生间和北门坡道暑假已完工。',
      );
      yield* progress(scene, '2025-12-08', 35, '初步设计完成，本月报规划部门审批；雨水管迁移方案已与后勤保障部商定。');
      yield* urgedOnItsPromise(scene);
      yield pace.on('2026-03-09');
      const head = await stage.players.holder('unit_head', content.lead!);
      const reason = '规划审批两次补件，招标顺延四十天，电梯厂家排产九十天，十月底前难以竣工。';
      await stage.get(Outcomes).slipPromise(ref, '2026-12-31', reason, head);
    },
  },
  'one-form-teacher-data-2025': {
    async *follow_up(scene) {
      yield* progress(scene, '2025-09-12', 25, '数据标准已经四个部门会签，第一批二十七个字段打通。');
      yield* urgedThrice(scene);
      yield* progress(scene, '2025-12-15', 50, '年度考核和职称申报两张表已能自动带出论文和课时。');
      yield* progress(scene, '2026-03-16', 70, '科研系统接口上线试运行，数学、化学两个学院先行试用。');
    },
  },
  // Tried in two buildings; what was promised is given up for a smaller thing.
  'late-umbrella': {
    async *follow_up(scene) {
      const { stage, ref, pace } = scene;
      yield* progress(scene, '2025-08-18', 60, '两栋楼的伞架五月底已放置，到暑假前借出一千一百余次，未归还五十九把。');
      yield pace.on('2025-10-09');
      const why = '试行一学期，七十二把伞丢失五十九把，其余五栋不再推广。改为值班台备伞登记借用，原承诺不再跟踪。';
      await stage.get(Outcomes).reclassify(ref, 'C', why, await stage.players.chair());
    },
  },
  // One of four joint proposers signs the opinion form on paper; the others are still awaited.
  'replied-young-faculty-startup': {
    async *replied({ stage, ref, pace }) {
      yield pace.on('2026-04-13');
      const secretary = await stage.players.secretary();
      const rater = (await stage.case(ref, secretary)).parties.find(({ part }) => part === 'joint')!;
      const { name } = await stage.players.byId(rater.staffId);
      const lines = ['征询意见表（扫描件）', '办理态度：满意', '办理结果：基本满意', `签名：${name}`];
      const { upload, forget } = await scan(`征询意见表（${name}）.pdf`, lines);
      const rating = {
        attitude: 'satisfied',
        result: 'mostly',
        reason: '分档和首笔到账都解决了，十五万元一档盼明年。',
      } as const;
      await stage.get(PaperRatings).enter(ref, rater.staffId, rating, upload, secretary);
      await forget();
    },
  },
};
