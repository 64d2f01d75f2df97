import { WorkingDays } from '../calendar/index.js';
import { newId } from '../kernel/index.js';
import { Review, Seconding, Withdrawing, Writing } from '../proposals/index.js';
import type { ProposalContent } from './content.js';
import { caseStory } from './case-story.js';
import { interludes } from './interludes/index.js';
import { demoId } from './demo-id.js';
import { numberFrom, Pace } from './pace.js';
import { textOf } from './proposal-text.js';
import { reaches, timetableOf } from './roads.js';
import type { Stage } from './stage.js';
import type { Story } from './story-teller.js';

/** From the first line to the committee's decision; what was filed or converted goes on as a case. */
export async function* proposalStory(stage: Stage, content: ProposalContent): Story {
  const { players } = stage;
  const calendar = await stage.get(WorkingDays).load();
  const timetable = timetableOf(content.session, content.road);
  const start = calendar.dueDate(timetable.draftedFrom, 1 + (numberFrom(content.key) % timetable.spreadDays));
  const pace = new Pace(calendar, start, content.key);
  const author = players.author(content.delegation, content.key, stage.wantedAuthor(content));
  const ref = demoId(`proposal:${content.key}`);

  yield pace.after(0);
  await write(stage, content, ref, author);
  const joint = players.delegatesBeside([author], content.delegation, content.joint, `joint ${content.key}`);
  for (const number of joint) {
    yield pace.after(0);
    await stage.get(Writing).inviteJoint(ref, number, await players.actor(author));
    await stage.get(Writing).join(ref, await players.actor(number));
  }
  if (!reaches(content.road, 'seconding')) return;

  yield pace.after(1);
  await stage.get(Seconding).start(ref, await players.actor(author));
  yield* findSeconders(stage, content, ref, author, joint, pace);
  yield* interludes('seconded', { stage, content, ref, author, pace });
  if (!reaches(content.road, 'submitted')) return;

  yield pace.after(1);
  const { serial } = await stage.get(Seconding).submit(ref, await players.actor(author));
  if (content.road === 'withdrawn') {
    yield pace.after(1);
    await stage.get(Withdrawing).withdraw(serial!, content.withdrawNote!, await players.actor(author));
    return;
  }
  if (!reaches(content.road, 'under_review')) return;

  yield pace.on(timetable.reviewedFrom);
  await stage.get(Review).takeUp(serial!, await players.secretary());
  yield* interludes('under_review', { stage, content, ref: serial!, author, pace });
  yield* decide(stage, content, serial!, author, pace, timetable.decidedFrom);
}

async function write(stage: Stage, content: ProposalContent, ref: string, author: string): Promise<void> {
  await stage.get(Writing).save(ref, textOf(content), { page: newId(), version: 0 }, await stage.players.actor(author));
}

async function* findSeconders(
  stage: Stage,
  { key, road, delegation }: ProposalContent,
  ref: string,
  author: string,
  joint: readonly string[],
  pace: Pace,
): Story {
  const isOpen = road === 'seconding';
  const asked = stage.players.delegatesBeside(
    [author, ...joint],
    delegation,
    3 + (numberFrom(key) % 2),
    `second ${key}`,
  );
  const invited = isOpen ? [stage.everWilling, ...asked.filter((number) => number !== stage.everWilling)] : asked;
  for (const number of invited) {
    yield pace.after(0);
    await stage.get(Seconding).invite(ref, demoId(`staff:${number}`), await stage.players.actor(author));
  }
  const answering = isOpen ? invited.slice(1, 2) : invited;
  for (const [i, number] of answering.entries()) {
    yield pace.after(i === 1 ? 1 : 0);
    const declines = !isOpen && i === 2 && numberFrom(key) % 3 === 0;
    const actor = await stage.players.actor(number);
    if (declines) await stage.get(Seconding).declineToSecond(ref, '这件事我了解不多，先不附议了，请见谅。', actor);
    else await stage.get(Seconding).second(ref, '', actor);
  }
}

async function* decide(
  stage: Stage,
  content: ProposalContent,
  serial: string,
  author: string,
  pace: Pace,
  from: string,
): Story {
  const review = stage.get(Review);
  if (content.road === 'returned') {
    yield pace.after(1);
    await review.returnForCompletion(serial, content.returnNote!, await stage.players.secretary());
    yield* interludes('returned', { stage, content, ref: serial, author, pace });
    return;
  }
  const isConverted = content.converted || content.road === 'converted_open';
  if (content.road === 'under_review') return;
  yield pace.on(from);
  const chair = await stage.players.chair();
  if (content.decline) {
    await review.decline(serial, content.decline.reason, content.decline.explanation, chair);
    yield* interludes('declined', { stage, content, ref: serial, author, pace });
    return;
  }
  const outcome = isConverted ? 'convert' : 'file';
  const { ref } = await review.accept(outcome, serial, content.convertNote ?? '', chair);
  yield* caseStory(stage, content, ref, author, pace);
}
