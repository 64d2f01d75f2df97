import { Workflow } from '../../kernel/index.js';

export const SUPERVISION_STATUSES = ['issued', 'answered', 'accepted', 'refused', 'raised', 'absorbed'] as const;
export type SupervisionStatus = (typeof SUPERVISION_STATUSES)[number];

/** 督办单: answered in writing; the answer is accepted or not; without an answer the next level takes its place. */
const STEPS = {
  answer: { from: ['issued'], to: 'answered' },
  accept: { from: ['answered'], to: 'accepted' },
  refuse: { from: ['answered'], to: 'refused' },
  raise: { from: ['issued'], to: 'raised' },
  absorb: { from: ['issued', 'answered'], to: 'absorbed' },
} as const;

export type SupervisionAction = keyof typeof STEPS;

export const supervisionWorkflow = new Workflow<SupervisionStatus, SupervisionAction>(
  'supervision',
  SUPERVISION_STATUSES,
  STEPS,
);
