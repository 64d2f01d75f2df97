import { msg } from '../../../kernel/index.js';
import type { Staff } from '../../../organization/index.js';
import type { Deliberation, Electorate } from '../deliberations.repository.js';
import type { Proposal } from '../../proposal.entity.js';
import type { TagView } from '../../web/words.js';

/** What the committee's list tells about readers and votes; nothing where the reader may not see it. */
export function deliberationMarks(
  { status, secondLookAt }: Proposal,
  deliberation: Deliberation | undefined,
  electorate: Electorate | undefined,
  people: ReadonlyMap<string, Staff>,
): TagView[] {
  const open = status === 'under_review' || status === 'referred';
  const again: TagView[] =
    status === 'referred' && secondLookAt !== null ? [{ tone: 'key', text: msg('deliberation.queue.secondLook') }] : [];
  if (!open || !deliberation || !electorate) return again;
  const { readings, tally } = deliberation;
  const names = readings.map(({ staffId }) => people.get(staffId)?.name ?? '').join('、');
  const isMine = status === 'under_review';
  return [
    ...again,
    ...(readings.length > 0
      ? [{ tone: 'neutral' as const, text: msg('deliberation.queue.readers', { names }) }]
      : isMine
        ? [{ tone: 'neutral' as const, text: msg('deliberation.queue.unread') }]
        : []),
    ...(tally.cast > 0
      ? [{ tone: 'info' as const, text: msg('deliberation.queue.votes', { n: tally.cast, of: votersOf(electorate) }) }]
      : []),
    ...(tally.isTie ? [{ tone: 'wait' as const, text: msg('deliberation.queue.tie') }] : []),
    ...(tally.leading ? [{ tone: 'info' as const, text: msg(`deliberation.most.${tally.leading}`) }] : []),
    ...(isMine && electorate.chairs.length === 0
      ? [{ tone: 'bad' as const, text: msg('deliberation.queue.noChair') }]
      : []),
  ];
}

function votersOf({ voters }: Electorate): number {
  return voters.length;
}
