import { type Steps, Workflow } from '../kernel/index.js';

export const AWARD_STATUSES = ['nominating', 'decided'] as const;
export type AwardStatus = (typeof AWARD_STATUSES)[number];

const STEPS = {
  schedule: { from: ['nominating'], to: 'stay' },
  nominate: { from: ['nominating'], to: 'stay' },
  withdraw_nomination: { from: ['nominating'], to: 'stay' },
  score: { from: ['nominating'], to: 'stay' },
  decide: { from: ['nominating'], to: 'decided' },
  announce: { from: ['decided'], to: 'stay' },
} as const satisfies Steps<AwardStatus>;

export type AwardAction = keyof typeof STEPS;

/** 评优 of a session: delegations nominate and members score until the chair decides, once. */
export const awardWorkflow = new Workflow<AwardStatus, AwardAction>('award', AWARD_STATUSES, STEPS);
