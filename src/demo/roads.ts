/** When the stories of a road begin, and the days before which a step does not happen (working days are made of them). */
export interface Timetable {
  readonly draftedFrom: string;
  readonly spreadDays: number;
  readonly reviewedFrom: string;
  readonly decidedFrom: string;
  readonly assignedFrom: string;
  /** Working days between the steps of the handling. */
  readonly toContact: number;
  readonly toReply: number;
}

const LAST_YEAR: Timetable = {
  draftedFrom: '2025-02-24',
  spreadDays: 15,
  reviewedFrom: '2025-03-24',
  decidedFrom: '2025-03-31',
  assignedFrom: '2025-04-14',
  toContact: 8,
  toReply: 9,
};

const DONE_EARLY: Timetable = {
  draftedFrom: '2026-02-25',
  spreadDays: 2,
  reviewedFrom: '2026-03-02',
  decidedFrom: '2026-03-04',
  assignedFrom: '2026-03-05',
  toContact: 3,
  toReply: 3,
};

const ANSWERED_NOW: Timetable = { ...DONE_EARLY, assignedFrom: '2026-03-12', toContact: 6, toReply: 6 };

const IN_HANDLING: Timetable = {
  draftedFrom: '2026-03-02',
  spreadDays: 8,
  reviewedFrom: '2026-03-16',
  decidedFrom: '2026-03-18',
  assignedFrom: '2026-03-20',
  toContact: 4,
  toReply: 6,
};

const JUST_DECIDED: Timetable = {
  draftedFrom: '2026-03-09',
  spreadDays: 7,
  reviewedFrom: '2026-03-23',
  decidedFrom: '2026-04-07',
  assignedFrom: '2026-04-09',
  toContact: 3,
  toReply: 5,
};

/** Filed between the sessions: being written or reviewed these days. */
const BEING_FILED: Timetable = {
  ...JUST_DECIDED,
  draftedFrom: '2026-04-03',
  spreadDays: 3,
  reviewedFrom: '2026-04-09',
};

const JUST_FILED: Timetable = { ...BEING_FILED, draftedFrom: '2026-04-01' };

const UNDER_REVIEW: Timetable = { ...BEING_FILED, draftedFrom: '2026-03-30' };

const ROADS: Readonly<Record<string, Timetable>> = {
  concluded: DONE_EARLY,
  follow_up: DONE_EARLY,
  second_handling: DONE_EARLY,
  replied: ANSWERED_NOW,
  at_leader: IN_HANDLING,
  at_head: IN_HANDLING,
  reply_drafted: IN_HANDLING,
  opinion_wanted: IN_HANDLING,
  in_handling_contacted: IN_HANDLING,
  draft: BEING_FILED,
  seconding: BEING_FILED,
  submitted: JUST_FILED,
  under_review: UNDER_REVIEW,
};

export function timetableOf(session: string, road: string): Timetable {
  return session === '8-2' ? LAST_YEAR : (ROADS[road] ?? JUST_DECIDED);
}

const ORDER = [
  'draft',
  'seconding',
  'submitted',
  'under_review',
  'filed_open',
  'assigned',
  'in_handling',
  'in_handling_contacted',
  'opinion_wanted',
  'reply_drafted',
  'at_head',
  'at_leader',
  'replied',
  'rated',
];
const ENDS_AT: Readonly<Record<string, string>> = {
  returned: 'under_review',
  withdrawn: 'submitted',
  declined: 'under_review',
  converted_open: 'filed_open',
  no_answer: 'replied',
};

/** Whether a road leads through the stage named. */
export function reaches(road: string, stage: string): boolean {
  const end = ENDS_AT[road] ?? road;
  return ORDER.includes(end) ? ORDER.indexOf(end) >= ORDER.indexOf(stage) : true;
}
