import { sessionNumbers } from '../../../congress/index.js';
import { CATEGORIES } from '../categories.js';
import { type Message, msg } from '../../../kernel/index.js';
import { type Dated, pressureOf, type Today } from '../case-due.js';
import type { AssignmentStatus } from '../../duty/assignment-workflow.js';
import type { CaseRecord } from '../case-record.js';
import type { CaseStatus } from '../case-workflow.js';

export interface Tag {
  readonly tone: 'neutral' | 'info' | 'wait' | 'good' | 'bad' | 'key';
  readonly text: Message;
}

const TONE: Record<CaseStatus, Tag['tone']> = {
  open: 'wait',
  assigned: 'wait',
  in_handling: 'info',
  return_pending: 'wait',
  in_sign_off: 'info',
  replied: 'info',
  rated: 'bad',
  referred: 'wait',
  follow_up: 'info',
  concluded: 'good',
  withdrawn: 'neutral',
};
export const ASSIGNMENT_TONE: Record<AssignmentStatus, Tag['tone']> = {
  to_sign: 'wait',
  in_handling: 'info',
  return_pending: 'wait',
  in_sign_off: 'info',
  done: 'good',
  void: 'neutral',
};

export function statusTag(status: CaseStatus): Tag {
  return { tone: TONE[status], text: msg(`handling.status.${status}`) };
}

/** Beside the status: overdue, due soon, key, a further round, not for everybody. */
export function flagsOf(
  record: Dated &
    Pick<CaseRecord, 'keyCase' | 'supervisedLevel' | 'round' | 'confidential' | 'finalRating' | 'betweenSessions'>,
  today: Today,
): Tag[] {
  const pressure = pressureOf(record, today);
  return [
    ...(pressure === 'overdue' ? [{ tone: 'bad' as const, text: msg('handling.flag.overdue') }] : []),
    ...(pressure === 'soon' ? [{ tone: 'wait' as const, text: msg('handling.flag.soon') }] : []),
    ...(record.supervisedLevel > 0
      ? [{ tone: 'bad' as const, text: msg(`supervision.flag.${record.supervisedLevel}`) }]
      : []),
    ...(record.keyCase ? [{ tone: 'key' as const, text: msg('handling.flag.key') }] : []),
    ...(record.betweenSessions ? [{ tone: 'neutral' as const, text: msg('late.tag.between_sessions') }] : []),
    ...(record.round > 1 ? [{ tone: 'wait' as const, text: msg('handling.flag.round', { n: record.round }) }] : []),
    ...(record.finalRating === 'dissatisfied' ? [{ tone: 'bad' as const, text: msg('rulings.dissatisfied') }] : []),
    ...(record.confidential ? [{ tone: 'neutral' as const, text: msg('handling.flag.confidential') }] : []),
  ];
}

/** 由第八届第二次会议结转: for a case that was read with its sessions. */
export function presentCarried({ carriedTo, session }: Pick<CaseRecord, 'carriedTo' | 'session'>): Tag[] {
  return carriedTo === null ? [] : [{ tone: 'info', text: msg('sessions.carriedFrom', sessionNumbers(session)) }];
}

/** The category in words; one that is not on our list stands as it is. */
export function categoryText(code: string): Message | string {
  return (CATEGORIES as readonly string[]).includes(code) ? msg(`handling.category.${code}`) : code;
}

/** The leading units that still have to reply, afterwards those that promised something; all of them when there is none such. */
export function owingNames({ leads, leadNames }: Pick<CaseRecord, 'leads' | 'leadNames'>): string {
  const unanswered = leads.filter(({ status }) => status !== 'done');
  const owing = unanswered.length > 0 ? unanswered : leads.filter(({ promiseDueOn }) => promiseDueOn !== null);
  return owing.length > 0 ? owing.map(({ unit }) => unit.name).join('、') : leadNames;
}

export function presentCaseCrumbs({ ref, number }: Pick<CaseRecord, 'ref' | 'number'>) {
  return [{ text: number, href: `/cases/${ref}` }];
}
