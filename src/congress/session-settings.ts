/** What differs from school to school, per session (domain.md §3). Durations are in working days. */
export interface SessionSettings {
  readonly secondersRequired: number;
  readonly collectiveQuorum: 'two_thirds' | 'more_than_half';
  readonly delegationCheck: boolean;
  readonly betweenSessionFiling: boolean;
  readonly leadDays: number;
  readonly assistingDays: number;
  readonly suggestionDays: number;
  readonly signForDays: number;
  readonly returnDays: number;
  readonly supervisionDays: number;
  readonly ratingDays: number;
  readonly secondRoundDays: number;
  readonly declineExplanationDays: number;
  readonly secondLookDays: number;
  readonly completionDays: number;
  readonly inquiryDays: number;
  readonly rounds: number;
  readonly ratingRule: 'any' | 'majority' | 'lead';
  readonly leaderSignature: boolean;
  readonly minimumSample: number;
  /** How many proposals a delegation nominates for an award. */
  readonly awardNominations: number;
  /** What the parts of a unit's score weigh; they need not add up to 100. */
  readonly awardSignFor: number;
  readonly awardOnTime: number;
  readonly awardContact: number;
  readonly awardOutcome: number;
  readonly awardSatisfaction: number;
  readonly awardFollowUp: number;
}

export const DEFAULT_SETTINGS: SessionSettings = {
  secondersRequired: 2,
  collectiveQuorum: 'two_thirds',
  delegationCheck: false,
  betweenSessionFiling: false,
  leadDays: 30,
  assistingDays: 15,
  suggestionDays: 20,
  signForDays: 3,
  returnDays: 5,
  supervisionDays: 5,
  ratingDays: 10,
  secondRoundDays: 15,
  declineExplanationDays: 10,
  secondLookDays: 10,
  completionDays: 5,
  inquiryDays: 5,
  rounds: 2,
  ratingRule: 'any',
  leaderSignature: true,
  minimumSample: 5,
  awardNominations: 3,
  awardSignFor: 10,
  awardOnTime: 25,
  awardContact: 15,
  awardOutcome: 15,
  awardSatisfaction: 25,
  awardFollowUp: 10,
};
