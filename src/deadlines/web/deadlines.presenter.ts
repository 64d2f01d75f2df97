import type { MovedDate } from '../../calendar/index.js';
import { msg } from '../../kernel/index.js';
import { FormView } from '../../web/index.js';
import type { PreviewOutdated } from '../deadlines.errors.js';
import type { Preview } from '../recounting.service.js';

/** For `deadlines/index`: of each congress, what moves, and the form that moves it. */
export function presentDeadlines(previews: readonly Preview[], form: FormView, outdated: PreviewOutdated | null) {
  return {
    pageTitle: msg('deadlines.title'),
    lead: msg('deadlines.lead'),
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    outdated: outdated && { tone: 'bad', title: msg('deadlines.outdatedTitle'), text: outdated.explanation },
    congresses: previews.map((preview) => presentCongress(preview, form)),
  };
}

function presentCongress({ congress, moves, version, isYours }: Preview, form: FormView) {
  const isMeant = form.field('congress').value === congress.id;
  const own = isMeant ? form : new FormView();
  return {
    name: congress.name,
    none: moves.length === 0,
    summary: msg('deadlines.summary', { n: moves.length, subjects: new Set(moves.map((one) => one.subjectId)).size }),
    rows: moves.map(presentMove),
    order: isYours
      ? {
          hidden: [
            { name: 'congress', value: congress.id },
            { name: 'version', value: version },
          ],
          reason: own.field('reason'),
        }
      : null,
  };
}

function presentMove({ subjectType, ref, number, title, field, unit, on, to }: MovedDate) {
  return {
    href: subjectType === 'case' ? `/cases/${ref}` : `/review/${ref}`,
    number,
    title,
    what: msg(`deadlines.date.${field}`),
    unit,
    before: on,
    after: to,
    way: { tone: to > on ? 'wait' : 'bad', text: msg(to > on ? 'deadlines.later' : 'deadlines.earlier') },
  };
}
