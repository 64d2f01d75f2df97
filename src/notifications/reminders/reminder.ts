import type { CommitteeRole } from '../../congress/index.js';

export const REMINDER_KINDS = [
  'due_soon',
  'overdue',
  'opinion_due_soon',
  'opinion_overdue',
  'sign_late',
  'rating_wanted',
  'report_due_soon',
  'report_overdue',
  'promise_due_soon',
  'promise_overdue',
  'supervision_due_soon',
  'supervision_overdue',
  'review_due_soon',
  'review_overdue',
  'inquiry_due_soon',
  'inquiry_overdue',
  'completion_due_soon',
  'completion_overdue',
  'milestone_due_soon',
  'milestone_overdue',
  'award_nominate_soon',
  'award_score_soon',
  'window_closes',
  'window_closes_second',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** What a day's look at the records found: something that somebody should be reminded of, once a cycle. */
export interface Reminder {
  readonly kind: ReminderKind;
  /** The cycle event: the same matter, the same day, the same stage. */
  readonly cycle: string;
  readonly subjectType: 'case' | 'proposal' | 'award';
  readonly subjectId: string;
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly dueOn: string;
  readonly daysLeft: number;
  /** The unit in charge, for cases. */
  readonly unitId: string | null;
  readonly unit: string;
  readonly congressId: string;
  /** One person, where the matter is personal. */
  readonly staffId: string | null;
  /** The seats that are reminded, and the page on which it is done, where the matter lies before a committee. */
  readonly seats?: readonly CommitteeRole[];
  readonly page?: string;
  /** Who asked, for a seconder. */
  readonly actor: string;
}

const STAGES = [1, 3, 7];

/** 7, 3 or 1: the stage that is reached when so many days are left; null when it is too early. A missed day is made up the day after. */
export function stageOf(daysLeft: number): number | null {
  return STAGES.find((stage) => daysLeft <= stage) ?? null;
}
