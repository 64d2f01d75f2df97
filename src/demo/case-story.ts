import { Assignments, type HandlingCase, Opinions } from '../handling/index.js';
import { logContact } from './contact-log.js';
import type { ProposalContent } from './content.js';
import { demoId } from './demo-id.js';
import { interludes } from './interludes/index.js';
import { outcomeStory } from './outcome-story.js';
import type { Pace } from './pace.js';
import { replyStory } from './reply-story.js';
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
  await assign(stage, content, ref);
  yield* interludes('assigned', scene);
  if (!reaches(road, 'in_handling')) return;
  let record = await stage.case(ref, await players.chair());
  for (const duty of [record.lead!, ...record.assisting]) {
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
    await logContact(stage, content, ref, contact, { happenedOn: pace.today, headPresent: false });
  }
  yield* interludes('contacted', scene);
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
  yield* replyStory(scene, content.reply!);
  if (!reaches(road, 'replied')) return;
  yield* interludes('replied', scene);
  if (!reaches(road, 'rated')) return;
  yield* outcomeStory(scene, record);
  if (road === 'follow_up' || road === 'concluded') yield* interludes(road, scene);
}

async function assign(stage: Stage, content: ProposalContent, ref: string): Promise<HandlingCase> {
  const isLate = content.road === 'in_handling_contacted';
  const wish = {
    leadUnitId: demoId(`unit:${content.chargedFirst ?? content.lead}`),
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
