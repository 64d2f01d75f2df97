import { beijingDate } from '../../../calendar/index.js';
import { sessionName, sessionNameAmong } from '../../../congress/index.js';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import type { Staff } from '../../../organization/index.js';
import type { Author } from '../../authors.js';
import { type DecisionFrame, missingIn } from '../decision-conditions.js';
import { type Outcome, type Part, partOutcome } from '../decision.js';
import { preparerOf } from '../sheet-order.service.js';
import type { Sheet, SheetRow } from './decision-sheet.pages.js';
import type { Tone } from '../../web/words.js';

/** The row because of which nothing was published. */
export interface Refused {
  readonly ref: string;
  readonly explanation: Message;
  readonly reasons: readonly Message[];
}

interface Around {
  readonly frame: DecisionFrame;
  readonly people: ReadonlyMap<string, Staff>;
  readonly authors: ReadonlyMap<string, Author>;
  readonly wordings: ReadonlyMap<string, string>;
  readonly refused: Refused | null;
  readonly actor: Actor;
}

const TONE: Record<Outcome, Tone> = { file: 'good', convert: 'good', decline: 'neutral', merge: 'info', split: 'info' };

export function presentSheet({ session, sessions, rows }: Sheet, around: Around): object {
  const { refused, actor } = around;
  const { congressId } = session.term;
  const presented = rows.map((row, i) => presentRow(row, i, rows.length, around));
  const incomplete = presented.filter(({ missing }) => missing.length > 0).length;
  return {
    pageTitle: msg('decisions.sheet.title'),
    head: { title: msg('decisions.sheet.title'), kicker: [sessionName(session)], lead: msg('decisions.sheet.lead') },
    breadcrumbs: [{ text: msg('review.nav'), href: '/review' }],
    errorSummary: refused
      ? { errors: [refused.explanation, ...refused.reasons].map((text) => ({ href: `#row-${refused.ref}`, text })) }
      : null,
    sessions: {
      label: msg('proposals.list.sessions'),
      items: sessions.map((one) => ({
        text: sessionNameAmong(one),
        href: `/review/decisions?session=${one.code}`,
        current: one.id === session.id,
      })),
    },
    session: session.code,
    rows: presented,
    incomplete: incomplete > 0 ? msg('decisions.sheet.incomplete', { n: incomplete }) : null,
    mayArrange: preparerOf(congressId, actor) !== null,
    mayPublish: actor.is('committee_chair', congressId),
  };
}

function presentRow(
  { proposal, draft }: SheetRow,
  i: number,
  n: number,
  { frame, people, authors, wordings, refused }: Around,
) {
  const { ref, title } = proposal;
  const decision = draft.decision(ref);
  const preparer = people.get(draft.preparedBy)?.name ?? '';
  return {
    ref,
    title,
    href: `/review/${ref}`,
    by: msg('proposals.list.by', { ...authors.get(proposal.id)! }),
    place: i + 1,
    key: `${ref}.${draft.version}`,
    up: i > 0,
    down: i < n - 1,
    outcome: { tone: TONE[decision.outcome], text: msg(`decisions.outcome.${decision.outcome}`) },
    detail: [
      ...(decision.declineCode ? [wordings.get(decision.declineCode) ?? ''] : []),
      ...(decision.caseTitle ? [msg('decisions.sheet.caseTitle', { title: decision.caseTitle })] : []),
      ...(decision.outcome === 'merge' && decision.into ? [msg('decisions.sheet.into', { ref: decision.into })] : []),
      ...(decision.outcome === 'split' ? decision.parts.map((part, k) => presentPart(part, k + 1)) : []),
    ],
    note: decision.note,
    missing: Object.values(missingIn(decision, frame)),
    refused: refused?.ref === ref,
    prepared: msg('decisions.sheet.prepared', { name: preparer, date: beijingDate(draft.preparedAt) }),
  };
}

function presentPart(part: Part, n: number): Message {
  return msg('decisions.sheet.part', {
    n,
    title: part.title,
    outcome: `@decisions.split.outcome.${partOutcome(part)}`,
  });
}
