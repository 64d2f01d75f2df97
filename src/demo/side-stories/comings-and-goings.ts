import { Congresses, RosterAdministration } from '../../congress/index.js';
import { StaffAdministration, UnitsAdministration } from '../../organization/index.js';
import { demoId } from '../demo-id.js';
import { LEAVERS } from '../leavers.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';

const ADMINISTRATOR = '2010088';
const { professor, lecturer, moving } = LEAVERS;
const ELECTED = '2019040';
const TERM = demoId('term:8');

/** People leave, move and are elected, and a unit gets another name, while their proposals and cases go on. */
export async function* comingsAndGoingsStory(stage: Stage): Story {
  const administrator = await stage.players.actor(ADMINISTRATOR);
  const staff = stage.get(StaffAdministration);
  const roster = stage.get(RosterAdministration);

  yield new Date('2026-03-31T16:20:00+08:00');
  await staff.leave(demoId(`staff:${professor}`), '2026-03-31', administrator); // alone: the head of the delegation speaks now

  yield new Date('2026-04-13T09:40:00+08:00');
  await staff.leave(demoId(`staff:${lecturer}`), '2026-04-13', administrator); // a joint proposer goes on
  yield new Date('2026-04-13T10:05:00+08:00');
  const details = { ...stage.players.person(moving), unitId: demoId('unit:zs'), title: '科员' };
  await staff.edit(demoId(`staff:${moving}`), details, administrator);
  const seat = await stage.get(Congresses).seat(demoId(`staff:${moving}`), TERM);
  await roster.endDelegate(seat!, administrator);
  yield new Date('2026-04-13T10:20:00+08:00');
  const elected = { delegationId: demoId('delegation:7'), kind: 'delegate', post: null } as const;
  await roster.addDelegate(demoId(`seat:${ELECTED}`), TERM, demoId(`staff:${ELECTED}`), elected, administrator);

  yield new Date('2026-04-13T15:30:00+08:00');
  await rename(stage, '国有资产与实验室管理处');
}

async function rename(stage: Stage, name: string): Promise<void> {
  const { code, kind, position, short } = stage.players.unit('zc');
  const details = { code, kind, position, short, name };
  await stage.get(UnitsAdministration).describe(demoId('unit:zc'), details, await stage.players.actor(ADMINISTRATOR));
}
