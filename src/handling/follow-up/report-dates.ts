import { addMonths, type WorkingCalendar } from '../../calendar/index.js';

/** A promise is reported on every quarter, counted from the day of the reply. */
export const MONTHS_OF_A_QUARTER = 3;

/**
 * The day by which the n-th report is due: three months after the last one, the end of a shorter month standing for a day it does not
 * have; on a day off, the next working day. While the calendar of that year is not known, the day itself.
 */
export function reportDay(repliedOn: string, n: number, calendar: WorkingCalendar): string {
  return calendar.workingDayFrom(addMonths(repliedOn, MONTHS_OF_A_QUARTER * n));
}

/** The first report that is still to come. */
export function firstReportDue(repliedOn: string, today: string, calendar: WorkingCalendar): string {
  for (let n = 1; ; n++) {
    const day = reportDay(repliedOn, n, calendar);
    if (day > today) return day;
  }
}

/**
 * After a report of today. A late one stands for every report that was missed; one in the quarter before the due day for that day;
 * further ones in the same quarter change nothing.
 */
export function nextReportDue(repliedOn: string, dueOn: string, today: string, calendar: WorkingCalendar): string {
  if (dueOn <= today) return firstReportDue(repliedOn, today, calendar);
  let n = 1;
  while (reportDay(repliedOn, n, calendar) < dueOn) n++;
  const isOfThisQuarter = n === 1 || today > reportDay(repliedOn, n - 1, calendar);
  return isOfThisQuarter ? reportDay(repliedOn, n + 1, calendar) : dueOn;
}
