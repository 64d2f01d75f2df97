import { type Actor, type Message, msg } from '../../kernel/index.js';
import type { FormView } from '../../web/index.js';
import type { BrowserSession } from '../browser-session.entity.js';
import type { Duty } from '../duties.js';
import type { MePage } from '../me-pages.js';
import { SHORTEST_PASSWORD } from '../password-policy.js';
import { deviceOf } from './device.js';
import { presentErrors, secret } from './sign-in.presenter.js';

interface MeFacts {
  readonly actor: Actor;
  readonly mail: string | null;
  readonly duties: readonly Duty[];
  readonly sessions: readonly BrowserSession[];
  readonly sessionId: string | null;
  readonly language: string;
  readonly pages: readonly MePage[];
  readonly today: string;
}

export function presentMe({ actor, mail, duties, sessions, sessionId, language, pages, today }: MeFacts) {
  return {
    pageTitle: msg('identity.me.title'),
    facts: [
      { term: msg('identity.me.name'), text: actor.name },
      { term: msg('identity.number'), text: actor.number! },
      { term: msg('identity.me.unit'), text: actor.unitName! },
      { term: msg('identity.me.mail'), text: mail ?? msg('identity.me.noMail') },
    ],
    duties: duties.map((duty) => presentDuty(duty, today)),
    sessions: sessions.map((session) => presentSession(session, sessionId)),
    hasOthers: sessions.length > 1,
    languages: ['zh', 'en'].map((value) => ({
      value,
      text: msg(`identity.me.languages.${value}`),
      checked: value === language,
    })),
    pages,
    dutiesTitle: msg('identity.me.duties'),
    sessionsTitle: msg('identity.me.sessions'),
  };
}

export function presentDuty({ role, scope, from, until }: Duty, today: string) {
  return { role, scope, from, until, state: dutyState(from, until, today) };
}

export function presentPassword(form: FormView, hasPassword: boolean) {
  return {
    pageTitle: msg('identity.password.change'),
    ...presentErrors(form),
    hasPassword,
    lead: msg('identity.password.rules', { min: SHORTEST_PASSWORD }),
    currentPassword: secret(form, 'currentPassword'),
    newPassword: secret(form, 'newPassword'),
    again: secret(form, 'again'),
    breadcrumbs: [{ text: msg('identity.me.title'), href: '/me' }],
  };
}

export function dutyState(from: string, until: string | null, today: string): { tone: string; text: Message } {
  if (from > today) return { tone: 'info', text: msg('identity.duty.coming') };
  if (until !== null && until < today) return { tone: 'neutral', text: msg('identity.duty.over') };
  return { tone: 'good', text: msg('identity.duty.present') };
}

function presentSession(session: BrowserSession, sessionId: string | null) {
  return {
    device: deviceOf(session.agent) ?? msg('identity.me.unknownDevice'),
    address: session.address,
    since: session.createdAt,
    seen: session.seenAt,
    action: session.id === sessionId ? null : `/me/sessions/${session.id}/end`,
  };
}
