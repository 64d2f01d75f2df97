import { Assignments, Withdrawals } from '../../handling/index.js';
import { Withdrawing } from '../../proposals/index.js';
import { demoId } from '../demo-id.js';
import type { Interludes, Scene } from './interlude.js';

const LAST_DAY = '2026-04-13';

async function ask({ stage, content, author }: Scene, reason: string): Promise<void> {
  const proposal = demoId(`proposal:${content.key}`);
  await stage.get(Withdrawing).withdraw(proposal, reason, await stage.players.actor(author));
}

async function requestOf({ stage, content }: Scene) {
  return (await stage.get(Withdrawals).pendingFor(demoId(`proposal:${content.key}`)))!.id;
}

/** 撤案 of what a unit works on already. */
export const WITHDRAWING: Interludes = {
  // Waits for the chair.
  'handling-power-aircon-old-labs': {
    async *signed_for(scene) {
      yield scene.pace.on('2026-04-10');
      await ask(scene, '学院已把老实验楼列入下半年整体搬迁计划，线路改造可以不再单独办理，请委员会同意撤案。');
    },
  },
  'filed-college-appraisal': {
    async *filed(scene) {
      const { stage, ref, pace } = scene;
      const chair = await stage.players.chair();
      yield pace.on('2026-04-09');
      const leaderId = demoId(`staff:${stage.players.leader('vp3')}`);
      const wish = { leadUnitId: demoId('unit:fz'), assistingUnitIds: [demoId('unit:ky')], leaderId };
      await stage.get(Assignments).assign(ref, { ...wish, leadTerm: null, assistingTerm: null }, chair);
      yield pace.on('2026-04-10');
      await ask(scene, '发展规划处已印发分类考核办法征求意见稿，提案所提四条都在其中，不必再单独办理，申请撤案。');
      yield pace.on(LAST_DAY);
      const note = '办法征求意见稿已与提案人核对，同意撤案。正式印发时请发展规划处抄送提案人。';
      await stage.get(Withdrawals).grant(ref, await requestOf(scene), note, chair);
    },
  },
  'nursing-casebook-2025': {
    async *signed_for(scene) {
      const { stage, ref, pace } = scene;
      yield pace.after(1);
      await ask(scene, '听说教材资助今年已经分完，怕给出版社添麻烦，想先撤回。');
      yield pace.after(1);
      const note = '出版社已着手审读三版讲义，审查办法对今后的案例教材都有用，请继续办理。';
      await stage.get(Withdrawals).refuse(ref, await requestOf(scene), note, await stage.players.chair());
    },
  },
};
