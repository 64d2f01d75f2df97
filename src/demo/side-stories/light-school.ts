import { DataSource } from 'typeorm';
import { CongressAdministration, LightMode, RosterAdministration } from '../../congress/index.js';
import { Assignments, Cases, Outcomes, Ratings } from '../../handling/index.js';
import { newId } from '../../kernel/index.js';
import { Suggestions } from '../../proposals/index.js';
import { logContact } from '../contact-log.js';
import type { ProposalContent, SideRoadContent } from '../content.js';
import { demoId } from '../demo-id.js';
import { type Pace, paceOf } from '../pace.js';
import { textOf } from '../proposal-text.js';
import { replyStory } from '../reply-story.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';

const ADMINISTRATOR = '2010088';
const CONGRESS = demoId('congress:fzx');
const TERM = demoId('term:fzx-2');
const SESSION = demoId('session:fzx-2-1');
const SCHOOL = demoId('unit:fzx');
const DELEGATION = { id: demoId('delegation:fzx-1'), termId: TERM, number: 1, name: '附属学校代表团' };
const DELEGATES = { '2010023': 'head', '2015145': null, '2018154': null } as const;
const SECRETARY = '2018154';
const SEATS = { '2001007': 'committee_chair', [SECRETARY]: 'committee_secretary' } as const;
const TEACHER = '2010023';
const YOUNG_TEACHER = '2023030';

/** A small school does without the committee: a teacher suggests, the secretary passes it on, the school answers; another suggestion waits. */
export async function* lightSchoolStory(stage: Stage, { lightAnswered, lightWaiting }: SideRoadContent): Story {
  yield new Date('2026-03-06T14:20:00+08:00');
  await convene(stage);
  const pace = await paceOf(stage, '2026-03-10', lightAnswered.key);
  const ref = yield* suggested(stage, lightAnswered, TEACHER, pace);
  yield pace.after(1);
  await charge(stage, ref);
  yield* answered(stage, lightAnswered, ref, pace);
  yield* suggested(stage, lightWaiting, YOUNG_TEACHER, await paceOf(stage, '2026-04-13', lightWaiting.key));
}

async function* suggested(stage: Stage, content: ProposalContent, number: string, pace: Pace) {
  yield pace.after(0);
  const id = demoId(`proposal:${content.key}`);
  const origin = { page: newId(), version: 0, sessionId: SESSION };
  await stage.get(Suggestions).handIn(id, textOf(content), origin, await stage.players.actor(number));
  const [record] = await stage.get(Cases).ofOrigin(id, stage.get(DataSource).manager);
  return record!.ref;
}

async function charge(stage: Stage, ref: string): Promise<void> {
  const leaderId = demoId(`staff:${stage.players.leader('vp5')}`);
  const wish = { leadUnitId: SCHOOL, assistingUnitIds: [], leaderId, leadTerm: null, assistingTerm: null };
  const { lead } = await stage.get(Assignments).assign(ref, wish, await stage.players.actor(SECRETARY));
  await stage.get(Assignments).signFor(ref, lead!.id, await stage.players.holder('unit_officer', 'fzx'));
}

async function* answered(stage: Stage, content: ProposalContent, ref: string, pace: Pace): Story {
  yield pace.after(2);
  await logContact(stage, content, ref, content.contacts![0]!, { happenedOn: pace.today, headPresent: false });
  yield pace.on('2026-04-07');
  yield* replyStory({ stage, content, ref, author: TEACHER, pace }, content.reply!);
  yield pace.after(1);
  const rating = { ...content.rating!, reason: content.rating!.reason ?? null };
  await stage.get(Ratings).rate(ref, rating, await stage.players.actor(TEACHER));
  yield pace.after(0);
  await stage.get(Outcomes).publish(ref, await stage.players.actor(SECRETARY));
}

async function convene(stage: Stage): Promise<void> {
  const administrator = await stage.players.actor(ADMINISTRATOR);
  const administration = stage.get(CongressAdministration);
  const roster = stage.get(RosterAdministration);
  const congress = { id: CONGRESS, unitId: SCHOOL, code: 'fzx', name: '附属学校教职工代表大会' };
  await administration.found(congress, administrator);
  const years = { startsOn: '2025-09-01', endsOn: '2028-08-31' };
  await administration.addTerm({ id: TERM, congressId: CONGRESS, number: 2, ...years }, administrator);
  await administration.addSession(SESSION, TERM, 1, administrator);
  await roster.putDelegation(DELEGATION, [SCHOOL], administrator);
  for (const [staff, post] of Object.entries(DELEGATES)) {
    const seat = { delegationId: DELEGATION.id, kind: 'delegate', post } as const;
    await roster.addDelegate(demoId(`seat:fzx:${staff}`), TERM, demoId(`staff:${staff}`), seat, administrator);
  }
  for (const [staff, role] of Object.entries(SEATS)) {
    const seat = { id: demoId(`committee:fzx:${role}`), staffId: demoId(`staff:${staff}`), role };
    await roster.addSeat(TERM, { ...seat, validFrom: '2026-03-06', validUntil: null }, administrator);
  }
  await administration.take('open', SESSION, administrator);
  await stage.get(LightMode).choose(CONGRESS, true, administrator);
}
