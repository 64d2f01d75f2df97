export { addDays, addMonths, beijingDate, endOfBeijingDay, isDate, isoWeekday, yearOf } from './beijing.js';
export { CALENDAR_SEED } from './calendar-seed.js';
export { CalendarYearMissing } from './calendar.errors.js';
export { WorkingCalendar, type CalendarData, type CalendarException } from './working-calendar.js';
export { CalendarModule } from './calendar.module.js';
export { WorkingDays } from './working-days.js';
export { CountedDates, type DateSource, type OpenDate, type Recounting } from './counted-dates.js';
export { movedBecause, movedDate } from './moved-date.js';
export { type MovedDate, recounted, versionOf } from './recount.js';
