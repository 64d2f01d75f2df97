import {
  decisionOn,
  DecisionDrafts,
  Inquiries,
  InquiriesRepository,
  PreReading,
  Referral,
  Voting,
} from '../../proposals/index.js';
import { demoId } from '../demo-id.js';
import type { Story } from '../story-teller.js';
import type { Interludes, Scene } from './interlude.js';

const SECRETARY = '2010121';

type Vote = 'file' | 'convert' | 'decline' | 'abstain';

/** Four members who have nothing to do with it read; the first ones vote. */
async function* readAndVote({ stage, ref, pace }: Scene, votes: readonly Vote[]): Story {
  const proposal = await stage.proposal(ref, SECRETARY);
  const involved = [proposal.authorId, ...[...proposal.joints, ...proposal.seconds].map(({ staffId }) => staffId)];
  const readers = (await stage.players.members()).filter(({ staffId }) => !involved.includes(staffId!)).slice(0, 4);
  const text = proposal.fingerprint();
  yield pace.after(0);
  const ids = readers.map(({ staffId }) => staffId!);
  await stage.get(PreReading).assign([ref], ids, await stage.players.secretary());
  yield pace.after(1);
  const opinion = { outcome: 'file', declineCode: null, note: '事实清楚，措施具体，涉及面广，建议立案。' } as const;
  await stage.get(Voting).recommend(ref, opinion, text, readers[0]!);
  for (const [i, choice] of votes.entries()) {
    yield pace.after(0);
    await stage.get(Voting).vote(ref, choice, text, readers[i]!);
  }
}

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
  'review-shuttle-medical-night': {
    async *under_review({ stage, ref, pace }) {
      yield pace.on('2026-04-13');
      const decision = decisionOn(ref, 'file', { note: '夜间带教有实际需要，同意立案。' });
      await stage.get(DecisionDrafts).prepare(decision, await stage.players.secretary());
    },
  },
  'review-e-reimbursement-travel': {
    async *under_review({ stage, ref, pace }) {
      yield pace.on('2026-04-13');
      const decision = decisionOn(ref, 'convert', { note: '财务处正在修订差旅办法，转为建议供修订时采纳。' });
      await stage.get(DecisionDrafts).prepare(decision, await stage.players.secretary());
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
