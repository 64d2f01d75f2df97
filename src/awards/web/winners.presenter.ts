import { msg } from '../../kernel/index.js';
import type { AwardView } from '../award-reading.js';
import type { AwardWinner } from '../award-rows.entity.js';

/** What was awarded; null before the decision. A proposal that staff may no longer read is not named. */
export function presentWinners({ round, winners, candidates }: AwardView) {
  if (!round.isDecided) return null;
  const byId = new Map((candidates ?? []).map(({ proposal }) => [proposal.id, proposal]));
  const proposals = winners
    .flatMap((winner) => {
      const proposal = winner.proposalId ? byId.get(winner.proposalId) : undefined;
      return proposal ? [{ ...lineOf(winner), title: proposal.title, ref: proposal.ref, href: proposal.href }] : [];
    })
    .toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  const units = winners
    .filter(({ unitId }) => unitId !== null)
    .toSorted((a, b) => Number(b.score) - Number(a.score))
    .map((winner) => ({ ...lineOf(winner), title: winner.unitName }));
  return { proposals, units };
}

function lineOf({ citation, score }: AwardWinner) {
  return { citation, score: score === null ? null : msg('awards.points', { points: Number(score).toFixed(1) }) };
}
