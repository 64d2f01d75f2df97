import { type Message, msg } from '../../../kernel/index.js';
import type { CaseFile } from '../case-reader.js';
import type { CaseAction } from '../case-workflow.js';
import { type CasePolicy } from '../case.policy.js';

export interface LinkButton {
  readonly href: string;
  readonly text: Message;
  readonly tone: 'primary' | 'secondary';
  /** Not yet possible: why. */
  readonly missing: readonly Message[];
  readonly quiet?: boolean;
}

/** Where each step is taken, the more important first; a step without a page is not offered. */
const PAGE: Partial<Record<CaseAction, string>> = {
  assign: 'assignment',
  sign_for: 'receipt',
  sign_for_assisting: 'receipt',
  sign_for_part: 'receipt',
  log_contact: 'contacts/new',
  give_opinion: 'opinion',
  override_opinion: 'overrides',
  grant_return: 'return/decision',
  grant_return_assisting: 'return/decision',
  grant_return_part: 'return/decision',
  grant_extension: 'extension/decision',
  refuse_unit: 'units',
  ask_extension: 'extension',
  ask_return: 'return',
  ask_return_assisting: 'return',
  ask_return_part: 'return',
  ask_unit: 'units/wish',
  add_unit: 'units',
  reassign: 'reassignment',
  reassign_part: 'reassignment',
  reassign_assisting: 'reassignment',
};

const RETURNING = new Set<CaseAction>(['ask_return', 'ask_return_assisting', 'ask_return_part']);
/** Side roads stand behind what moves the case on, and are never the important button. */
const QUIET = new Set<CaseAction>([
  'override_opinion',
  'ask_extension',
  'ask_unit',
  'add_unit',
  'reassign',
  'reassign_part',
  'reassign_assisting',
  ...RETURNING,
]);

/** One button is the important one and comes first: the first that can be pressed, else the first. */
export function inFront(buttons: readonly LinkButton[]): LinkButton[] {
  const loud = buttons.filter(({ quiet }) => !quiet);
  const first = loud.find(({ missing }) => missing.length === 0) ?? loud[0];
  const others = [...loud.filter((button) => button !== first), ...buttons.filter(({ quiet }) => quiet)];
  const behind = others.map((button) => ({ ...button, tone: 'secondary' as const }));
  return first ? [{ ...first, tone: 'primary' }, ...behind] : behind;
}

/** Exactly the buttons that this reader may press now. */
export function presentButtons(file: CaseFile, policy: CasePolicy): LinkButton[] {
  const { record } = file;
  const offered = new Set(policy.offers(record));
  const buttons = (Object.keys(PAGE) as CaseAction[])
    .filter((action) => offered.has(action) && !isTooLate(action, file, policy))
    .map((action) => ({
      href: `/cases/${record.ref}/${PAGE[action]}`,
      text: msg(`handling.action.${action}`),
      tone: 'secondary' as const,
      missing: record.missing(action),
      quiet: QUIET.has(action) || (action === 'log_contact' && (hasTalked(file, policy) || !record.needsTalk)),
    }));
  return buttons.filter(({ href }, place) => buttons.findIndex((one) => one.href === href) === place);
}

function hasTalked({ record }: CaseFile, policy: CasePolicy): boolean {
  return policy.ownLeads(record).every((duty) => record.talksOf(duty).length > 0);
}

/** Days that have passed: a page that could only refuse is not offered. */
function isTooLate(action: CaseAction, { record, today, returnUntil }: CaseFile, policy: CasePolicy): boolean {
  if (action === 'ask_extension')
    return policy.ownLeads(record).every((duty) => today.today > record.clockOf(duty).dueOn);
  if (!RETURNING.has(action)) return false;
  return policy.own(record).every(({ assignedAt }) => today.today > returnUntil(assignedAt));
}
