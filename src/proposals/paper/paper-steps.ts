import type { Act, NewEvent } from '../../kernel/index.js';
import { JointProposer } from '../signing/joint-proposer.entity.js';
import type { Circumstances } from '../proposal-conditions.js';
import { ProposalSecond } from '../signing/proposal-second.entity.js';
import type { ProposalText } from '../writing/proposal-text.js';
import type { Proposal } from '../proposal.entity.js';
import type { Entry, Place } from '../writing/registration.js';

/** 纸质提案表 as it lies on the secretary's desk. */
export interface PaperForm {
  readonly id: string;
  readonly authorId: string;
  /** Whose signatures of seconding, or of agreement, stand on it. */
  readonly seconderIds: readonly string[];
  /** Who proposes together with the author. */
  readonly jointIds?: readonly string[];
  /** A delegation proposes: its members who were present, besides the author. */
  readonly presentIds?: readonly string[];
  readonly isCollective?: boolean;
  readonly text: ProposalText;
  /** The day on which it came in: measured against the window. */
  readonly receivedOn: string;
  /** Why it is entered later than it came in. */
  readonly note: string;
}

/** Typed in by somebody else: the same conditions, a number like any other, and a mark for good. */
export function enterPaper(
  proposal: Proposal,
  { text, seconderIds, jointIds = [], presentIds = [], receivedOn, note }: PaperForm,
  circumstances: Circumstances,
  entry: Entry & Pick<Place, 'authorUnitId'>,
  deed: Act,
): NewEvent {
  proposal.edit(text, { page: proposal.id, version: 0, collective: false }, deed);
  const { at, by } = deed;
  Object.assign(proposal, { receivedOn, enteredBy: by.staffId, enteredAt: at, entryNote: note });
  const silent = presentIds.filter((staffId) => !seconderIds.includes(staffId) && staffId !== proposal.authorId);
  proposal.joints = jointIds.map((staffId) => joinedOnPaper(proposal, staffId, at));
  proposal.seconds = [
    ...seconderIds.map((staffId) => signedOnPaper(proposal, staffId, at)),
    ...silent.map((staffId) => ProposalSecond.invite(proposal.id, staffId, at)),
  ];
  proposal.keepSignedText(at);
  proposal.require('enter_paper', circumstances);
  const change = { ...entry, handedInAs: 'proposal' as const, submittedAt: at, submittedVersion: proposal.textVersion };
  const data = { ...proposal.handedIn(), receivedOn, staffId: seconderIds };
  return proposal.record('enter_paper', deed, data, note, change);
}

/** The author says, once, that what was entered is not what was written; the committee gives it back or corrects it. */
export function objectToPaper(
  proposal: Proposal,
  objection: string,
  circumstances: Circumstances,
  deed: Act,
): NewEvent | null {
  if (proposal.objection === objection) return null;
  proposal.require('object_to_paper', circumstances);
  return proposal.record('object_to_paper', deed, {}, objection, { objection });
}

function joinedOnPaper({ id }: Proposal, staffId: string, at: Date): JointProposer {
  const joint = JointProposer.invite(id, staffId, at);
  joint.join(at);
  return joint;
}

function signedOnPaper({ id, textVersion }: Proposal, staffId: string, at: Date): ProposalSecond {
  const second = ProposalSecond.invite(id, staffId, at);
  second.sign(textVersion, '', at);
  return Object.assign(second, { onPaper: true });
}
