import type { HandlingCase } from '../../handling/index.js';
import type { Act, NewEvent } from '../../kernel/index.js';
import type { Proposal } from '../proposal.entity.js';

/** 并案: it keeps its number and is handled in the case of others. `alreadyTold` are not told again. */
export function merge(
  proposal: Proposal,
  into: Pick<HandlingCase, 'ref' | 'number'>,
  note: string,
  alreadyTold: readonly string[],
  deed: Act,
): NewEvent {
  const { ref, number } = into;
  const data = { case: { ref, number }, others: [number], alreadyTold };
  return proposal.record('merge', deed, data, note, { decidedAt: deed.at, decisionNote: note });
}

/** 撤销并案: reviewed on its own again. */
export function unmerge(
  proposal: Proposal,
  from: Pick<HandlingCase, 'ref' | 'number'>,
  note: string,
  deed: Act,
): NewEvent {
  const { ref, number } = from;
  const data = { case: { ref, number }, others: [number] };
  return proposal.record('unmerge', deed, data, note, { decidedAt: null, decisionNote: null });
}

/** 分案: one proposal, several cases; some of its parts may be declined. */
export function split(
  proposal: Proposal,
  cases: readonly Pick<HandlingCase, 'ref' | 'number'>[],
  declined: readonly { readonly title: string }[],
  note: string,
  deed: Act,
): NewEvent {
  const data = {
    cases: cases.map(({ ref, number }) => ({ ref, number })),
    others: cases.map(({ number }) => number),
    declined,
    inPart: declined.length > 0,
  };
  return proposal.record('split', deed, data, note, { decidedAt: deed.at, decisionNote: note });
}

/** Proposers and seconders: whom a decision concerns. */
export function peopleOf({ authorId, speakerId, joints, seconds }: Proposal): string[] {
  return [
    ...proposersOf({ authorId, speakerId, joints }),
    ...seconds.filter(({ status }) => status === 'seconded').map(({ staffId }) => staffId),
  ];
}

/** The author, and whoever proposes with the author. */
export function proposersOf({
  authorId,
  speakerId,
  joints,
}: Pick<Proposal, 'authorId' | 'speakerId' | 'joints'>): string[] {
  const joined = joints.filter((one) => one.hasJoined).map(({ staffId }) => staffId);
  const lead = speakerId !== null && joined.includes(speakerId) ? speakerId : authorId;
  return [lead, ...joined.filter((staffId) => staffId !== lead)];
}
