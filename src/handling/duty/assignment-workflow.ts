import { Workflow } from '../../kernel/index.js';

export const ASSIGNMENT_STATUSES = ['to_sign', 'in_handling', 'return_pending', 'in_sign_off', 'done', 'void'] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

/** One unit's duty: signed for, done, or taken back (domain.md §3.2). */
const STEPS = {
  sign_for: { from: ['to_sign'], to: 'in_handling' },
  ask_return: { from: ['to_sign', 'in_handling'], to: 'return_pending' },
  refuse_return: { from: ['return_pending'], to: 'in_handling' },
  grant_return: { from: ['return_pending'], to: 'void' },
  give_opinion: { from: ['in_handling'], to: 'done' },
  ask_extension: { from: ['to_sign', 'in_handling'], to: 'stay' },
  ask_unit: { from: ['to_sign', 'in_handling'], to: 'stay' },
  log_contact: { from: ['in_handling'], to: 'stay' },
  submit: { from: ['in_handling'], to: 'in_sign_off' },
  take_up_again: { from: ['in_sign_off'], to: 'in_handling' },
  finish: { from: ['in_sign_off'], to: 'done' },
  reopen: { from: ['done'], to: 'in_handling' },
  absorb: { from: ['to_sign', 'in_handling', 'return_pending', 'in_sign_off', 'done'], to: 'void' },
  take_back: { from: ['to_sign', 'in_handling'], to: 'void' },
} as const;

export type AssignmentAction = keyof typeof STEPS;

export const assignmentWorkflow = new Workflow<AssignmentStatus, AssignmentAction>(
  'assignment',
  ASSIGNMENT_STATUSES,
  STEPS,
);
