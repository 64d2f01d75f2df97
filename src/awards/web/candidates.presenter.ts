import { type Actor, msg } from '../../kernel/index.js';
import type { Candidate } from '../award-candidates.js';
import { AwardPolicy } from '../award.policy.js';
import type { AwardView } from '../award-reading.js';

/** The nominated proposals. Averages are for the committee until it is decided; one's own score is one's own. */
export function presentCandidates(
  candidates: readonly Candidate[],
  { round, session, isCommittee, isClosed }: AwardView,
  actor: Actor,
  address: string,
) {
  const { congressId } = session.term;
  const judges = new AwardPolicy(actor).permits('score', { congressId }) && !isClosed;
  const showsAverage = isCommittee || round.isDecided;
  /** Whoever has a part in a proposal learns its average with everybody else. */
  const isWithheld = ({ involves }: Candidate['proposal']) => !round.isDecided && involves(actor.staffId);
  const shown = round.isDecided ? candidates.toSorted(byAverage) : candidates; // before, the order would tell
  return {
    showsAverage,
    judges,
    rows: shown.map(({ proposal, nominations, scores, average }) => ({
      ref: proposal.ref,
      title: proposal.title,
      href: proposal.href,
      delegations: nominations.map(({ delegation }) => delegation).join('、'),
      average: showsAverage
        ? isWithheld(proposal)
          ? msg('awards.withheld')
          : averageText(average, scores.length)
        : null,
      own: judges ? ownOf(proposal.involves(actor.staffId), scoreOf(scores, actor)) : null,
      score: judges && !proposal.involves(actor.staffId) ? `${address}/candidates/${proposal.ref}` : null,
    })),
  };
}

function byAverage(a: Candidate, b: Candidate): number {
  return (b.average ?? -1) - (a.average ?? -1);
}

/** What the reader's delegation holds, and how many places it has left. */
export function presentHeld({ delegationId, candidates, session }: AwardView, address: string) {
  if (!delegationId || candidates === null) return null;
  const max = session.settings.awardNominations;
  const rows = candidates.flatMap(({ proposal, nominations }) =>
    nominations
      .filter((one) => one.delegationId === delegationId)
      .map(({ id, reason }) => ({
        title: proposal.title,
        ref: proposal.ref,
        href: proposal.href,
        reason,
        remove: {
          action: `${address}/nominations/${id}/removal`,
          text: msg('awards.withdraw', { ref: proposal.ref }),
          tone: 'text',
        },
      })),
  );
  const left = Math.max(0, max - rows.length);
  const nominate = { href: `${address}/nominations`, text: msg('awards.nominate'), tone: 'primary' };
  return { rows, left: msg('awards.left', { n: left, max }), nominate: left > 0 ? nominate : null };
}

export function averageText(average: number | null, count: number) {
  return average === null ? msg('awards.noScores') : msg('awards.average', { average: average.toFixed(1), n: count });
}

function ownOf(isInvolved: boolean, score: number | null) {
  if (isInvolved) return msg('awards.involved');
  return score === null ? msg('awards.notScored') : msg('awards.scored', { score });
}

export function scoreOf(scores: Candidate['scores'], { staffId }: Actor): number | null {
  return scores.find((one) => one.staffId === staffId)?.score ?? null;
}
