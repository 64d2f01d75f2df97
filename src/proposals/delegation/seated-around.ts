import type { Transaction } from '../../kernel/index.js';
import type { Proposal } from '../proposal.entity.js';

const SEATED = `
  select proposal.id, delegate.staff_id as "staffId"
  from proposal join congress_session session on session.id = proposal.session_id
  join delegate on delegate.term_id = session.term_id and delegate.kind = 'delegate'
  join staff on staff.id = delegate.staff_id and staff.active
  where proposal.id = any($1) and delegate.staff_id = any($2)
    and delegate.valid_from <= $3 and (delegate.valid_until is null or delegate.valid_until >= $3)
    and (proposal.kind <> 'collective' or delegate.delegation_id = proposal.delegation_id)`;

/** Notes on each proposal who around it sits in its congress on this day; around a collective one, who sits in its delegation. */
export async function noteSeated(proposals: readonly Proposal[], today: string, tx: Transaction): Promise<void> {
  const people = proposals.flatMap(({ authorId, spokenBy, seconds, joints }) => [
    authorId,
    spokenBy,
    ...[...seconds, ...joints].map(({ staffId }) => staffId),
  ]);
  const ids = proposals.map(({ id }) => id);
  const rows = (await tx.query(SEATED, [ids, [...new Set(people)], today])) as { id: string; staffId: string }[];
  for (const proposal of proposals)
    proposal.seated = new Set(rows.filter(({ id }) => id === proposal.id).map(({ staffId }) => staffId));
}
