import { AssistingUnits, Assignments, Contacts, Opinions, SideRoads } from '../../handling/index.js';
import { newId } from '../../kernel/index.js';
import { demoId } from '../demo-id.js';
import type { Interludes } from './interlude.js';

const unit = (code: string) => demoId(`unit:${code}`);

/** Duties that are given back, added, excused and prolonged, or not. */
export const DUTIES: Interludes = {
  // Charged to the wrong unit, given back with a suggestion, which the chair follows.
  'late-umbrella': {
    async *assigned({ stage, ref, pace }) {
      yield pace.after(1);
      const chair = await stage.players.chair();
      const officer = await stage.players.holder('unit_officer', 'xs');
      const { id } = (await stage.case(ref, officer)).lead!;
      const why = '教学楼门厅由物业服务中心管理，我处没有值守人员，建议由物业服务中心主办。';
      await stage.get(SideRoads).askReturn(ref, id, why, unit('hq-wy'), officer);
      yield pace.after(1);
      const to = { unitId: unit('hq-wy'), leaderId: demoId(`staff:${stage.players.leader('vp1')}`) };
      await stage.get(SideRoads).grantReturn(ref, id, to, '理由成立，改由物业服务中心主办。', chair);
    },
  },
  // Another unit is asked for, added, and does not answer: the reply says why nobody waited.
  'exam-week-library-hours-2025': {
    async *signed_for({ stage, ref, pace }) {
      yield pace.after(1);
      const officer = await stage.players.holder('unit_officer', 'ts');
      const wish = { unitId: unit('hq-nd'), reason: '延时开放涉及空调和照明供电，请增加能源动力中心协办。' };
      await stage.get(AssistingUnits).ask(ref, wish, officer);
      yield pace.after(1);
      const { assisting } = await stage.get(AssistingUnits).add(ref, wish, null, await stage.players.chair());
      yield pace.after(1);
      const added = assisting.find(({ unitId }) => unitId === wish.unitId)!;
      await stage.get(Assignments).signFor(ref, added.id, await stage.players.holder('unit_officer', 'hq-nd'));
    },
    async *talked({ stage, ref, pace }) {
      yield pace.after(1);
      const chair = await stage.players.chair();
      const added = (await stage.case(ref, chair)).assisting.find(({ unitId }) => unitId === unit('hq-nd'))!;
      const reason = '该中心正在检修供冷设备，供电方案已在座谈会上口头确认，为不误期限，请主办单位先行答复。';
      await stage.get(Opinions).override(ref, added.id, reason, chair);
    },
  },
  // Half a year more was asked for: not granted.
  'faculty-recruit-funds-2025': {
    async *signed_for({ stage, ref, pace }) {
      yield pace.after(2);
      const officer = await stage.players.holder('unit_officer', 'zs');
      const why = '专项经费要到下半年预算调整时才能确定，请求延至十月底答复。';
      await stage.get(SideRoads).askExtension(ref, '2025-10-31', why, officer);
      yield pace.after(1);
      const no = '今年能办的和不能办的可以分开答复，不必等预算调整，请按期答复。';
      await stage.get(SideRoads).refuseExtension(ref, no, await stage.players.chair());
    },
  },
  // Waits for the chair.
  'drafted-jiangbei-staff-lunch': {
    async *talked({ stage, ref, pace }) {
      yield pace.after(1);
      const officer = await stage.players.holder('unit_officer', 'hq');
      const why = '延时供餐试运行到四月底，用餐人数出来以后答复更实在，请求延期十个工作日。';
      await stage.get(SideRoads).askExtension(ref, '2026-05-21', why, officer);
    },
  },
  // Two units lead, each with its own clock and reply; the first one has begun.
  'filed-instrument-sharing-return': {
    async *filed({ stage, ref, pace }) {
      yield pace.on('2026-04-09');
      const leads = { leadUnitId: unit('zc'), otherLeadIds: [unit('cw')], assistingUnitIds: [unit('ky')] };
      const leaderId = demoId(`staff:${stage.players.leader('vp1')}`);
      const wish = { ...leads, leaderId, leadTerm: null, assistingTerm: null };
      const { assignments } = await stage.get(Assignments).assign(ref, wish, await stage.players.chair());
      yield pace.on('2026-04-10');
      const officer = await stage.players.holder('unit_officer', 'zc');
      const own = assignments.find(({ unitId }) => unitId === unit('zc'))!.id;
      await stage.get(Assignments).signFor(ref, own, officer);
      yield pace.on('2026-04-13');
      const summary =
        '设备科与提案人核对去年共享收入明细，双方同意按机组分别测算返还比例，财务处负责的入账办法另行答复。';
      const talk = { id: newId(), way: 'meeting' as const, summary, happenedOn: pace.today, headPresent: false };
      await stage.get(Contacts).log(ref, talk, officer, own);
    },
  },
};
