import { msg } from '../../kernel/index.js';
import type { FormView } from '../../web/index.js';
import type { CalendarYear } from '../calendar-administration.js';
import type { CalendarException } from '../working-calendar.js';

const ADMIN = { text: msg('organization.admin.title'), href: '/admin' };
const CALENDAR = { text: msg('calendar.title'), href: '/admin/calendar' };

export function presentYears(years: readonly CalendarYear[], missing: readonly number[]) {
  return {
    pageTitle: msg('calendar.title'),
    breadcrumbs: [ADMIN],
    missing: missing.map((year) => msg('calendar.missing', { year })),
    years: years.map(({ year, source, off, worked }) => ({
      year,
      source,
      off,
      worked,
      href: `/admin/calendar/${year}`,
    })),
  };
}

export function presentYear(year: number, source: string, days: readonly CalendarException[], form: FormView) {
  return {
    pageTitle: msg('calendar.yearTitle', { year }),
    breadcrumbs: [ADMIN, CALENDAR],
    ...presentErrors(form),
    source,
    days: days.map(({ date, isWorkday, name }) => ({
      date,
      name,
      kind: isWorkday
        ? { tone: 'wait', text: msg('calendar.day.kinds.worked') }
        : { tone: 'good', text: msg('calendar.day.kinds.off') },
      remove: {
        action: `/admin/calendar/${year}/days/${date}/removal`,
        text: msg('calendar.day.remove'),
        tone: 'text',
        confirm: msg('calendar.day.removeConfirm', { date: date, name }),
      },
    })),
    action: `/admin/calendar/${year}/days`,
    date: form.field('date'),
    kind: form.choice(
      'kind',
      ['off', 'worked'].map((value) => ({ value, text: msg(`calendar.day.kinds.${value}`) })),
    ),
    name: form.field('name'),
  };
}

export function presentYearForm(form: FormView) {
  return {
    pageTitle: msg('calendar.import.title'),
    breadcrumbs: [ADMIN, CALENDAR],
    ...presentErrors(form),
    year: form.field('year'),
    source: form.field('source'),
    days: form.field('days'),
  };
}

export function presentErrors(form: FormView) {
  return { errorSummary: form.errors.length > 0 ? { errors: form.errors } : null };
}
