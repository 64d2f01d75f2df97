import {
  CheckOut,
  Completion,
  DecisionDrafts,
  decisionOn,
  Deviations,
  Referral,
  Review,
} from '../../proposals/index.js';
import { DEMO_STARTS_AT } from '../demo-dates.js';
import type { Interludes } from './interlude.js';
import { readAndVote } from './voting.js';

const OTHER_SECRETARY = '2016079';
const A_QUARTER_MS = 15 * 60 * 1000;

/** What the committee's desk meets beside the vote. */
export const DESK: Interludes = {
  // Two secretaries open the same proposal; the second one takes it over and prepares the decision.
  'review-shuttle-medical-night': {
    async *under_review({ stage, ref, pace }) {
      yield pace.on('2026-04-13');
      await stage.get(CheckOut).take(ref, await stage.players.actor(OTHER_SECRETARY));
      yield pace.after(0);
      const secretary = await stage.players.secretary();
      await stage.get(CheckOut).takeOver(ref, secretary);
      const decision = decisionOn(ref, 'file', { note: '夜间带教有实际需要，同意立案。' });
      await stage.get(DecisionDrafts).prepare(decision, secretary);
    },
  },
  // A colleague begins to work on it a quarter of an hour before the visitor comes.
  'review-e-reimbursement-travel': {
    async *under_review({ stage, ref, pace }) {
      yield pace.on('2026-04-13');
      const decision = decisionOn(ref, 'convert', { note: '财务处正在修订差旅办法，转为建议供修订时采纳。' });
      await stage.get(DecisionDrafts).prepare(decision, await stage.players.secretary());
      yield new Date(DEMO_STARTS_AT.getTime() - A_QUARTER_MS);
      await stage.get(CheckOut).take(ref, await stage.players.actor(OTHER_SECRETARY));
    },
  },
  // The votes say file, the chair converts and says why.
  'converted-bilingual-signs': {
    async *under_review(scene) {
      yield* readAndVote(scene, ['file', 'file', 'convert']);
      yield scene.pace.after(1);
      const reason =
        '委员多数主张立案。所列七十四处都是勘误和更换，责任单位清楚，没有需要学校决策的事项，转为建议办得更快，提案人也同意。';
      const decision = decisionOn(scene.ref, 'convert', { deviation: reason });
      await scene.stage.get(Deviations).explain(decision, await scene.stage.players.chair());
    },
  },
  'returned-teaching-style': {
    async *returned({ stage, ref, pace }) {
      yield pace.after(3);
      const note = '提案人带队实习，下月中旬返校，来信请求宽限。';
      await stage.get(Completion).extend(ref, '2026-04-20', note, await stage.players.secretary());
    },
  },
  // Asked to look again, the presidium comes to the same end.
  'journal-list-2025': {
    async *declined({ stage, ref, author, pace }) {
      yield pace.after(3);
      const reason = '第二条、第三条说的是修订程序和认定时间，不是学术评价，委员会的说明只回答了第一条，请主席团复议。';
      await stage.get(Referral).askSecondLook(ref, reason, await stage.players.actor(author));
      yield pace.after(4);
      const explanation =
        '主席团复议认为：目录修订程序同样由学术委员会章程规定，不予立案的结论维持。您提出的“每个二级学科方向有本校教师参与评议”已由主席团书面转交学术委员会，请其在秋季修订会上答复；已录用成果的认定办法由科研处印发说明。';
      await stage.get(Review).decline(ref, 'academic_question', explanation, await stage.players.presidium());
    },
  },
};
