import { CaseResults } from '../disclosure/index.js';
import { type HandlingCase, Outcomes, Ratings } from '../handling/index.js';
import type { RatingContent } from './content.js';
import { logContact } from './contact-log.js';
import type { Scene } from './interludes/interlude.js';
import { replyStory } from './reply-story.js';
import type { Story } from './story-teller.js';

/** What the proposers say of the reply, and what follows from it. */
export async function* outcomeStory(scene: Scene, record: HandlingCase): Story {
  const { stage, content, ref, pace } = scene;
  const { road, followUp } = content;
  const chair = await stage.players.chair();
  yield* rateAll(scene, record, content.rating!);
  if (road.startsWith('second_') || road === 'concluded_dissatisfied') yield* secondRound(scene, record);
  if (road === 'implemented') {
    yield pace.after(Math.max(1, (content.reply!.promise?.inWorkingDays ?? 40) - 5));
    await stage.get(Outcomes).confirmImplemented(ref, followUp?.note ?? '承诺事项已全部完成。', chair);
  }
  if (!content.publish || ['second_handling', 'at_leader'].includes(road)) return;
  yield pace.after(2);
  await stage.get(Outcomes).publish(ref, await stage.players.secretary());
  if (!content.notice) return;
  yield pace.after(1);
  await stage.get(CaseResults).post(ref, content.notice, await stage.players.secretary());
}

async function* rateAll({ stage, content, pace }: Scene, record: HandlingCase, rating: RatingContent): Story {
  const joint = content.jointRating ?? { ...rating, reason: null };
  for (const { staffId, part } of record.parties) {
    yield pace.after(1);
    const own = part === 'lead' ? rating : joint;
    const actor = await stage.players.byId(staffId);
    await stage.get(Ratings).rate(record.ref, { ...own, reason: own.reason ?? null }, actor);
  }
}

async function* secondRound(scene: Scene, record: HandlingCase): Story {
  const { stage, content, ref, pace } = scene;
  const { secondContact, secondReply, secondRating, road } = content;
  yield pace.after(2);
  const reason = '提案人对办理结果不满意，理由具体，请承办单位负责人与提案人当面沟通后重新办理。';
  await stage.get(Outcomes).orderSecondHandling(ref, reason, await stage.players.chair());
  if (!secondReply || !secondContact) return;
  yield pace.after(4);
  await logContact(stage, content, ref, secondContact, { happenedOn: pace.today, headPresent: true });
  yield pace.after(3);
  yield* replyStory(scene, secondReply);
  yield* rateAll(scene, record, secondRating!);
  if (road === 'concluded_dissatisfied') yield* lastRound(scene, record);
}

/** The presidium orders one final handling; as the proposer still disagrees, the leader ends it with an explanation. */
async function* lastRound(scene: Scene, record: HandlingCase): Story {
  const { stage, content, ref, pace } = scene;
  const outcomes = stage.get(Outcomes);
  const chair = await stage.players.chair();
  yield pace.after(2);
  await outcomes.refer(ref, 'presidium', '已经二次办理，提案人仍不满意，提请主席团裁定。', chair);
  yield pace.after(3);
  const order = '还款安排和月卡人数尚有商量余地，请体育部会同财务处、校工会再办一次，由单位负责人当面答复提案人。';
  await outcomes.orderFinalHandling(ref, pace.dateIn(15), order, await stage.players.presidium());
  yield pace.after(5);
  await logContact(stage, content, ref, content.finalContact!, { happenedOn: pace.today, headPresent: true });
  yield pace.after(3);
  yield* replyStory(scene, content.finalReply!);
  yield* rateAll(scene, record, content.finalRating!);
  yield pace.after(2);
  await outcomes.refer(ref, 'leader', '最后一次办理后提案人对价格一项仍不满意，提请分管校领导裁定。', chair);
  yield pace.after(1);
  const explanation =
    '经三次办理，月卡、预约和收支公开已经落实，单次价格受还款安排所限目前确实难以下调。提案人的意见如实保留，还款表提交下次会议审议。';
  const leader = await stage.players.actor(stage.players.leader(content.leader!));
  await outcomes.concludeWithExplanation(ref, explanation, leader);
}
