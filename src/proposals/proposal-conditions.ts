import { beijingDate } from '../calendar/index.js';
import type { CongressSession } from '../congress/index.js';
import { type Message, msg } from '../kernel/index.js';
import { isLate } from './late/handed-in-as.js';
import type { ProposalText } from './writing/proposal-text.js';
import { signaturesOf } from './signing/signatures.js';
import type { ProposalRecord } from './proposal-record.js';
import type { ProposalAction } from './proposal-workflow.js';

/** What a step is measured against besides the proposal itself. */
export interface Circumstances {
  readonly session: CongressSession;
  readonly now: Date;
}

type Condition = (proposal: ProposalRecord, circumstances: Circumstances) => Message[];

function submit(proposal: ProposalRecord, { session, now }: Circumstances): Message[] {
  return [
    ...incomplete(proposal),
    ...seatMissing(proposal),
    ...signaturesMissing(proposal, session),
    ...closed(proposal, session, now),
  ];
}

const CONDITIONS: Partial<Record<ProposalAction, Condition>> = {
  start_seconding: (proposal, { session, now }) => [...incomplete(proposal), ...closed(proposal, session, now)],
  submit,
  submit_for_check: submit,
  enter_paper: (proposal, { session }) => [
    ...incomplete(proposal),
    ...signaturesMissing(proposal, session),
    ...receivedTooLate(proposal, session),
  ],
  object_to_paper: ({ objection }) => (objection === null ? [] : [msg('paper.objection.once')]),
  suggest: (proposal, { session }) => [...incomplete(proposal), ...lightModeOff(session)],
  submit_suggestion: (proposal, { session, now }) => [...incomplete(proposal), ...notLate(session, now)],
  carry_over: (_, { session, now }) => notLate(session, now),
  resubmit: (proposal, { session, now }) => [
    ...completionOver(proposal, now),
    ...incomplete(proposal),
    ...(proposal.textVersion === proposal.submittedVersion ? [] : signaturesMissing(proposal, session)),
  ],
  review_as_it_was: (proposal, { now }) => completionRunning(proposal, now),
  ask_second_look: secondLookClosed,
};

/** What is still missing before the step: refused with this list, and shown under the button. */
export function missingFor(action: ProposalAction, proposal: ProposalRecord, circumstances: Circumstances): Message[] {
  return CONDITIONS[action]?.(proposal, circumstances) ?? [];
}

/** Server time decides. */
export function isFilingOpen(session: CongressSession, now: Date): boolean {
  return session.isWindowOpen(now) || session.settings.betweenSessionFiling;
}

/** The fields of the form that are still empty, with what to say about them. */
export function incompleteFields(proposal: ProposalText & Partial<ProposalRecord>): Record<string, Message> {
  const { title, category, reason, measures, publishable, publishRefusal } = proposal;
  const filled = {
    title,
    category: category ?? '',
    reason,
    measures,
    publishRefusal: publishable ? '-' : publishRefusal,
  };
  const empty = Object.entries(filled).filter(([, text]) => text.trim() === '');
  const unexplained = proposal.confidentiality === 'asked' && proposal.confidentialityReason?.trim() === '';
  return {
    ...Object.fromEntries(empty.map(([field]) => [field, msg(`proposals.missing.${field}`)])),
    ...(unexplained ? { confidentialityReason: msg('secrecy.missing') } : {}),
  };
}

/** What was handed to the delegation in time is in time. */
function closed({ checkRequestedAt }: ProposalRecord, session: CongressSession, now: Date): Message[] {
  if (isFilingOpen(session, checkRequestedAt ?? now)) return [];
  const { windowFrom } = session.dates;
  return isLate(session, now) ? [msg('proposals.missing.window')] : [msg('late.notYet', { date: windowFrom ?? '' })];
}

function lightModeOff({ term }: CongressSession): Message[] {
  return term.congress.light ? [] : [msg('light.off', { congress: term.congress.name })];
}

function notLate(session: CongressSession, now: Date): Message[] {
  return isLate(session, now) ? [] : [msg('late.notLate')];
}

function incomplete(proposal: ProposalRecord): Message[] {
  return Object.values(incompleteFields(proposal));
}

function completionOver({ completeBy }: ProposalRecord, now: Date): Message[] {
  const isOver = completeBy !== null && completeBy < beijingDate(now);
  return isOver ? [msg('completion.missing.over', { date: completeBy })] : [];
}

/** The committee waits until the author's time is over. */
function completionRunning({ completeBy }: ProposalRecord, now: Date): Message[] {
  const isRunning = completeBy !== null && completeBy >= beijingDate(now);
  return isRunning ? [msg('completion.missing.notYet', { date: completeBy })] : [];
}

function secondLookClosed({ secondLookAt, secondLookBy }: ProposalRecord, { now }: Circumstances): Message[] {
  if (secondLookAt !== null) return [msg('deliberation.missing.secondLookUsed')];
  const isOpen = secondLookBy !== null && beijingDate(now) <= secondLookBy;
  return isOpen ? [] : [msg('deliberation.missing.secondLookOver', { date: secondLookBy ?? '' })];
}

/** Until it is handed in, only a delegate of today proposes; for a delegation its head of today speaks. */
function seatMissing(proposal: ProposalRecord): Message[] {
  return proposal.kind === 'collective' || proposal.isSeated(proposal.spokenBy) ? [] : [msg('filing.missing.seat')];
}

function signaturesMissing(proposal: ProposalRecord, { settings }: CongressSession): Message[] {
  const { lacking: n, needed: required, present } = signaturesOf(proposal, settings);
  const isCollective = proposal.kind === 'collective';
  if (isCollective && proposal.presentMembers.length === 0) return [msg('filing.missing.presence')];
  if (n === 0) return [];
  return [
    isCollective
      ? msg('filing.missing.agreement', { n, required, present })
      : msg('proposals.missing.seconders', { n, required }),
  ];
}

function receivedTooLate({ receivedOn }: ProposalRecord, { dates }: CongressSession): Message[] {
  const { windowFrom, windowUntil } = dates;
  const isInTime = receivedOn !== null && windowFrom !== null && windowFrom <= receivedOn && receivedOn <= windowUntil!;
  return isInTime ? [] : [msg('paper.errors.window')];
}
