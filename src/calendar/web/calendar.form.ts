import { Choice, DateField, Line, Prose, WholeNumber } from '../../web/index.js';

export class DayForm {
  @DateField({ label: 'calendar.day.date', required: true }) date = '';
  @Choice({ label: 'calendar.day.kind', of: ['off', 'worked'], required: true }) kind = '';
  @Line({ label: 'calendar.day.name', required: true, max: 40 }) name = '';
}

export class YearForm {
  @WholeNumber({ label: 'calendar.year', from: 2000, to: 2100, required: true }) year = '';
  @Line({ label: 'calendar.source', required: true, max: 200 }) source = '';
  @Prose({ label: 'calendar.import.days', required: true, max: 20_000 }) days = '';
}

export class DueForm {
  @DateField({ label: 'calendar.due.from', required: true }) from = '';
  @WholeNumber({ label: 'calendar.due.days', from: 1, to: 400, required: true }) days = '';
}
