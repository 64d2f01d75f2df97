import { beijingDate } from '../../calendar/index.js';
import { type Message, msg, type Page } from '../../kernel/index.js';
import { presentPager } from '../../web/index.js';
import type { CongressSession } from '../congress-session.entity.js';
import { COMMITTEE_ROLES, type CommitteeSeat } from '../delegate.entity.js';
import { sessionName } from '../names.js';
import type { DelegationLine } from '../roster.js';
import type { SessionFigure } from '../session-figures.js';
import { statusTag } from './words.js';

export function presentSessionList(page: Page<CongressSession>, main: string | null, now: Date) {
  return {
    pageTitle: msg('congress.title'),
    pager: presentPager(page, '/congress', {}),
    sessions: page.items.map((session) => ({
      name: sessionName(session),
      congress: session.term.congress.name,
      href: `/congress/${session.addressBeside(main)}`,
      status: statusTag(session.status),
      window: windowSentence(session, now),
    })),
  };
}

/** `code` is how the session is called in addresses. */
export function presentSessionPage(
  { session, code }: { session: CongressSession; code: string },
  delegations: readonly DelegationLine[],
  seats: readonly CommitteeSeat[],
  figures: readonly SessionFigure[],
  now: Date,
) {
  const delegates = delegations.reduce((sum, one) => sum + one.delegates, 0);
  return {
    pageTitle: sessionName(session),
    breadcrumbs: [{ text: msg('congress.title'), href: '/congress' }],
    congress: session.term.congress.name,
    status: statusTag(session.status),
    window: windowSentence(session, now),
    awards: { href: `/congress/${code}/awards`, text: msg('congress.awards'), tone: 'secondary' },
    facts: factsOf(session),
    figures: [
      { number: String(delegates), label: msg('congress.figures.delegates') },
      { number: String(delegations.length), label: msg('congress.figures.delegations') },
      ...figures,
    ],
    delegations: delegations.map(({ number, name, units, head, deputies, delegates: count }) => ({
      number,
      name,
      units: units.join('、'),
      head,
      deputies: deputies.join('、'),
      count,
    })),
    committee: COMMITTEE_ROLES.map((role) => ({
      role: msg(`identity.roles.${role}`),
      names: seats.filter((seat) => seat.role === role).map(({ staff }) => `${staff.name}（${staff.unit.short}）`),
    })).filter(({ names }) => names.length > 0),
  };
}

function factsOf({ dates, term }: CongressSession) {
  const span = (from: string | null, until: string | null): Message =>
    from && until ? msg('congress.span', { from, until }) : msg('congress.notYet');
  return [
    { term: msg('congress.session.held'), text: span(dates.heldFrom, dates.heldUntil) },
    { term: msg('congress.session.window'), text: span(dates.windowFrom, dates.windowUntil) },
    { term: msg('congress.term.title'), text: span(term.startsOn, term.endsOn) },
  ];
}

/** Whether proposals are taken now, as a sentence. */
function windowSentence(session: CongressSession, now: Date): Message {
  const { windowFrom, windowUntil } = session.dates;
  if (session.status === 'closed' || session.isArchived()) return msg('sessions.windowClosed');
  if (!windowFrom || !windowUntil) return msg('congress.window.unknown');
  if (session.isWindowOpen(now)) return msg('congress.window.open', { until: windowUntil });
  const coming = beijingDate(now) < windowFrom;
  return coming
    ? msg('congress.window.coming', { from: windowFrom })
    : msg('congress.window.over', { until: windowUntil });
}
