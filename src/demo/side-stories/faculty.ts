import { WorkingDays } from '../../calendar/index.js';
import { CongressAdministration, DEFAULT_SETTINGS, RosterAdministration } from '../../congress/index.js';
import { DelegationCheck, Passing, Review } from '../../proposals/index.js';
import type { SideRoadContent } from '../content.js';
import { demoId } from '../demo-id.js';
import { Pace } from '../pace.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';
import { FilingDesk } from './filing-desk.js';

const ADMINISTRATOR = '2010088';
const CONGRESS = demoId('congress:yx');
const TERM = demoId('term:yx-3');
export const SESSION = demoId('session:yx-3-1');
export const CHAIR = '1997001';
export const SECRETARY = '2008172';

const DELEGATIONS = [
  {
    id: demoId('delegation:yx-1'),
    number: 1,
    name: '基础与护理代表团',
    head: '2002027',
    deputy: '2012034',
    members: ['2001097', '2010067', '2018081', '2016158'],
  },
  {
    id: demoId('delegation:yx-2'),
    number: 2,
    name: '临床代表团',
    head: '2000132',
    deputy: '2013129',
    members: ['2009033', '2016104', '2006088', '2009172'],
  },
] as const;

/** The faculty of medicine has a congress of its own, which checks proposals in the delegations and passes on what it cannot settle. */
export async function* facultyStory(stage: Stage, { checked, passed }: SideRoadContent): Story {
  const calendar = await stage.get(WorkingDays).load();
  yield new Date('2026-03-03T09:10:00+08:00');
  await convene(stage);

  const matter = new FilingDesk(stage, passed, '2009033', new Pace(calendar, '2026-03-30', passed.key));
  const ref = yield* matter.handedIn(['2016104', '2006088'], { sessionId: SESSION });
  await passCheck(stage, ref, '2000132');
  const secretary = await stage.players.actor(SECRETARY);
  yield matter.pace.on('2026-04-03');
  const { serial } = await stage.proposal(ref, SECRETARY);
  await stage.get(Review).takeUp(serial!, secretary);
  yield matter.pace.after(1);
  const reason = '工作量办法由学校统一规定，学院无权决定，请校教代会研究。';
  await stage.get(Passing).passUp(serial!, reason, await stage.players.actor(CHAIR));

  const own = new FilingDesk(stage, checked, '2010067', new Pace(calendar, '2026-04-09', checked.key));
  yield* own.handedIn(['2001097', '2018081'], { sessionId: SESSION });
}

async function passCheck(stage: Stage, ref: string, head: string): Promise<void> {
  await stage.get(DelegationCheck).pass(ref, '', await stage.players.actor(head));
}

async function convene(stage: Stage): Promise<void> {
  const administrator = await stage.players.actor(ADMINISTRATOR);
  const administration = stage.get(CongressAdministration);
  const unitId = demoId('unit:yx');
  await administration.found({ id: CONGRESS, unitId, code: 'yx', name: '医学院教职工代表大会' }, administrator);
  const years = { startsOn: '2026-03-01', endsOn: '2030-12-31' };
  await administration.addTerm({ id: TERM, congressId: CONGRESS, number: 3, ...years }, administrator);
  await administration.addSession(SESSION, TERM, 1, administrator);
  const dates = {
    heldFrom: '2026-04-16',
    heldUntil: '2026-04-16',
    windowFrom: '2026-03-05',
    windowUntil: '2026-04-15',
  };
  await administration.setDates(SESSION, dates, administrator);
  await administration.choose(SESSION, { ...DEFAULT_SETTINGS, delegationCheck: true }, administrator);
  await fill(stage, stage.get(RosterAdministration), administrator);
  await administration.take('open', SESSION, await stage.players.actor(ADMINISTRATOR));
}

async function fill(
  stage: Stage,
  roster: RosterAdministration,
  administrator: Awaited<ReturnType<Stage['players']['actor']>>,
) {
  for (const { id, number, name, head, deputy, members } of DELEGATIONS) {
    const units = number === 1 ? ['yx', 'yx-hl'] : ['yx-lc'];
    const unitIds = units.map((code) => demoId(`unit:${code}`));
    await roster.putDelegation({ id, termId: TERM, number, name }, unitIds, administrator);
    for (const staff of [head, deputy, ...members]) {
      const post = staff === head ? 'head' : staff === deputy ? 'deputy' : null;
      const seat = { delegationId: id, kind: 'delegate', post } as const;
      await roster.addDelegate(demoId(`seat:yx:${staff}`), TERM, demoId(`staff:${staff}`), seat, administrator);
    }
  }
  const seats = [
    [CHAIR, 'committee_chair'],
    [SECRETARY, 'committee_secretary'],
    ['2012003', 'committee_member'],
  ] as const;
  for (const [staff, role] of seats) {
    const seat = { id: demoId(`committee:yx:${role}`), staffId: demoId(`staff:${staff}`), role };
    await roster.addSeat(TERM, { ...seat, validFrom: '2026-03-03', validUntil: null }, administrator);
  }
}
