import { Inquiries, InquiriesRepository, Referral } from '../../proposals/index.js';
import { demoId } from '../demo-id.js';
import type { Interludes } from './interlude.js';
import { readAndVote } from './voting.js';

export const REVIEW: Interludes = {
  'review-parking-main-campus': {
    async *under_review(scene) {
      const { stage, ref, pace } = scene;
      yield* readAndVote(scene, ['file', 'file', 'convert']);
      yield pace.after(0);
      const question = '本部地下停车库的可行性研究做到哪一步？如立案，贵处能否在年内给出方案？';
      const units = [demoId('unit:bw'), demoId('unit:jj')];
      await stage.get(Inquiries).ask(ref, units, question, 5, await stage.players.secretary());
      yield pace.after(1);
      const head = await stage.players.holder('unit_head', 'bw');
      const [inquiry] = await stage.get(InquiriesRepository).asked(head);
      const answer = '车位分配和校外车辆管理可由我处主办，年内完成；地下车库涉及基建立项，请征求基建处意见。';
      if (inquiry) await stage.get(Inquiries).answer(inquiry.id, answer, head);
    },
  },
  // Two for, two against: the presidium has it now.
  'review-childcare-summer': {
    async *under_review(scene) {
      const { stage, ref, pace } = scene;
      yield* readAndVote(scene, ['file', 'decline', 'decline', 'file']);
      yield pace.after(1);
      const reason = '委员会表决两票对两票，涉及附属学校招生和经费，提请主席团研究决定。';
      await stage.get(Referral).refer(ref, reason, await stage.players.secretary());
    },
  },
  'declined-swimming-pool': {
    async *declined({ stage, ref, author, pace }) {
      yield pace.after(2);
      const reason =
        '提案所说的不是新建，而是利用江北校区已立项体育中心的地下一层，委员会的说明没有回应这一点，请主席团复议。';
      await stage.get(Referral).askSecondLook(ref, reason, await stage.players.actor(author));
    },
  },
};
