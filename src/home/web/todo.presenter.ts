import { CalendarYearMissing, type WorkingCalendar } from '../../calendar/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { Todo } from '../../web/index.js';

/** For `components/work-row`. */
export interface TodoView {
  readonly href: string;
  readonly title: string;
  readonly number: string | null;
  readonly tag: { readonly tone: string; readonly text: Message };
  readonly next: Message;
  readonly due: { readonly tone: string; readonly text: Message; readonly date: string } | null;
}

type Urgency = 'none' | 'calm' | 'soon' | 'today' | 'overdue';

const SOON_DAYS = 3;
const TONE: Record<Urgency, string> = { none: 'info', calm: 'info', soon: 'wait', today: 'wait', overdue: 'bad' };

export function presentTodo(todo: Todo, calendar: WorkingCalendar, today: string): TodoView {
  const { href, title, number, next, dueOn } = todo;
  const urgency = urgencyOf(dueOn, calendar, today);
  const tag = { tone: TONE[urgency], text: msg(`home.urgency.${urgency}`) };
  const due = dueOn && { tone: dueTone(urgency), text: leftOf(dueOn, calendar, today), date: dueOn };
  return { href, title, number, tag, next, due: due || null };
}

function urgencyOf(dueOn: string | null, calendar: WorkingCalendar, today: string): Urgency {
  if (dueOn === null) return 'none';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  const left = workingDays(dueOn, calendar, today);
  return left !== null && left <= SOON_DAYS ? 'soon' : 'calm';
}

function leftOf(dueOn: string, calendar: WorkingCalendar, today: string): Message {
  const left = workingDays(dueOn, calendar, today);
  if (dueOn === today) return msg('home.due.today');
  if (dueOn < today) return left === null || left === 0 ? msg('home.due.over') : msg('home.due.overBy', { n: -left });
  return left === null ? msg('home.due.until') : msg('home.due.left', { n: left });
}

function dueTone(urgency: Urgency): string {
  return urgency === 'overdue' ? 'bad' : urgency === 'calm' ? 'neutral' : 'wait';
}

/** Null when the calendar does not reach that far yet: then only the date is said. */
function workingDays(dueOn: string, calendar: WorkingCalendar, today: string): number | null {
  try {
    return calendar.workingDaysLeft(today, dueOn);
  } catch (error) {
    if (error instanceof CalendarYearMissing) return null;
    throw error;
  }
}
