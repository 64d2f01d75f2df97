import { movedBecause, movedDate } from '../../calendar/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { LedgerEntry } from '../../ledger/index.js';
import type { Staff } from '../../organization/index.js';
import type { ProposalAction } from '../proposal-workflow.js';
import { type Tone } from './words.js';

/** What everybody who reads the proposal may know of its way. */
const OPEN: readonly string[] = [
  'submit',
  'submit_suggestion',
  'enter_paper',
  'suggest',
  'pass_check',
  'take_up',
  'return_for_completion',
  'resubmit',
  'file',
  'convert',
  'decline',
  'merge',
  'refer',
  'review_as_it_was',
  'extend_completion',
  'recount',
  'ask_second_look',
  'split',
  'unmerge',
  'withdraw',
] satisfies ProposalAction[];

/** What only the committee may know: who reads, who recommends and votes what, and why it is decided otherwise. */
const COMMITTEE_ONLY: readonly string[] = [
  'assign_readers',
  'release_reader',
  'recommend',
  'vote',
  'prepare_decision',
  'deviate',
  'take_desk_over',
  'ask_unit',
  'answer_unit',
] satisfies ProposalAction[];
/** Steps that others see without their reason. */
const COMMITTEE_NOTES: readonly string[] = ['refer'] satisfies ProposalAction[];

export interface Sight {
  /** What went on before submission, invitations and notes. */
  readonly everything: boolean;
  /** What the committee says among itself. */
  readonly deliberation: boolean;
  /** Who proposed. */
  readonly proposers: boolean;
}

/** Notes that are written for everybody; a remark of a seconder or a note of return is not. */
const OPEN_NOTES: readonly string[] = ['file', 'convert', 'decline', 'merge', 'split'] satisfies ProposalAction[];

const TONE: Record<string, Tone> = {
  submit: 'info',
  suggest: 'info',
  pass_check: 'good',
  return_from_check: 'wait',
  second: 'good',
  decline_to_second: 'bad',
  return_for_completion: 'wait',
  file: 'good',
  convert: 'good',
  decline: 'bad',
  merge: 'good',
  split: 'good',
  unmerge: 'wait',
  withdraw: 'neutral',
};

export interface EventView {
  readonly at: string;
  readonly who: Message | string;
  readonly role: Message | null;
  readonly what: Message;
  readonly note: Message | string | null;
  readonly signature: null;
  readonly tone: Tone;
}

/** One line per event: who in which role, what, when. */
export function presentTimeline(
  events: readonly LedgerEntry[],
  sight: Sight,
  people: ReadonlyMap<string, Staff>,
): EventView[] {
  return events
    .filter((event) => isSeen(event, sight))
    .filter(isLastOfItsSaves)
    .map((event) => ({
      at: event.at.toISOString(),
      ...actorOf(event, sight),
      what: msg(`proposals.event.${whatOf(event)}`),
      note: noteOf(event, sight, people),
      signature: null,
      tone: TONE[event.action] ?? 'neutral',
    }));
}

/** Of somebody's saves in a row the last one speaks for all; the ledger keeps each. */
function isLastOfItsSaves(event: LedgerEntry, place: number, all: readonly LedgerEntry[]): boolean {
  const next = all[place + 1];
  return !(isSave(event) && next !== undefined && isSave(next) && next.actorId === event.actorId);
}

function isSave(event: LedgerEntry): boolean {
  return whatOf(event) === 'edit' && event.note === null;
}

/** Steps by which a hidden proposer, or the own delegation, would be known. */
const NEAR_THE_PROPOSER = ['author', 'speaker', 'joint_proposer', 'delegation_head', 'delegation_deputy', 'delegate'];

function actorOf({ actorName, role }: LedgerEntry, { proposers }: Sight): Pick<EventView, 'who' | 'role'> {
  if (!proposers && NEAR_THE_PROPOSER.includes(role ?? '')) return { who: msg('secrecy.proposer'), role: null };
  if (role === 'system') return { who: msg('handling.body.system'), role: null };
  return { who: actorName, role: role === null ? null : msg(`proposals.role.${role}`) };
}

function isSeen({ action, data }: LedgerEntry, { everything, deliberation }: Sight): boolean {
  if (COMMITTEE_ONLY.includes(action) || data.date === 'inquiry') return deliberation;
  return everything || OPEN.includes(action);
}

/** Steps that a delegation calls by other names. */
const AS_A_DELEGATION: readonly string[] = [
  'start_seconding',
  'second',
  'decline_to_second',
] satisfies ProposalAction[];

function whatOf({ action, from, data }: LedgerEntry): string {
  if (action === 'edit' && from === null) return 'begin';
  if (data.kind === 'collective' && AS_A_DELEGATION.includes(action)) return `${action}_collective`;
  if (action === 'take_over' && !data.staffId) return 'take_over_nobody';
  if (action === 'submit' && data.unchecked === true) return 'submit_unchecked';
  const asked = data.askedAgain;
  return action === 'edit' && Array.isArray(asked) && asked.length > 0 ? askedAgain(data.kind) : action;
}

function noteOf(event: LedgerEntry, sight: Sight, people: ReadonlyMap<string, Staff>): Message | string | null {
  if (event.action === 'recount')
    return sight.everything ? movedBecause(event.data, event.note ?? '') : movedDate(event.data);
  if (event.action === 'enter_paper') return receivedOn(event, sight);
  if (COMMITTEE_NOTES.includes(event.action) && !sight.deliberation) return null;
  if (sight.everything || sight.deliberation) return event.note ?? inWhichCase(event) ?? aboutWhat(event, people);
  return (OPEN_NOTES.includes(event.action) ? event.note : null) ?? inWhichCase(event);
}

/** The day on which the paper came in, beside that of its entry; why it was entered later, for those concerned. */
function receivedOn({ note, data }: LedgerEntry, { everything, deliberation }: Sight): Message {
  const date = String(data.receivedOn);
  const isTold = note !== null && (everything || deliberation);
  return isTold ? msg('paper.receivedWith', { date, note }) : msg('paper.received', { date });
}

/** The cases into which it was merged or split. */
function inWhichCase({ action, data }: LedgerEntry): string | null {
  const { others } = data;
  return /^(merge|unmerge|split)$/.test(action) && Array.isArray(others) ? others.join('、') : null;
}

/** Whom somebody invited, which file was added. */
function aboutWhat({ actorId, data }: LedgerEntry, people: ReadonlyMap<string, Staff>): string | null {
  const { staffId, name } = data;
  if (Array.isArray(data.added)) return comingAndGoing(data as unknown as Presence, people);
  if (typeof staffId === 'string' && staffId !== actorId) return people.get(staffId)?.name ?? null;
  return typeof name === 'string' ? name : null;
}

interface Presence {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Who was added to those present, and who was taken off. */
function comingAndGoing({ added, removed }: Presence, people: ReadonlyMap<string, Staff>): string {
  const names = (ids: readonly string[]) => ids.map((id) => people.get(id)?.name ?? '').join('、');
  return [added.length > 0 ? `＋ ${names(added)}` : '', removed.length > 0 ? `－ ${names(removed)}` : '']
    .filter((part) => part !== '')
    .join(' ');
}

function askedAgain(kind: unknown): string {
  return kind === 'collective' ? 'edit_asking_again_collective' : 'edit_asking_again';
}
