import { Workflow } from '../kernel/index.js';

export const CASE_STATUSES = [
  'open',
  'assigned',
  'in_handling',
  'return_pending',
  'in_sign_off',
  'replied',
  'rated',
  'follow_up',
  'concluded',
  'withdrawn',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Every step of a case (domain.md §3.2), the side roads included. */
const STEPS = {
  add_origin: { from: ['open'], to: 'stay' },
  remove_origin: { from: ['open', 'assigned', 'in_handling', 'return_pending', 'in_sign_off'], to: 'stay' },
  absorb: { from: ['open'], to: 'withdrawn' },
  assign: { from: ['open'], to: 'assigned' },
  sign_for: { from: ['assigned'], to: 'in_handling' },
  sign_for_assisting: { from: ['assigned', 'in_handling'], to: 'stay' },
  ask_return: { from: ['assigned', 'in_handling'], to: 'return_pending' },
  refuse_return: { from: ['return_pending'], to: 'in_handling' },
  grant_return: { from: ['return_pending'], to: 'assigned' },
  ask_return_assisting: { from: ['assigned', 'in_handling'], to: 'stay' },
  refuse_return_assisting: { from: ['assigned', 'in_handling'], to: 'stay' },
  grant_return_assisting: { from: ['assigned', 'in_handling'], to: 'stay' },
  reassign: { from: ['assigned', 'in_handling'], to: 'assigned' },
  add_unit: { from: ['assigned', 'in_handling'], to: 'stay' },
  log_contact: { from: ['in_handling'], to: 'stay' },
  give_opinion: { from: ['assigned', 'in_handling'], to: 'stay' },
  override_opinion: { from: ['in_handling'], to: 'stay' },
  ask_extension: { from: ['assigned', 'in_handling'], to: 'stay' },
  grant_extension: { from: ['assigned', 'in_handling'], to: 'stay' },
  refuse_extension: { from: ['assigned', 'in_handling'], to: 'stay' },
  submit_reply: { from: ['in_handling'], to: 'in_sign_off' },
  sign_reply: { from: ['in_sign_off'], to: 'stay' },
  recall_reply: { from: ['in_sign_off'], to: 'in_handling' },
  return_reply: { from: ['in_sign_off'], to: 'in_handling' },
  issue_reply: { from: ['in_sign_off'], to: 'replied' },
  rate: { from: ['replied'], to: 'stay' },
  rate_on_paper: { from: ['replied'], to: 'stay' },
  conclude: { from: ['replied'], to: 'concluded' },
  start_follow_up: { from: ['replied', 'rated'], to: 'follow_up' },
  find_dissatisfied: { from: ['replied'], to: 'rated' },
  order_second_handling: { from: ['rated'], to: 'in_handling' },
  conclude_with_explanation: { from: ['rated'], to: 'concluded' },
  report_progress: { from: ['follow_up'], to: 'stay' },
  slip_promise: { from: ['follow_up'], to: 'stay' },
  confirm_implemented: { from: ['follow_up'], to: 'concluded' },
  reclassify: { from: ['follow_up'], to: 'concluded' },
  supervise: { from: ['assigned', 'in_handling', 'in_sign_off', 'follow_up'], to: 'stay' },
  mark_key: { from: ['open', 'assigned', 'in_handling', 'in_sign_off', 'replied', 'follow_up'], to: 'stay' },
  amend_reply: { from: ['replied', 'rated', 'follow_up', 'concluded'], to: 'stay' },
  publish: { from: ['replied', 'rated', 'follow_up', 'concluded'], to: 'stay' },
  carry: {
    from: ['open', 'assigned', 'in_handling', 'return_pending', 'in_sign_off', 'replied', 'rated', 'follow_up'],
    to: 'stay',
  },
  ask_withdrawal: { from: ['assigned', 'in_handling', 'return_pending', 'in_sign_off'], to: 'stay' },
  refuse_withdrawal: { from: ['assigned', 'in_handling', 'return_pending', 'in_sign_off'], to: 'stay' },
  withdraw: { from: ['open', 'assigned', 'in_handling', 'return_pending', 'in_sign_off'], to: 'withdrawn' },
} as const;

export type CaseAction = keyof typeof STEPS;

export const caseWorkflow = new Workflow<CaseStatus, CaseAction>('case', CASE_STATUSES, STEPS);
