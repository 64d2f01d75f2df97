import { RoleGrants } from '../../identity/index.js';
import { Supervision } from '../../handling/index.js';
import { newId } from '../../kernel/index.js';
import { StaffAdministration } from '../../organization/index.js';
import { demoId } from '../demo-id.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';
import type { Interludes, Scene } from './interlude.js';

const ADMINISTRATOR = '2010088';
const MOVED = '2008156';
const SUCCESSOR = '2014092';
const OFFICE = demoId('unit:xs');

async function issue({ stage, ref }: Scene, id: string, level: 1 | 2, reason: string, answerBy: string): Promise<void> {
  const notice = { id, unitId: OFFICE, level, reason, answerBy, skipReason: '' };
  const by = level === 1 ? stage.players.secretary() : stage.players.chair();
  await stage.get(Supervision).issue(ref, notice, await by);
}

/** The officer goes to another office and loses the case at once; a colleague is made officer the same day. */
async function moveOfficer(stage: Stage): Promise<void> {
  const administrator = await stage.players.actor(ADMINISTRATOR);
  const details = { ...stage.players.person(MOVED), unitId: demoId('unit:zs'), title: '就业指导科科长' };
  await stage.get(StaffAdministration).edit(demoId(`staff:${MOVED}`), details, administrator);
  const grant = { staffId: demoId(`staff:${SUCCESSOR}`), role: 'unit_officer', unitId: OFFICE } as const;
  const term = { id: demoId(`grant:unit_officer:${SUCCESSOR}:xs`), validFrom: '2026-04-07', validUntil: null };
  await stage.get(RoleGrants).grant({ ...grant, ...term }, administrator);
}

/** Urged because its report is missing; the explanation is accepted. */
export async function* urgedOnItsPromise({ stage, ref, content, pace }: Scene): Story {
  yield pace.on('2026-03-03');
  const notice = { id: newId(), unitId: demoId(`unit:${content.lead}`), level: 1 as const, skipReason: '' };
  const reason = '一季度进展报告未交，招标节点临近，请说明现状。';
  await stage
    .get(Supervision)
    .issue(ref, { ...notice, reason, answerBy: '2026-03-10' }, await stage.players.secretary());
  yield pace.after(2);
  const text = '规划审批两次补件，三月初才取得批文，影响招标和排产；新的日期正在报处长签字，本周内提交。';
  const officer = await stage.players.holder('unit_officer', content.lead!);
  await stage.get(Supervision).answer(ref, notice.id, { id: newId(), text }, officer);
  yield pace.after(1);
  await stage
    .get(Supervision)
    .decide(ref, notice.id, 'accept', '情况属实，请按期提出调整。', await stage.players.chair());
}

export const SUPERVISION: Interludes = {
  // In the middle of the talks the officer changes; nothing is answered in time; the unit is urged, explains, and is urged again.
  'contacted-dorm-counselling': {
    async *contacted(scene) {
      const { stage, ref, pace } = scene;
      const [first, second] = [newId(), newId()];
      yield pace.on('2026-04-07');
      await moveOfficer(stage);
      yield pace.on('2026-04-09');
      await issue(scene, first, 1, '答复期限已到，尚未见协办意见和答复稿，请抓紧办理并告知进度。', '2026-04-13');
      yield pace.on('2026-04-10');
      const answer = '原经办人四月七日调往招生就业处，材料刚交接完，江北看房推迟了一周，正在补办。';
      const officer = await stage.players.actor(SUCCESSOR);
      await stage.get(Supervision).answer(ref, first, { id: newId(), text: answer }, officer);
      yield pace.on('2026-04-13');
      const chair = await stage.players.chair();
      await stage
        .get(Supervision)
        .decide(ref, first, 'refuse', '人员交接不能成为逾期的理由，答复里也没有时间。', chair);
      yield pace.after(0);
      await issue(scene, second, 2, '请书面写明协办意见、房源和答复各在哪一天完成，由处领导签字。', '2026-04-20');
    },
  },
};
