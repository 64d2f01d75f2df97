import type { SessionSettings } from '../../congress/index.js';

export const CASE_KINDS = ['proposal', 'suggestion', 'letter', 'request'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** What differs from kind to kind; everything else is the same way for all. */
export interface CaseKindRules {
  /** Stands before the number in `ref`, and between session and number on paper. */
  readonly series: string;
  readonly seriesName: string;
  /** Working days of the lead unit from the assignment to the reply. */
  deadlineDays(settings: SessionSettings): number;
  /** Who signs the reply, in this order. */
  signatures(settings: SessionSettings): readonly ('head' | 'leader')[];
  readonly contactNeeded: boolean;
  readonly ratingAsked: boolean;
  /** The signed reply is published with the case, chosen one by one, or never. */
  readonly published: 'with_the_case' | 'chosen' | 'never';
}

const headAndLeader = (settings: SessionSettings) =>
  settings.leaderSignature ? (['head', 'leader'] as const) : (['head'] as const);
const headOnly = () => ['head'] as const;

export const CASE_KIND: Record<CaseKind, CaseKindRules> = {
  proposal: {
    series: '',
    seriesName: '',
    deadlineDays: (settings) => settings.leadDays,
    signatures: headAndLeader,
    contactNeeded: true,
    ratingAsked: true,
    published: 'with_the_case',
  },
  suggestion: {
    series: 'j',
    seriesName: '建议',
    deadlineDays: (settings) => settings.suggestionDays,
    signatures: headOnly,
    contactNeeded: true,
    ratingAsked: true,
    published: 'with_the_case',
  },
  letter: {
    series: 'l',
    seriesName: '来信',
    deadlineDays: () => 5,
    signatures: headOnly,
    contactNeeded: false,
    ratingAsked: true,
    published: 'chosen',
  },
  request: {
    series: 'q',
    seriesName: '申请',
    deadlineDays: () => 15,
    signatures: headOnly,
    contactNeeded: false,
    ratingAsked: false,
    published: 'never',
  },
};
