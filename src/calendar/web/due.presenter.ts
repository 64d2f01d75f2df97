import { type Message, msg } from '../../kernel/index.js';
import type { FormView } from '../../web/index.js';
import { addDays, isoWeekday } from '../beijing.js';
import type { DayReason, ExplainedDay } from '../due-explained.js';
import { presentErrors } from './calendar-admin.presenter.js';

const WEEK = 7;
/** The tint of a day's cell; what it means stands in the cell in words, too. */
const TINT: Record<DayReason, string> = {
  start: 'heat-2',
  workday: 'heat-1',
  makeup: 'heat-1',
  weekend: 'heat-0',
  holiday: 'heat-0',
};

interface Cell {
  readonly tint: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly text: Message | null;
}

export function presentDue(form: FormView, days: readonly ExplainedDay[] | null) {
  return {
    pageTitle: msg('calendar.due.title'),
    ...presentErrors(form),
    from: form.field('from'),
    days: form.field('days'),
    answer: days && presentAnswer(days),
  };
}

function presentAnswer(days: readonly ExplainedDay[]) {
  const [start, due] = [days[0]!, days.at(-1)!];
  const off = days.filter(({ reason }) => reason === 'holiday').length;
  return {
    start: start.date,
    dueOn: due.date,
    count: due.nth!,
    sentence: msg('calendar.due.sentence', { days: days.length - 1, count: due.nth!, weekend: weekendsOf(days), off }),
    weekdays: Array.from({ length: WEEK }, (_, i) => msg(`calendar.weekdays.${i + 1}`)),
    weeks: weeksOf(days, due.date),
    special: days
      .filter(({ reason }) => reason === 'holiday' || reason === 'makeup')
      .map(({ date, reason, holiday }) => ({
        date,
        text: msg(`calendar.due.special.${reason}`, { name: holiday ?? '' }),
      })),
  };
}

function weekendsOf(days: readonly ExplainedDay[]): number {
  return days.filter(({ reason }) => reason === 'weekend').length;
}

/** Monday to Sunday; days before the event and after the due date are empty. */
function weeksOf(days: readonly ExplainedDay[], dueOn: string): { cells: Cell[] }[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const weeks: { cells: Cell[] }[] = [];
  for (let monday = mondayOf(days[0]!.date); monday <= dueOn; monday = addDays(monday, WEEK)) {
    const dates = Array.from({ length: WEEK }, (_, i) => addDays(monday, i));
    weeks.push({ cells: dates.map((date) => cellOf(byDate.get(date), dueOn)) });
  }
  return weeks;
}

function cellOf(day: ExplainedDay | undefined, dueOn: string): Cell {
  if (!day) return { tint: 'heat-none', number: null, date: null, text: null };
  const tint = day.date === dueOn ? 'heat-4' : TINT[day.reason];
  return { tint, number: String(Number(day.date.slice(8))), date: day.date, text: textOf(day) };
}

function textOf({ reason, nth, holiday }: ExplainedDay): Message {
  if (nth !== null) return msg(reason === 'makeup' ? 'calendar.due.cell.makeup' : 'calendar.due.cell.nth', { nth });
  return msg(`calendar.due.cell.${reason}`, { name: holiday ?? '' });
}

function mondayOf(date: string): string {
  return addDays(date, 1 - isoWeekday(date));
}
