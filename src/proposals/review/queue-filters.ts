import type { Actor } from '../../kernel/index.js';
import type { SqlConditions } from '../sql-conditions.js';

/** 预审: on my list, or on nobody's. */
export const READINGS = ['mine', 'none'] as const;
/** 表决: equal votes, or mine given or missing. */
export const VOTINGS = ['tie', 'unvoted', 'voted'] as const;

/** The votes on the text as it stands. */
const CURRENT = `proposal_id = proposal.id
  and fingerprint = encode(sha256(convert_to(concat_ws(E'\\n', title, reason, measures), 'UTF8')), 'hex')`;
const TIE = `1 < (select count(*) from (
    select rank() over (order by count(*) desc) as place from review_vote where ${CURRENT} and choice <> 'abstain' group by choice
  ) as ranked where place = 1)`;

const READING: Record<string, string> = {
  mine: 'exists (select from review_reading where proposal_id = proposal.id and staff_id = ? and given_at is null)',
  none: '? is not null and not exists (select from review_reading where proposal_id = proposal.id)',
};
const VOTING: Record<string, string> = {
  tie: `${TIE} and ? is not null`,
  voted: `exists (select from review_vote where ${CURRENT} and staff_id = ?)`,
  unvoted: `not exists (select from review_vote where ${CURRENT} and staff_id = ?)`,
};

/** What the committee knows of its own work never tells anybody about a proposal of their own. */
const NOT_THE_OWN = `author_id <> ?
  and not exists (select from proposal_second where proposal_id = proposal.id and staff_id = ? and status = 'seconded')
  and not exists (select from proposal_joint where proposal_id = proposal.id and staff_id = ? and status = 'joined')`;

export function addDeliberation(found: SqlConditions, reading: string, voting: string, actor: Actor): void {
  const clauses = [READING[reading], VOTING[voting]].filter((clause) => clause !== undefined);
  for (const clause of clauses) found.add(clause.replaceAll('?', '?::uuid'), actor.staffId);
  if (clauses.length > 0)
    found.addPlain(`status = 'under_review'`).add(NOT_THE_OWN.replaceAll('?', '?::uuid'), actor.staffId);
}
