import { addDays } from '../../../calendar/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import { FormView } from '../../../web/index.js';
import type { DefaultTerm, Desk } from '../assignment-desk.js';
import { presentCaseCrumbs } from '../../case/web/case-tags.js';
import { leaderOffer } from './leader-choice.js';
import { presentOrigins } from '../../reply/web/reply-origins.js';

/** The page on which one case, or several, are assigned. */
export function presentAssignment(desk: Desk, form: FormView, address: string) {
  const units = desk.units.map(({ id, name }) => ({ value: id, text: name }));
  const [only, ...others] = desk.records;
  return {
    pageTitle: msg('handling.assignment.title'),
    breadcrumbs: others.length === 0 ? presentCaseCrumbs(only!) : [{ text: msg('handling.board.nav'), href: '/board' }],
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    address,
    cases: desk.records.map(({ ref, number, title }) => ({ ref, number, title, href: `/cases/${ref}` })),
    hidden: others.length === 0 ? [] : desk.records.map(({ ref }) => ({ name: 'ref', value: ref })),
    lead: form.choice('lead', units),
    separate: form.choice('separate', units),
    separateSummary: msg('duties.separate.summary'),
    separateOpen: form.field('separate').value !== '' || form.field('separate').error !== null,
    assisting: form.choice('assisting', units),
    assistingSummary: msg('handling.assignment.assistingSummary'),
    assistingOpen: form.field('assisting').value !== '' || form.field('assisting').error !== null,
    leader: form.choice('leader', desk.leaders.map(leaderOffer)),
    leadDays: form.field('leadDays'),
    leadDueOn: form.field('leadDueOn'),
    assistingDays: form.field('assistingDays'),
    assistingDueOn: form.field('assistingDueOn'),
    leadDefault: termNote('handling.assignment.leadDefault', desk.leadTerm),
    assistingDefault: termNote('handling.assignment.assistingDefault', desk.assistingTerm),
    signNote: msg('handling.assignment.signNote', { date: desk.signBy }),
    origins: others.length === 0 ? presentOrigins(only!) : null,
    originsTitle: msg('replies.origins'),
    tomorrow: addDays(desk.today, 1),
  };
}

function termNote(key: string, { days, dueOn }: DefaultTerm): Message {
  return msg(key, { days, date: dueOn });
}
