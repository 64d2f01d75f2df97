import { type Message, msg } from '../../kernel/index.js';
import type { FormView } from '../../web/index.js';
import type { CongressSession } from '../congress-session.entity.js';
import { sessionName } from '../names.js';
import type { Business } from '../session-business.js';
import { SESSION_WORKFLOW } from '../session-workflow.js';
import { presentErrors } from './words.js';

/** The steps that can be taken now: opening at once, closing and archiving by way of a page that says what is left to do. */
export function presentSessionSteps({ id, status }: CongressSession) {
  const address = `/admin/congress/sessions/${id}`;
  const steps = {
    open: { action: `${address}/open`, text: msg('congress.session.open'), tone: 'primary' },
    close: { href: `${address}/closing`, text: msg('congress.session.close'), tone: 'danger' },
    archive: { href: `${address}/archive`, text: msg('sessions.archive.action'), tone: 'danger' },
  };
  return SESSION_WORKFLOW.availableFrom(status).map((action) => steps[action]);
}

/** Before closing: what ends, what goes on, what is still to be done. */
export function presentClosing(session: CongressSession, unfinished: readonly Business[]) {
  const files = session.settings.betweenSessionFiling;
  return {
    ...frameOf(session, 'closing'),
    effects: [
      msg(files ? 'sessions.closing.filesBetween' : 'sessions.closing.endsFiling'),
      msg('sessions.closing.goesOn'),
      msg('sessions.closing.keepsFigures'),
      msg('sessions.closing.canReopen'),
    ],
    business: unfinished.map(presentBusiness),
    action: { action: `${addressOf(session)}/close`, text: msg('sessions.closing.confirm'), tone: 'danger' },
    back: addressOf(session),
  };
}

/** Before archiving: what stands in the way, and which session goes on with the rest. */
export function presentArchiving(
  session: CongressSession,
  unfinished: readonly Business[],
  successors: readonly CongressSession[],
  form: FormView,
) {
  const refused = unfinished.filter(({ archiving }) => archiving === 'refused');
  const carried = unfinished.filter(({ archiving }) => archiving === 'carried');
  return {
    ...frameOf(session, 'archive'),
    ...presentErrors(form),
    effects: [msg('sessions.archive.readOnly'), msg('sessions.archive.forEver'), msg('sessions.archive.carried')],
    refused: refused.map(presentBusiness),
    business: carried.map(presentBusiness),
    mayArchive: refused.length === 0,
    needsSuccessor: carried.length > 0,
    noSuccessor: carried.length > 0 && successors.length === 0,
    action: `${addressOf(session)}/archive`,
    successor: form.choice(
      'successor',
      successors.map((one) => ({ value: one.id, text: sessionName(one) })),
    ),
    back: addressOf(session),
  };
}

function presentBusiness({ kind, count, items }: Business) {
  const hidden = count - items.length;
  return {
    title: msg(`sessions.business.${kind}`, { n: count }),
    hint: msg(`sessions.businessHint.${kind}`),
    items,
    more: hidden > 0 ? msg('sessions.more', { n: hidden }) : null,
  };
}

function frameOf(session: CongressSession, page: 'closing' | 'archive') {
  const { congress } = session.term;
  return {
    pageTitle: msg(`sessions.${page}.title`),
    session: sessionName(session) as Message,
    breadcrumbs: [
      { text: congress.name, href: `/admin/congress/${congress.id}` },
      { text: sessionName(session), href: addressOf(session) },
    ],
  };
}

function addressOf({ id }: CongressSession): string {
  return `/admin/congress/sessions/${id}`;
}
