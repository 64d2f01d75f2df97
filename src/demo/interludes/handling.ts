import { AssistingUnits, InternalNotes, Opinions, SideRoads } from '../../handling/index.js';
import { newId } from '../../kernel/index.js';
import { demoId } from '../demo-id.js';
import type { Interludes } from './interlude.js';
import { ledByTheVicePresident } from './key-cases.js';

const unit = (code: string) => demoId(`unit:${code}`);

export const HANDLING: Interludes = {
  // Asked to be given back; the chair has not decided yet.
  'assigned-restroom-water': {
    async *assigned({ stage, ref, pace }) {
      yield pace.on('2026-04-13');
      const officer = await stage.players.holder('unit_officer', 'hq');
      const reason = '文科楼群卫生间整修属于修缮工程立项，立项和招标由基本建设处负责，建议由基建处主办、我部协办。';
      const { id } = (await stage.case(ref, officer)).lead!;
      await stage.get(SideRoads).askReturn(ref, id, reason, unit('jj'), officer);
    },
  },
  // Asked to be given back and refused.
  'assigned-lab-staff-titles': {
    async *assigned({ stage, ref, pace }) {
      yield pace.after(1);
      const officer = await stage.players.holder('unit_officer', 'rs');
      const { id } = (await stage.case(ref, officer)).lead!;
      await stage
        .get(SideRoads)
        .askReturn(ref, id, '评审条件由各系列评委会掌握，建议由教务处主办。', unit('jx'), officer);
      yield pace.after(1);
      const reason = '职称评审条件由人事处归口管理，教务处已列为协办，请贵处继续主办。';
      await stage.get(SideRoads).refuseReturn(ref, id, reason, await stage.players.chair());
    },
  },
  'assigned-single-sign-on': {
    async *assigned({ stage, ref, pace }) {
      yield pace.after(2);
      const chair = await stage.players.chair();
      const { id } = (await stage.case(ref, chair)).lead!;
      const to = { unitId: unit('fz'), leaderId: demoId(`staff:${stage.players.leader('vp3')}`), dueOn: null };
      const reason = '统一门户已列入学校“十五五”规划专项，由发展规划处牵头更为合适，信息化中心另作技术支持。';
      await stage.get(SideRoads).reassign(ref, id, to, reason, chair);
    },
  },
  'handling-physical-examination': {
    async *signed_for({ stage, ref, pace }) {
      yield pace.after(1);
      const officer = await stage.players.holder('unit_officer', 'xyy');
      const wish = { unitId: unit('rs'), reason: '体检经费标准和人员范围由人事处核定，请增加人事处协办。' };
      await stage.get(AssistingUnits).ask(ref, wish, officer);
      yield pace.after(1);
      await stage.get(AssistingUnits).add(ref, wish, null, await stage.players.chair());
    },
  },
  // Asked in time, granted: the case that would have been overdue has a new day.
  'contacted-smart-classroom': {
    async *signed_for({ stage, ref, pace }) {
      yield pace.after(1);
      const officer = await stage.players.holder('unit_officer', 'xx');
      const reason = '设备清查要等四月中旬公共课停课日进行，清查结果出来才能答复。';
      await stage.get(SideRoads).askExtension(ref, '2026-04-24', reason, officer);
      yield pace.after(1);
      await stage.get(SideRoads).grantExtension(ref, await stage.players.chair());
      yield* ledByTheVicePresident(stage, ref, pace);
    },
  },
  'opinion-research-income-claim': {
    async *talked({ stage, ref, content, pace }) {
      yield pace.on('2026-04-13');
      const chair = await stage.players.chair();
      const record = await stage.case(ref, chair);
      const owing = record.assisting.find(
        ({ unitId, owesOpinion }) => owesOpinion && unitId === unit(content.assisting!.at(-1)!),
      );
      const reason = '信息化中心正在更换财务接口，意见要五月才能给出，为不误期限，请主办单位先行答复。';
      if (owing) await stage.get(Opinions).override(ref, owing.id, reason, chair);
    },
  },
  'head-wireless-science-labs': {
    async *talked({ stage, ref, pace }) {
      yield pace.after(0);
      const officer = await stage.players.holder('unit_officer', 'xx');
      const text = '老化楼三层弱电间钥匙在楼管处，施工前先找周师傅；报价单在共享盘。';
      await stage.get(InternalNotes).write(ref, { id: newId(), owner: unit('xx'), text }, officer);
      const note = {
        id: newId(),
        owner: demoId('congress'),
        text: '提案人希望在期末前看到第一批点位，答复前委员会再问一次进度。',
      };
      await stage.get(InternalNotes).write(ref, note, await stage.players.secretary());
    },
  },
};
