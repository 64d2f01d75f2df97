import { type Message, msg } from '../../../kernel/index.js';
import type { Staff } from '../../../organization/index.js';
import type { Deliberation, Electorate } from '../deliberations.repository.js';
import type { ProposalAction } from '../../proposal-workflow.js';
import type { Proposal } from '../../proposal.entity.js';
import type { ReviewDeviation } from '../review-deviation.entity.js';
import type { ReviewReading } from '../review-reading.entity.js';
import { type ReviewOutcome, VOTE_CHOICES } from '../tally.js';
import { type TagView, type Tone } from '../../web/words.js';

export interface DeliberationFacts {
  readonly deliberation: Deliberation;
  readonly electorate: Electorate;
  readonly deviations: readonly ReviewDeviation[];
  readonly people: ReadonlyMap<string, Staff>;
  /** The wording of the coded reasons, in the reader's language. */
  readonly reasons: ReadonlyMap<string, string>;
}

const TONE: Record<ReviewOutcome, Tone> = { file: 'good', merge: 'info', convert: 'info', decline: 'bad' };

/** What the committee says among itself: readings, votes, reasons. */
export function presentDeliberation(
  proposal: Proposal,
  offered: readonly ProposalAction[],
  facts: DeliberationFacts,
): object {
  const { readings, outdated } = facts.deliberation;
  return {
    isReferred: proposal.status === 'referred',
    secondLook: proposal.status === 'referred' ? proposal.secondLookReason : null,
    readings: readings.map((reading) => presentReading(proposal, reading, offered, facts)),
    tally: presentTally(facts),
    outdated: outdated.length > 0 ? msg('deliberation.outdated', { n: outdated.length }) : null,
    deviations: facts.deviations.map(({ staffId, outcome, reason }) => ({
      title: msg('deliberation.deviation', {
        name: nameOf(facts, staffId),
        outcome: `@deliberation.choice.${outcome}`,
      }),
      reason,
    })),
    warning: warningOf(proposal, facts),
    links: linksOf(proposal, offered),
  };
}

function presentReading(
  proposal: Proposal,
  { staffId, outcome, note, declineCode, fingerprint }: ReviewReading,
  offered: readonly ProposalAction[],
  facts: DeliberationFacts,
): object {
  const isOld = fingerprint !== null && fingerprint !== proposal.fingerprint();
  const tag: TagView = outcome
    ? { tone: TONE[outcome], text: msg(`deliberation.recommends.${outcome}`) }
    : { tone: 'wait', text: msg('deliberation.notRead') };
  return {
    name: nameOf(facts, staffId),
    tag,
    old: isOld ? { tone: 'neutral', text: msg('deliberation.onEarlierText') } : null,
    reason: declineCode && (facts.reasons.get(declineCode) ?? null),
    note,
    release:
      outcome === null && offered.includes('release_reader')
        ? {
            action: `/review/${proposal.ref}/readers/removal`,
            text: msg('deliberation.actions.release'),
            tone: 'text',
            hidden: [{ name: 'staffId', value: staffId }],
          }
        : null,
  };
}

function presentTally(facts: DeliberationFacts): object {
  const { tally, votes } = facts.deliberation;
  const voters = facts.electorate.voters.length;
  const names = (wanted: string) =>
    votes.filter(({ choice }) => choice === wanted).map(({ staffId }) => nameOf(facts, staffId));
  return {
    summary: msg('deliberation.cast', { n: tally.cast, of: Math.max(voters, tally.cast) }),
    rows: VOTE_CHOICES.filter((choice) => tally.counts[choice] > 0).map((choice) => ({
      term: msg(`deliberation.choice.${choice}`),
      text: msg('deliberation.votes', { n: tally.counts[choice], names: names(choice).join('、') }),
    })),
    result: resultOf(facts),
  };
}

function resultOf({ deliberation: { tally } }: DeliberationFacts): TagView | null {
  if (tally.isTie) return { tone: 'wait', text: msg('deliberation.tie') };
  return tally.leading && { tone: TONE[tally.leading], text: msg(`deliberation.most.${tally.leading}`) };
}

/** Why the chair cannot or need not decide alone. */
function warningOf({ status }: Proposal, { electorate, deliberation }: DeliberationFacts): Message | null {
  if (status !== 'under_review') return null;
  if (electorate.chairs.length === 0) return msg('deliberation.noChair');
  return deliberation.tally.isTie ? msg('deliberation.tieHint') : null;
}

function linksOf({ ref }: Proposal, offered: readonly ProposalAction[]): object[] {
  const link = (action: ProposalAction, page: string, text: string, tone: string) =>
    offered.includes(action) ? [{ href: `/review/${ref}/${page}`, text: msg(text), tone }] : [];
  return [
    ...link('vote', 'opinion', 'deliberation.actions.opinion', 'secondary'),
    ...(offered.includes('assign_readers')
      ? [{ href: `/review/readers?ref=${ref}`, text: msg('deliberation.actions.assign'), tone: 'secondary' }]
      : []),
    ...link('refer', 'referral', 'deliberation.actions.refer', 'text'),
  ];
}

function nameOf({ people }: DeliberationFacts, staffId: string): string {
  return people.get(staffId)?.name ?? '';
}
