import { msg, type Page } from '../../kernel/index.js';
import { type Unit, unitOptions } from '../../organization/index.js';
import { type FormView, presentPager } from '../../web/index.js';
import type { Congress, CongressTerm } from '../congress.entity.js';
import type { CongressSession } from '../congress-session.entity.js';
import { sessionName, termName } from '../names.js';
import { presentErrors, statusTag } from './words.js';
import { presentSessionSteps as presentSteps } from './session-end.presenter.js';
import { presentSettings } from './settings.presenter.js';

export const ADMIN = { text: msg('organization.admin.title'), href: '/admin' };
export const CONGRESSES = { text: msg('congress.admin.title'), href: '/admin/congress' };

export function presentCongresses(page: Page<Congress>, form: FormView, units: readonly Unit[]) {
  return {
    pageTitle: msg('congress.admin.title'),
    breadcrumbs: [ADMIN],
    ...presentErrors(form),
    congresses: page.items.map(({ id, name, code }) => ({ name, code, href: `/admin/congress/${id}` })),
    pager: presentPager(page, '/admin/congress', {}),
    mayFound: units.length > 0,
    hidden: [{ name: 'id', value: form.field('id').value }],
    unit: form.choice('unitId', unitOptions(units)),
    code: form.field('code'),
    name: form.field('name'),
  };
}

export function presentCongress(
  congress: Congress,
  terms: readonly CongressTerm[],
  sessions: readonly CongressSession[],
  form: FormView,
  ids: { readonly term: string; readonly session: string },
  events: readonly object[],
) {
  return {
    pageTitle: congress.name,
    breadcrumbs: [ADMIN, CONGRESSES],
    ...presentErrors(form),
    terms: terms.map((term) => ({
      name: termName(term),
      from: term.startsOn,
      until: term.endsOn,
      links: ['delegations', 'delegates', 'committee'].map((list) => ({
        href: `/admin/congress/terms/${term.id}/${list}`,
        text: msg(`congress.lists.${list}`),
      })),
      sessions: sessions
        .filter(({ termId }) => termId === term.id)
        .map((session) => ({
          name: sessionName(session),
          href: `/admin/congress/sessions/${session.id}`,
          status: statusTag(session.status),
        })),
      newSession: [
        { name: 'id', value: ids.session },
        { name: 'termId', value: term.id },
      ],
    })),
    mode: presentMode(congress),
    sessionAction: `/admin/congress/${congress.id}/sessions`,
    termAction: `/admin/congress/${congress.id}/terms`,
    newTerm: [{ name: 'id', value: ids.term }],
    number: form.field('number'),
    startsOn: form.field('startsOn'),
    endsOn: form.field('endsOn'),
    events,
  };
}

/** 简易模式: how it stands, what a change would bring, and the button. */
function presentMode({ id, light }: Congress) {
  const to = light ? 'full' : 'light';
  return {
    now: msg(light ? 'light.mode.isLight' : 'light.mode.isFull'),
    changes: ['staff', 'off', 'case', 'rest'].map((name) => msg(`light.mode.changes.${name}`)),
    back: light ? msg('light.mode.back') : msg('light.mode.before'),
    button: {
      action: `/admin/congress/${id}/mode`,
      text: msg(`light.mode.to.${to}`),
      tone: 'secondary',
      hidden: [{ name: 'mode', value: to }],
      confirm: msg(`light.mode.confirm.${to}`),
    },
  };
}

/** Whether somebody could hand in a proposal if only there was a window. */
function isUnderWay({ status, term, settings }: CongressSession): boolean {
  return (status === 'preparing' || status === 'open') && !term.congress.light && !settings.betweenSessionFiling;
}

export function presentSession(session: CongressSession, main: string | null, dates: FormView, settings: FormView) {
  const address = `/admin/congress/sessions/${session.id}`;
  const { congress } = session.term;
  return {
    pageTitle: sessionName(session),
    breadcrumbs: [ADMIN, CONGRESSES, { text: congress.name, href: `/admin/congress/${congress.id}` }],
    ...presentErrors(dates.errors.length > 0 ? dates : settings),
    status: statusTag(session.status),
    archived: session.isArchived(),
    noWindow: session.windowFrom === null && isUnderWay(session),
    steps: presentSteps(session),
    datesAction: `${address}/dates`,
    windowFrom: dates.field('windowFrom'),
    windowUntil: dates.field('windowUntil'),
    heldFrom: dates.field('heldFrom'),
    heldUntil: dates.field('heldUntil'),
    settingsAction: `${address}/settings`,
    groups: presentSettings(settings),
    publicHref: `/congress/${session.addressBeside(main)}`,
  };
}
