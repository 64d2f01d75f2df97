import { type Message, msg } from '../../kernel/index.js';
import type { LedgerEntry } from '../../ledger/index.js';
import type { Staff } from '../../organization/index.js';
import type { ProposalAction } from '../proposal-workflow.js';
import { type Tone } from './words.js';

/** What everybody who reads the proposal may know of its way. */
const OPEN: readonly string[] = [
  'submit',
  'pass_check',
  'take_up',
  'return_for_completion',
  'resubmit',
  'file',
  'convert',
  'decline',
  'merge',
  'withdraw',
] satisfies ProposalAction[];

/** Notes that are written for everybody; a remark of a seconder or a note of return is not. */
const OPEN_NOTES: readonly string[] = ['file', 'convert', 'decline'] satisfies ProposalAction[];

const TONE: Record<string, Tone> = {
  submit: 'info',
  pass_check: 'good',
  return_from_check: 'wait',
  second: 'good',
  decline_to_second: 'bad',
  return_for_completion: 'wait',
  file: 'good',
  convert: 'good',
  decline: 'bad',
  withdraw: 'neutral',
};

export interface EventView {
  readonly at: string;
  readonly who: string;
  readonly role: Message | null;
  readonly what: Message;
  readonly note: string | null;
  readonly signature: null;
  readonly tone: Tone;
}

/** One line per event: who in which role, what, when. */
export function presentTimeline(
  events: readonly LedgerEntry[],
  seesEverything: boolean,
  people: ReadonlyMap<string, Staff>,
): EventView[] {
  return events
    .filter(({ action }) => seesEverything || OPEN.includes(action))
    .map((event) => ({
      at: event.at.toISOString(),
      who: event.actorName,
      role: event.role === null ? null : msg(`proposals.role.${event.role}`),
      what: msg(`proposals.event.${whatOf(event)}`),
      note: noteOf(event, seesEverything, people),
      signature: null,
      tone: TONE[event.action] ?? 'neutral',
    }));
}

function whatOf({ action, from, data }: LedgerEntry): string {
  if (action === 'edit' && from === null) return 'begin';
  if (action === 'submit' && data.unchecked === true) return 'submit_unchecked';
  const asked = data.askedAgain;
  return action === 'edit' && Array.isArray(asked) && asked.length > 0 ? 'edit_asking_again' : action;
}

function noteOf(event: LedgerEntry, seesEverything: boolean, people: ReadonlyMap<string, Staff>): string | null {
  if (seesEverything) return event.note ?? aboutWhat(event, people);
  return OPEN_NOTES.includes(event.action) ? event.note : null;
}

/** Whom somebody invited, which file was added. */
function aboutWhat({ actorId, data }: LedgerEntry, people: ReadonlyMap<string, Staff>): string | null {
  const { staffId, name } = data;
  if (typeof staffId === 'string' && staffId !== actorId) return people.get(staffId)?.name ?? null;
  return typeof name === 'string' ? name : null;
}
