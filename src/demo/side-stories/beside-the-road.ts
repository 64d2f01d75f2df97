import { DataSource } from 'typeorm';
import { UnitMerger } from '../../organization/index.js';
import { Assignments, Cases } from '../../handling/index.js';
import { Collective, decisionOn, Decisions, LateWays, Review, Seconding } from '../../proposals/index.js';
import { caseStory } from '../case-story.js';
import type { SideRoadContent } from '../content.js';
import { demoId } from '../demo-id.js';
import { paceOf } from '../pace.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';
import { FilingDesk } from './filing-desk.js';

const ADMINISTRATOR = '2010088';
const LEADING = demoId('proposal:assigned-lab-staff-titles');
const HEAD_OF_LIFE_SCIENCES = '1999030';
const PRESENT = ['1998062', '2003095', '2006169', '2010148', '2013050', '2009037', '2015105', '1999030', '2001027'];

/** A delegation proposes together: nine are present, some have agreed, one is missing for two thirds. */
export async function* collectiveStory(stage: Stage, { collective }: SideRoadContent): Story {
  const desk = new FilingDesk(
    stage,
    collective,
    HEAD_OF_LIFE_SCIENCES,
    await paceOf(stage, '2026-04-08', collective.key),
  );
  yield* desk.written({ collective: true });
  const head = await stage.players.actor(desk.author);
  yield desk.pace.after(1);
  await stage.get(Seconding).start(desk.ref, head);
  const present = PRESENT.map((number) => demoId(`staff:${number}`));
  await stage.get(Collective).recordPresence(desk.ref, present, head);
  for (const number of ['1998062', '2010148', '2013050', '2001027']) {
    yield desk.pace.after(0);
    await stage.get(Seconding).second(desk.ref, '', await stage.players.actor(number));
  }
}

/** Too late for the second session: carried to the third, where it waits for new seconders. */
export async function* carriedStory(stage: Stage, { carried }: SideRoadContent): Story {
  const desk = new FilingDesk(stage, carried, '2014038', await paceOf(stage, '2025-03-20', carried.key));
  yield* desk.written();
  yield desk.pace.on('2025-03-25');
  await stage.get(LateWays).toNextSession(desk.ref, await stage.players.actor(desk.author));
}

/** Too late, and handed in as a suggestion, which the committee passes on and a unit answers. */
export async function* lateSuggestionStory(stage: Stage, { suggestion }: SideRoadContent): Story {
  const desk = new FilingDesk(stage, suggestion, '2013092', await paceOf(stage, '2025-03-21', suggestion.key));
  yield* desk.written();
  yield desk.pace.on('2025-03-26');
  const author = await stage.players.actor(desk.author);
  const { serial } = await stage.get(LateWays).asSuggestion(desk.ref, author);
  yield desk.pace.on('2025-03-28');
  await stage.get(Review).takeUp(serial!, await stage.players.secretary());
  yield desk.pace.on('2025-04-07');
  const note = '征集期已过，按建议办理。';
  const [record] = await stage
    .get(Decisions)
    .decide(decisionOn(serial!, 'convert', { note }), await stage.players.chair());
  yield* caseStory(stage, suggestion, record!.ref, desk.author, desk.pace);
}

/** Two proposals of one matter become one case, whose authors rate it together. */
export async function* mergedStory(stage: Stage, { merged }: SideRoadContent): Story {
  const desk = new FilingDesk(stage, merged, '2014161', await paceOf(stage, '2026-03-17', merged.key));
  const serial = yield* desk.underReview(['2010144', '2006092'], '2026-03-23');
  yield desk.pace.on('2026-04-08');
  const [leading] = await stage.get(Cases).ofOrigin(LEADING, stage.get(DataSource).manager);
  const into = leading!.ref;
  const note = '与另一份实验技术系列职称提案为同一事项，合并办理。';
  await stage.get(Decisions).decide(decisionOn(serial, 'merge', { into, note }), await stage.players.chair());
}

/** One proposal of two matters becomes two cases. */
export async function* splitStory(stage: Stage, { split }: SideRoadContent): Story {
  const desk = new FilingDesk(stage, split, '2000132', await paceOf(stage, '2026-03-16', split.key));
  const serial = yield* desk.underReview(['2006088', '2015145'], '2026-03-23');
  yield desk.pace.on('2026-04-08');
  const note = '所提两事分属不同单位，分案办理，各自答复。';
  const decision = decisionOn(serial, 'split', { parts: split.parts!, note });
  await stage.get(Decisions).decide(decision, await stage.players.chair());
  yield* reorganised(stage, desk);
}

/** The transport centre is merged into the property services a day after it was charged: its duty goes along. */
async function* reorganised(stage: Stage, desk: FilingDesk): Story {
  yield desk.pace.after(1);
  const cases = await stage.get(Cases).ofOrigin(desk.ref, stage.get(DataSource).manager);
  const buses = cases.find(({ title }) => title.includes('班车'))!;
  const [transport, property] = [demoId('unit:hq-jt'), demoId('unit:hq-wy')];
  const leaderId = demoId(`staff:${stage.players.leader('vp1')}`);
  const wish = { leadUnitId: transport, assistingUnitIds: [], leaderId, leadTerm: null, assistingTerm: null };
  await stage.get(Assignments).assign(buses.ref, wish, await stage.players.chair());
  yield desk.pace.after(1);
  await stage.get(UnitMerger).merge(transport, property, await stage.players.actor(ADMINISTRATOR));
}
