import { KeyCases } from '../../handling/index.js';
import { newId } from '../../kernel/index.js';
import { demoId } from '../demo-id.js';
import type { Pace } from '../pace.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';
import type { Interludes, Scene } from './interlude.js';

const unit = (code: string) => demoId(`unit:${code}`);

/** A key proposal: marked, planned, discussed, with an instruction of the leader; the first milestone is reached. */
export async function* ledByTheVicePresident(stage: Stage, ref: string, pace: Pace): Story {
  const key = stage.get(KeyCases);
  const leader = await stage.players.actor(stage.players.leader('vp5'));
  const officer = await stage.players.holder('unit_officer', 'xx');
  yield pace.after(1);
  const why = '涉及全校二百余间智慧教室，教学反映集中，列为本次会议重点提案。';
  await key.mark(ref, leader.staffId!, why, await stage.players.chair());
  const text = '先摸清设备底数和故障原因，再按楼宇分批整修，同时建立报修和巡检制度。';
  const milestones = [
    { id: newId(), title: '完成全校智慧教室设备清查', dueOn: '2026-04-10', unitId: unit('xx') },
    { id: newId(), title: '三栋教学楼整修完毕，报修热线开通', dueOn: '2026-05-29', unitId: unit('xx') },
  ];
  yield pace.after(1);
  for (const milestone of milestones) await key.plan(ref, { text, milestone }, officer);
  yield pace.after(1);
  const attendees = '分管校领导、信息化中心、教务处、提案人';
  const said = '会议议定由信息化中心牵头清查，教务处提供停课教室清单，四月中旬前完成。';
  await key.keepMinutes(ref, { id: newId(), text: said, heldOn: pace.today, attendees }, officer);
  const wish = '请信息化中心抓紧清查，结果直接向提案人通报，不要等到答复时再说。';
  await key.instruct(ref, { id: newId(), text: wish }, leader);
  yield pace.on('2026-04-10');
  const done = '清查教室二百一十四间，故障五十三间，其中投影灯泡老化三十一间。';
  await key.reach(ref, milestones[0]!.id, { id: newId(), text: done, withoutFiles: '清查表已报教务处。' }, officer);
}

const SURVEY = '完成结构检测和井道位置论证';
const BY_SURVEY = '2025-05-09';

async function* marked({ stage, ref, pace }: Scene): Story {
  yield pace.after(0);
  const leaderId = demoId(`staff:${stage.players.leader('vp1')}`);
  const why = '多次有人提出，涉及行动不便师生的上课和考试，列为本次会议重点提案，由分管校领导领办。';
  await stage.get(KeyCases).mark(ref, leaderId, why, await stage.players.chair());
}

async function* planned({ stage, ref, pace }: Scene): Story {
  yield pace.after(1);
  const text = '先请有资质的单位检测结构、定井道位置，论证通过再排审批、招标和施工的节点，写进答复。';
  const milestone = { id: demoId('milestone:lift-survey'), title: SURVEY, dueOn: BY_SURVEY, unitId: unit('jj') };
  await stage.get(KeyCases).plan(ref, { text, milestone }, await stage.players.holder('unit_officer', 'jj'));
}

/** The reply of a key proposal goes to the signatures with its special report. */
async function* reported({ stage, ref, pace }: Scene): Story {
  const key = stage.get(KeyCases);
  const officer = await stage.players.holder('unit_officer', 'jj');
  yield pace.after(1);
  const done = '检测报告结论：主体混凝土强度合格，北侧二至三轴间可外挂钢结构井道。';
  const evidence = { id: newId(), text: done, withoutFiles: '检测报告存基本建设处，附图较大，可到处查阅。' };
  await key.reach(ref, demoId('milestone:lift-survey'), evidence, officer);
  yield pace.after(1);
  const report =
    '一、提案办理经过：两次现场察看，一次论证会。二、结论：技术可行，须报规划和消防审查。三、难点：造价超过限额须公开招标，施工须避开考试。四、安排：四个节点写入答复，每季度通报提案人。';
  await key.reportSpecially(ref, { id: newId(), text: report }, officer);
  yield pace.after(0);
  const leader = await stage.players.actor(stage.players.leader('vp1'));
  await key.instruct(ref, { id: newId(), text: '同意。节点要守住，哪一步慢了，提前告诉提案人。' }, leader);
}

export const KEY_CASES: Interludes = {
  'building-three-lift-2025': { assigned: marked, signed_for: planned, talked: reported },
};
