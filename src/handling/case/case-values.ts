export const OUTCOME_CLASSES = ['A', 'B', 'C', 'D'] as const;
export type OutcomeClass = (typeof OUTCOME_CLASSES)[number];
export const FINAL_RATINGS = ['satisfied', 'mostly', 'dissatisfied', 'no_answer'] as const;
/** Who decides after the last round. */
export const REFEREES = ['presidium', 'leader'] as const;
export type Referee = (typeof REFEREES)[number];
export type FinalRating = (typeof FINAL_RATINGS)[number];
