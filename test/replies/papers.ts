import { HandlingCase, type NewCase } from '../../src/handling/index.js';
import type { ReplyContent } from '../../src/handling/reply/reply-content.js';
import { Reply } from '../../src/handling/reply/reply.entity.js';
import { type Act, Actor } from '../../src/kernel/index.js';
import { cast, congress, type Player, units } from '../support/cast.js';
import { nightBuses } from '../handling/cases.js';

const KEYS: Record<string, string[]> = {
  [cast.chen.id]: [`committee_chair:${congress.id}`, `committee:${congress.id}`],
  [cast.tang.id]: [`committee_secretary:${congress.id}`, `committee:${congress.id}`],
  [cast.gao.id]: [`unit_officer:${units.hq.id}`],
  [cast.he.id]: [`unit_head:${units.hq.id}`],
  [cast.fang.id]: [`leader:${units.hq.id}`, `leader:${units.xx.id}`],
  [cast.yan.id]: [`unit_head:${units.xx.id}`],
  [cast.ding.id]: [`unit_officer:${units.xx.id}`],
};

/** Somebody of the cast, without a database. */
export function actorOf({ id, number, name, unit }: Player, further: readonly string[] = []): Actor {
  const keys = [...(KEYS[id] ?? []), ...further];
  return Actor.of({ staffId: id, number, name, unitId: units[unit].id, unitName: unit, keys });
}

export function act(who: Player, role: string, at = '2026-05-20T10:00:00+08:00'): Act {
  return { by: actorOf(who), role, at: new Date(at) };
}

export const ANSWER: ReplyContent = {
  text: '自五月起，周一至周四二十二点加开一班校车。\n时刻已贴在各站。',
  outcomeClass: 'A',
  promise: null,
  promisedOn: null,
  responsible: null,
};

export const PROMISE: ReplyContent = {
  ...ANSWER,
  outcomeClass: 'B',
  promise: '新购两辆校车后加开夜班车。',
  promisedOn: '2026-09-30',
  responsible: '何川',
};

/** wu's case, in the hands of logistics, talked over with her. */
export function inHandling(changes: Partial<NewCase> = {}): HandlingCase {
  const opening = { ...nightBuses(changes), id: congress.id, ref: '8-3-001', number: '第八届三次第001号' };
  const { record } = HandlingCase.open(
    { ...opening, congress: { id: congress.id, unitId: units.jlu.id, code: 'jlu', name: '', light: false } },
    act(cast.chen, 'committee_chair', '2026-04-14T09:00:00+08:00'),
  );
  record.assign(
    {
      lead: { unitId: units.hq.id, dueOn: '2026-05-28' },
      assisting: [],
      leaderId: cast.fang.id,
      signBy: '2026-04-17',
    },
    act(cast.chen, 'committee_chair', '2026-04-14T09:00:00+08:00'),
  );
  record.signFor(record.lead!, act(cast.gao, 'unit_officer', '2026-04-15T09:00:00+08:00'));
  talk(record);
  return record;
}

export function talk(record: HandlingCase, headPresent = false): void {
  const contact = { way: 'visit', happenedOn: '2026-04-20', summary: '当面谈过', headPresent } as const;
  record.logContact(record.lead!, contact, act(cast.gao, 'unit_officer'));
}

export function drafted(record: HandlingCase, content: ReplyContent = ANSWER): Reply {
  const reply = Reply.begin(record, record.lead!, act(cast.gao, 'unit_officer'));
  reply.revise(content, null, act(cast.gao, 'unit_officer'));
  return reply;
}

/** Signed by he and fang; wu has it and may rate it. */
export function replied(content: ReplyContent = ANSWER, changes: Partial<NewCase> = {}) {
  const record = inHandling(changes);
  return { record, reply: issue(record, drafted(record, content)) };
}

export function issue(record: HandlingCase, reply: Reply, rateBy: string | null = '2026-06-03'): Reply {
  record.submitReply(reply, act(cast.gao, 'unit_officer'));
  const first = reply.sign('head', [], record, act(cast.he, 'unit_head'));
  record.signReply(reply, first, act(cast.he, 'unit_head'));
  const letterhead = { number: `后勤复〔2026〕${record.round}号`, unitName: '后勤保障部' };
  const last = reply.signFinally('leader', [first], letterhead, record, act(cast.fang, 'leader'));
  record.signReply(reply, last, act(cast.fang, 'leader'));
  record.issueReply(reply, rateBy, act(cast.fang, 'leader'));
  return reply;
}
