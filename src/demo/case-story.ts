import { CaseResults } from '../disclosure/index.js';
import {
  Assignments,
  Contacts,
  type HandlingCase,
  Opinions,
  Outcomes,
  Ratings,
  ReplyDrafts,
  SignOff,
} from '../handling/index.js';
import { newId } from '../kernel/index.js';
import type { ContactContent, ProposalContent, RatingContent, ReplyContent } from './content.js';
import { demoId } from './demo-id.js';
import { interludes } from './interludes/index.js';
import type { Scene } from './interludes/interlude.js';
import type { Pace } from './pace.js';
import { reaches, timetableOf } from './roads.js';
import type { Stage } from './stage.js';
import type { Story } from './story-teller.js';

const SHORT_DEADLINE_DAYS = 12;

/** From the assignment to the end of its road. */
export async function* caseStory(
  stage: Stage,
  content: ProposalContent,
  ref: string,
  author: string,
  pace: Pace,
): Story {
  const scene = { stage, content, ref, author, pace };
  yield* interludes('filed', scene);
  if (!reaches(content.road, 'assigned')) return;
  const { players } = stage;
  const { road, session } = content;
  const timetable = timetableOf(session, road);

  yield pace.on(timetable.assignedFrom);
  let record = await assign(stage, content, ref);
  yield* interludes('assigned', scene);
  if (!reaches(road, 'in_handling')) return;
  for (const duty of record.assignments) {
    yield pace.after(duty.part === 'lead' ? 1 : 0);
    record = await stage
      .get(Assignments)
      .signFor(ref, duty.id, await players.holder('unit_officer', unitOf(content, duty.unitId)));
  }
  yield* interludes('signed_for', scene);
  if (!reaches(road, 'in_handling_contacted')) return;

  yield pace.after(timetable.toContact);
  for (const contact of content.contacts!) {
    yield pace.after(1);
    await logContact(stage, content, ref, contact, pace.today, false);
  }
  if (!reaches(road, 'opinion_wanted')) return;
  for (const duty of record.assignments.filter(({ part }) => part === 'assisting')) {
    const unit = unitOf(content, duty.unitId);
    const opinion = content.opinions?.[unit];
    if (opinion === undefined) continue;
    yield pace.after(1);
    await stage.get(Opinions).give(ref, duty.id, opinion, await players.holder('unit_officer', unit));
  }
  yield* interludes('talked', scene);
  if (!reaches(road, 'reply_drafted')) return;

  yield pace.after(timetable.toReply);
  yield* answer(scene, content.reply!);
  if (!reaches(road, 'rated')) return;
  yield* rateAll(stage, record, content.rating!, pace);
  yield* afterRating(scene, record);
  if (road === 'follow_up' || road === 'concluded') yield* interludes(road, scene);
}

async function assign(stage: Stage, content: ProposalContent, ref: string): Promise<HandlingCase> {
  const isLate = content.road === 'in_handling_contacted';
  const wish = {
    leadUnitId: demoId(`unit:${content.lead}`),
    assistingUnitIds: (content.assisting ?? []).map((code) => demoId(`unit:${code}`)),
    leaderId: demoId(`staff:${stage.players.leader(content.leader!)}`),
    leadTerm: isLate ? { days: SHORT_DEADLINE_DAYS } : null,
    assistingTerm: null,
  };
  return stage.get(Assignments).assign(ref, wish, await stage.players.chair());
}

function unitOf({ lead, assisting }: ProposalContent, unitId: string): string {
  return [lead!, ...(assisting ?? [])].find((code) => demoId(`unit:${code}`) === unitId)!;
}

async function logContact(
  stage: Stage,
  { lead }: ProposalContent,
  ref: string,
  { way, summary }: ContactContent,
  happenedOn: string,
  headPresent: boolean,
): Promise<void> {
  const officer = await stage.players.holder('unit_officer', lead!);
  await stage.get(Contacts).log(ref, { id: newId(), way, summary, happenedOn, headPresent }, officer);
}

async function* answer(scene: Scene, reply: ReplyContent): Story {
  const { stage, content, ref, pace } = scene;
  const { road, lead, leader } = content;
  const officer = await stage.players.holder('unit_officer', lead!);
  const { promise } = reply;
  const draft = {
    text: reply.text,
    outcomeClass: reply.class,
    promise: promise?.text ?? null,
    promisedOn: promise ? pace.dateIn(promise.inWorkingDays) : null,
    responsible: promise?.responsible ?? null,
  };
  await stage.get(ReplyDrafts).save(ref, draft, null, officer);
  if (!reaches(road, 'at_head')) return;
  yield pace.after(1);
  await stage.get(ReplyDrafts).submit(ref, officer);
  yield* interludes('submitted', scene);
  if (!reaches(road, 'at_leader')) return;
  yield pace.after(1);
  const { status } = await sign(stage, ref, 'head', await stage.players.holder('unit_head', lead!));
  if (status === 'replied' || !reaches(road, 'replied')) return;
  yield pace.after(2);
  await sign(stage, ref, 'leader', await stage.players.actor(stage.players.leader(leader!)));
}

async function sign(
  stage: Stage,
  ref: string,
  part: 'head' | 'leader',
  actor: Awaited<ReturnType<Stage['players']['chair']>>,
) {
  const { reply } = await stage.get(SignOff).desk(ref, actor);
  return stage.get(SignOff).sign(ref, { part, version: reply.version }, actor);
}

async function* rateAll(stage: Stage, { ref, parties }: HandlingCase, rating: RatingContent, pace: Pace): Story {
  for (const { staffId } of parties) {
    yield pace.after(1);
    const actor = await stage.players.byId(staffId);
    await stage.get(Ratings).rate(ref, { ...rating, reason: rating.reason ?? null }, actor);
  }
}

async function* afterRating(scene: Scene, record: HandlingCase): Story {
  const { stage, content, ref, pace } = scene;
  const { road, followUp } = content;
  const chair = await stage.players.chair();
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

async function* secondRound(scene: Scene, record: HandlingCase): Story {
  const { stage, content, ref, pace } = scene;
  const { secondContact, secondReply, secondRating, road } = content;
  yield pace.after(2);
  const reason = '提案人对办理结果不满意，理由具体，请承办单位负责人与提案人当面沟通后重新办理。';
  await stage.get(Outcomes).orderSecondHandling(ref, reason, await stage.players.chair());
  if (!secondReply || !secondContact) return;
  yield pace.after(4);
  await logContact(stage, content, ref, secondContact, pace.today, true);
  yield pace.after(3);
  yield* answer(scene, secondReply);
  yield* rateAll(stage, record, secondRating!, pace);
  if (road !== 'concluded_dissatisfied') return;
  yield pace.after(2);
  const explanation =
    '经二次办理，受条件所限目前确实难以解决。委员会已向提案人说明，意见如实保留，条件具备时再行研究。';
  await stage
    .get(Outcomes)
    .refer(ref, 'leader', '已经二次办理，提案人仍不满意，提请分管校领导决定。', await stage.players.chair());
  yield pace.after(1);
  const leader = await stage.players.actor(stage.players.leader(content.leader!));
  await stage.get(Outcomes).concludeWithExplanation(ref, explanation, leader);
}
