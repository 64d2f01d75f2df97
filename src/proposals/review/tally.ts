export const OUTCOMES = ['file', 'merge', 'convert', 'decline'] as const;
export type ReviewOutcome = (typeof OUTCOMES)[number];
/** What a decider may do beside what members vote on: take it apart. */
export type Decided = ReviewOutcome | 'split';
export const VOTE_CHOICES = [...OUTCOMES, 'abstain'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

export interface Tally {
  readonly counts: Readonly<Record<VoteChoice, number>>;
  /** Votes given, abstentions included. */
  readonly cast: number;
  /** What more members voted for than for anything else; null without votes and on a tie. */
  readonly leading: ReviewOutcome | null;
  readonly isTie: boolean;
}

/** Counts the votes. Abstentions are shown and decide nothing. */
export function tallyOf(choices: readonly VoteChoice[]): Tally {
  const count = (wanted: VoteChoice) => choices.filter((choice) => choice === wanted).length;
  const counts = Object.fromEntries(VOTE_CHOICES.map((choice) => [choice, count(choice)])) as Tally['counts'];
  const most = Math.max(...OUTCOMES.map((outcome) => counts[outcome]));
  const ahead = most === 0 ? [] : OUTCOMES.filter((outcome) => counts[outcome] === most);
  return { counts, cast: choices.length, leading: ahead.length === 1 ? ahead[0]! : null, isTie: ahead.length > 1 };
}

/**
 * Why a decision has to say more than its outcome: it goes against the votes, or the chair alone breaks a tie.
 * Filing the one into which others are merged is what a vote for merging means; a split does what was voted for when each of its `parts` does.
 */
export function reasonNeeded(
  tally: Tally,
  outcome: Decided,
  byPresidium: boolean,
  parts: readonly ReviewOutcome[] = [],
): 'majority' | 'tie' | null {
  const { leading } = tally;
  if (leading === 'merge' && outcome === 'file') return null;
  const follows = outcome === 'split' ? parts.every((part) => part === leading) : outcome === leading;
  if (leading !== null && !follows) return 'majority';
  return tally.isTie && !byPresidium ? 'tie' : null;
}

export function isOutcome(action: string): action is ReviewOutcome {
  return (OUTCOMES as readonly string[]).includes(action);
}
