import { movedBecause, movedDate } from '../../../calendar/index.js';
import type { sessionNumbers } from '../../../congress/index.js';
import { type LedgerEvent, type Message, msg } from '../../../kernel/index.js';
import type { CaseAction } from '../case-workflow.js';
import type { CasePolicy } from '../case.policy.js';
import type { HandlingCase } from '../handling-case.entity.js';
import type { Tag } from './case-tags.js';
import { isForEverybody, isInternal } from './timeline-readers.js';

type SessionNumbers = ReturnType<typeof sessionNumbers>;

type EventName = CaseAction | 'open';

/** Events in which a unit or the committee, not a person, is what outsiders see. */
const BODY: Readonly<Record<string, string>> = {
  party: 'author',
  unit_officer: 'unit',
  unit_head: 'unit',
  deputy_head: 'unit',
  deputy_leader: 'school',
  leader: 'school',
  committee_chair: 'committee',
  committee_secretary: 'committee',
  committee_member: 'committee',
  presidium: 'presidium',
  system: 'system',
};
const OUTCOMES = new Set(['issue_reply', 'issue_part', 'complete_parts', 'reclassify']);
const TONES: Partial<Record<EventName, Tag['tone']>> = {
  issue_reply: 'good',
  amend_reply: 'wait',
  issue_part: 'good',
  complete_parts: 'good',
  reassign: 'wait',
  reassign_part: 'wait',
  return_part: 'wait',
  ask_return_part: 'wait',
  conclude: 'good',
  confirm_implemented: 'good',
  find_dissatisfied: 'bad',
  return_reply: 'wait',
  refer_to_presidium: 'wait',
  refer_to_leader: 'wait',
  order_second_handling: 'wait',
  order_final_handling: 'wait',
  ask_return: 'wait',
  ask_extension: 'wait',
  ask_withdrawal: 'wait',
  supervise: 'bad',
  mark_key: 'key',
  reach_milestone: 'good',
};

export interface TimelineEvent {
  readonly at: string;
  readonly who: Message | string;
  readonly role: Message | null;
  readonly what: Message;
  readonly note: Message | string | null;
  /** The fact of the step, where the note is somebody's own words. */
  readonly detail?: Message | null;
  readonly signature: null;
  readonly tone: Tag['tone'];
}

/** One line per event, as far as this reader may know of it. */
export function presentTimeline(record: HandlingCase, events: readonly LedgerEvent[], policy: CasePolicy) {
  const whole = policy.sees('whole_timeline', record);
  const names = policy.sees('names', record);
  const nameOf = namesOf(record, events);
  return {
    events: events
      .filter(({ action }) => whole || (names ? !isInternal(action) : isForEverybody(action)))
      .map((event) => ({
        ...(names ? presentForConcerned(record, nameOf, event) : presentForEverybody(nameOf, event)),
        ...(event.action === 'open' && { what: openingOf(record) }),
      })),
  };
}

/** 立案 is said of proposals only. */
function openingOf({ kind }: HandlingCase): Message {
  return msg(kind === 'proposal' ? 'handling.event.open' : 'handling.openedOther');
}

/** The steps that everybody may know, without the opening: goes on where the page of a proposal ends. */
export function presentPublicTimeline(record: HandlingCase, events: readonly LedgerEvent[]): TimelineEvent[] {
  const nameOf = namesOf(record, events);
  return events
    .filter(({ action }) => isForEverybody(action) && action !== 'open')
    .map((event) => presentForEverybody(nameOf, event));
}

function presentForConcerned(record: HandlingCase, nameOf: NameOf, event: LedgerEvent): TimelineEvent {
  const bySystem = event.role === 'system';
  const words = event.action === 'recount' ? movedBecause(event.data, event.note ?? '') : event.note;
  const detail = event.action === 'recount' ? null : detailOf(nameOf, event);
  return {
    ...whatHappened(event),
    who: bySystem ? msg('handling.body.system') : actorOf(event),
    role: bySystem ? null : roleIn(record, nameOf, event),
    note: words ?? detail,
    detail: words === null || event.action === 'hand_over' ? null : detail,
  };
}

/** The role; of which unit, where several work on the case. */
function roleIn({ assignments }: HandlingCase, nameOf: NameOf, { role, data }: LedgerEvent): Message {
  const key = `handling.role.${role ?? 'system'}`;
  const unit = BODY[role ?? ''] === 'unit' && typeof data.unitId === 'string' ? nameOf(data.unitId) : undefined;
  return assignments.length < 2 || unit === undefined ? msg(key) : msg('handling.roleOf', { unit, role: `@${key}` });
}

/** Whoever did it; a deputy with the name of the principal. */
function actorOf({ actorName, data }: LedgerEvent): Message | string {
  const { onBehalfOf: principal, authorizedUntil: until } = data;
  if (typeof principal !== 'string') return actorName;
  return msg('mandates.signed', { deputy: actorName, principal, until: String(until) });
}

function presentForEverybody(nameOf: NameOf, event: LedgerEvent): TimelineEvent {
  const body = BODY[event.role ?? 'system'] ?? 'school';
  const isOfUnit = body === 'unit' || event.action === 'issue_reply' || event.action === 'issue_part';
  const unit = isOfUnit ? nameOf(unitIn(event)) : undefined;
  return {
    ...whatHappened(event),
    who: unit ?? msg(`handling.body.${body}`),
    role: null,
    note: detailOf(nameOf, event),
  };
}

function whatHappened({ action, at }: LedgerEvent) {
  return {
    at: at.toISOString(),
    what: msg(`handling.event.${action}`),
    signature: null,
    tone: TONES[action as EventName] ?? 'info',
  };
}

/** What one would ask next: to whom, until when, with which result. Never a reason. */
function detailOf(nameOf: NameOf, { action, data }: LedgerEvent): Message | null {
  const { leads, assisting } = unitsIn(data);
  if (action === 'supervise') return msg(`supervision.level.${String(data.level)}`);
  if (action === 'assign') {
    const units = assisting.map(nameOf).join('、');
    const lead = leads.map((id) => nameOf(id) ?? '').join('、');
    const params = { lead, units, date: String(data.dueOn) };
    if (leads.length > 1) return msg('handling.detail.assignSeparately', { ...params, n: leads.length });
    return msg(units === '' ? 'handling.detail.assign' : 'handling.detail.assignWith', params);
  }
  if (action === 'carry') return carriedStep(data);
  if (action === 'recount') return movedDate(data);
  const given = nameOf(data.toUnitId as string | undefined);
  if (given !== undefined) return msg('handling.detail.givenTo', { unit: given });
  if (OUTCOMES.has(action) && data.outcomeClass) return msg(`handling.outcomeClass.${String(data.outcomeClass)}`);
  if (/^(add|remove)_origin$/.test(action)) return msg('handling.detail.origin', { ref: String(data.others) });
  if (/^(absorb|pass_up)$/.test(action)) return msg(`handling.detail.${action}`, { number: String(data.into) });
  if (action !== 'find_dissatisfied' && typeof data.finalRating === 'string')
    return msg(`handling.finalRating.${data.finalRating}`);
  return null;
}

function carriedStep({ from, to }: Readonly<Record<string, unknown>>): Message {
  const [{ term, number }, next] = [from, to] as [SessionNumbers, SessionNumbers];
  return msg('sessions.carriedStep', { term, number, toTerm: next.term, toNumber: next.number });
}

function unitIn({ data }: LedgerEvent): string | undefined {
  return typeof data.unitId === 'string' ? data.unitId : unitsIn(data).leads[0];
}

/** One lead, or several separate ones. */
function unitsIn(data: Readonly<Record<string, unknown>>): { leads: string[]; assisting: string[] } {
  const { lead, assisting = [] } = (data.unitIds ?? {}) as { lead?: string | string[]; assisting?: string[] };
  return { leads: [lead ?? []].flat(), assisting };
}

type NameOf = (unitId: string | undefined) => string | undefined;

/** The names of the units, also of one whose duties went to another one when it was merged. */
function namesOf({ assignments }: HandlingCase, events: readonly LedgerEvent[]): NameOf {
  const merged = events.filter(({ action }) => action === 'hand_over').map(({ data }) => [data.unitId, data.unitName]);
  const former = new Map(merged as [string, string | undefined][]);
  return (unitId) => assignments.find((one) => one.unitId === unitId)?.unit.name ?? former.get(unitId ?? '');
}
