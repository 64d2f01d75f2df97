import { Assignment } from '../../src/handling/duty/assignment.entity.js';
import { HandlingCase } from '../../src/handling/index.js';
import { type Act, Actor } from '../../src/kernel/index.js';
import type { Unit } from '../../src/organization/index.js';
import { cast, congress, units } from '../support/cast.js';
import { nightBuses } from './cases.js';

export const MONDAY = new Date('2026-04-13T10:00:00+08:00');
export const TUESDAY = new Date('2026-04-14T10:00:00+08:00');

/** Somebody of the cast with the keys that matter here, without a database. */
export function player(name: keyof typeof cast, ...keys: string[]): Actor {
  const { id, number, name: called, unit } = cast[name];
  return Actor.of({ staffId: id, number, name: called, unitId: units[unit].id, unitName: unit, keys });
}

export const PLAYERS = {
  chair: player('chen', 'committee', `committee:${congress.id}`, `committee_chair:${congress.id}`),
  secretary: player('tang', 'committee', `committee:${congress.id}`, `committee_secretary:${congress.id}`),
  member: player('sun', 'committee', `committee:${congress.id}`, `committee_member:${congress.id}`),
  officer: player('gao', `unit_officer:${units.hq.id}`),
  assistant: player('ding', `unit_officer:${units.xx.id}`),
  head: player('he', `unit_head:${units.hq.id}`),
  assistingHead: player('yan', `unit_head:${units.xx.id}`),
  deputy: player('luo', `deputy_head:${units.hq.id}`),
  leaderDeputy: player('mei', `deputy_of:${cast.fang.id}`),
  leader: player('fang', `leader:${units.hq.id}`),
  party: player('wu'),
  colleague: player('lin', 'delegate'),
  stranger: player('bai', `unit_officer:${units.cw.id}`, `unit_head:${units.cw.id}`, `leader:${units.cw.id}`),
  otherChair: player('zhao', 'committee_chair', 'committee_chair:another'),
  supervisor: player('jian', `supervisor:${units.jlu.id}`),
  administrator: player('guan', `administrator:${units.jlu.id}`),
  visitor: Actor.visitor(),
  system: Actor.system(),
} as const;
export type PlayerName = keyof typeof PLAYERS;

export function act(by: Actor, at = MONDAY): Act {
  return { by, role: 'somebody', at };
}

/** A case that is open, on paper only. */
export function openCase(changes: Partial<ReturnType<typeof nightBuses>> = {}): HandlingCase {
  const opening = {
    ...nightBuses(changes),
    id: cast.wu.id,
    ref: '8-3-001',
    number: '第八届三次第001号',
    congress: { id: congress.id, unitId: units.jlu.id, code: 'jlu', name: '江临大学教代会', light: false },
  };
  return HandlingCase.open(opening, act(PLAYERS.chair)).record;
}

/** The same, assigned to hq with xx assisting. */
export function assignedCase(changes: Partial<ReturnType<typeof nightBuses>> = {}): HandlingCase {
  const record = openCase(changes);
  record.assign(
    {
      lead: { unitId: units.hq.id, dueOn: '2026-05-27' },
      assisting: [{ unitId: units.xx.id, dueOn: '2026-05-07' }],
      leaderId: cast.fang.id,
      signBy: '2026-04-16',
    },
    act(PLAYERS.chair),
  );
  for (const one of record.assignments) nameUnit(one);
  return record;
}

/** The same, signed for by both. */
export function handledCase(changes: Partial<ReturnType<typeof nightBuses>> = {}): HandlingCase {
  const record = assignedCase(changes);
  record.signFor(record.lead!, act(PLAYERS.officer));
  record.signFor(record.assisting[0]!, act(PLAYERS.assistant));
  return record;
}

function nameUnit(assignment: Assignment): void {
  const name = assignment.unitId === units.hq.id ? '后勤保障部' : '信息化建设与管理中心';
  Object.assign(assignment, { unit: { id: assignment.unitId, name } as Unit });
}
