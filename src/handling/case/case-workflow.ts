import { Workflow } from '../../kernel/index.js';

export const CASE_STATUSES = [
  'open',
  'assigned',
  'in_handling',
  'return_pending',
  'in_sign_off',
  'replied',
  'rated',
  'referred',
  'follow_up',
  'concluded',
  'withdrawn',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** From the assignment until the reply is issued. */
const UNANSWERED = ['assigned', 'in_handling', 'return_pending', 'in_sign_off'] as const;
/** From the assignment to the end. */
const ON_THE_WAY = [...UNANSWERED, 'replied', 'rated', 'referred', 'follow_up'] as const;
/** Since the reply was issued, after the end too. */
const ANSWERED = ['replied', 'rated', 'referred', 'follow_up', 'concluded'] as const;
/** Talk between the offices goes on after the end, too. */
const ONCE_ASSIGNED = [...ON_THE_WAY, 'concluded'] as const;

/** Every step of a case (domain.md §3.2), the side roads included. */
const STEPS = {
  add_origin: { from: ['open'], to: 'stay' },
  remove_origin: { from: ['open', ...UNANSWERED], to: 'stay' },
  absorb: { from: ['open'], to: 'withdrawn' },
  pass_up: { from: ['open', 'return_pending'], to: 'withdrawn' },
  assign: { from: ['open'], to: 'assigned' },
  sign_for: { from: ['assigned'], to: 'in_handling' },
  sign_for_assisting: { from: ['assigned', 'in_handling'], to: 'stay' },
  sign_for_part: { from: ['in_handling'], to: 'stay' },
  ask_return: { from: ['assigned', 'in_handling'], to: 'return_pending' },
  refuse_return: { from: ['return_pending'], to: 'in_handling' },
  grant_return: { from: ['return_pending'], to: 'assigned' },
  ask_return_assisting: { from: ['assigned', 'in_handling'], to: 'stay' },
  refuse_return_assisting: { from: ['assigned', 'in_handling'], to: 'stay' },
  grant_return_assisting: { from: ['assigned', 'in_handling'], to: 'stay' },
  ask_return_part: { from: ['assigned', 'in_handling'], to: 'stay' },
  refuse_return_part: { from: ['assigned', 'in_handling'], to: 'stay' },
  grant_return_part: { from: ['assigned', 'in_handling'], to: 'stay' },
  reassign: { from: ['assigned', 'in_handling'], to: 'assigned' },
  reassign_assisting: { from: ['assigned', 'in_handling'], to: 'stay' },
  reassign_part: { from: ['assigned', 'in_handling'], to: 'stay' },
  ask_unit: { from: ['assigned', 'in_handling'], to: 'stay' },
  refuse_unit: { from: ['assigned', 'in_handling'], to: 'stay' },
  add_unit: { from: ['assigned', 'in_handling'], to: 'stay' },
  log_contact: { from: ['in_handling'], to: 'stay' },
  give_opinion: { from: ['assigned', 'in_handling', 'in_sign_off'], to: 'stay' },
  override_opinion: { from: ['in_handling'], to: 'stay' },
  ask_extension: { from: ['assigned', 'in_handling'], to: 'stay' },
  grant_extension: { from: ['assigned', 'in_handling'], to: 'stay' },
  refuse_extension: { from: ['assigned', 'in_handling'], to: 'stay' },
  take_desk_over: { from: ['in_handling', ...ANSWERED], to: 'stay' },
  submit_reply: { from: ['in_handling'], to: 'in_sign_off' },
  sign_reply: { from: ['in_sign_off'], to: 'stay' },
  recall_reply: { from: ['in_sign_off'], to: 'in_handling' },
  return_reply: { from: ['in_sign_off'], to: 'in_handling' },
  issue_reply: { from: ['in_sign_off'], to: 'replied' },
  submit_part: { from: ['in_handling'], to: 'stay' },
  sign_part: { from: ['in_handling'], to: 'stay' },
  recall_part: { from: ['in_handling'], to: 'stay' },
  return_part: { from: ['in_handling'], to: 'stay' },
  issue_part: { from: ['in_handling'], to: 'stay' },
  complete_parts: { from: ['in_handling'], to: 'replied' },
  rate: { from: ['replied'], to: 'stay' },
  rate_on_paper: { from: ['replied'], to: 'stay' },
  conclude: { from: ['replied'], to: 'concluded' },
  refer_to_presidium: { from: ['rated'], to: 'referred' },
  refer_to_leader: { from: ['rated'], to: 'referred' },
  start_follow_up: { from: ['replied', 'rated', 'referred'], to: 'follow_up' },
  find_dissatisfied: { from: ['replied'], to: 'rated' },
  order_second_handling: { from: ['rated'], to: 'in_handling' },
  order_final_handling: { from: ['referred'], to: 'in_handling' },
  conclude_with_explanation: { from: ['rated', 'referred'], to: 'concluded' },
  report_progress: { from: ['follow_up'], to: 'stay' },
  slip_promise: { from: ['follow_up'], to: 'stay' },
  confirm_implemented: { from: ['follow_up'], to: 'concluded' },
  reclassify: { from: ['follow_up'], to: 'concluded' },
  supervise: { from: ['assigned', 'in_handling', 'in_sign_off', 'follow_up'], to: 'stay' },
  answer_supervision: { from: ONCE_ASSIGNED, to: 'stay' },
  accept_answer: { from: ONCE_ASSIGNED, to: 'stay' },
  refuse_answer: { from: ONCE_ASSIGNED, to: 'stay' },
  mark_key: { from: ['open', 'assigned', 'in_handling', 'in_sign_off', 'replied', 'follow_up'], to: 'stay' },
  submit_amendment: { from: ANSWERED, to: 'stay' },
  recall_amendment: { from: ANSWERED, to: 'stay' },
  sign_amendment: { from: ANSWERED, to: 'stay' },
  return_amendment: { from: ANSWERED, to: 'stay' },
  unmark_key: { from: [...ON_THE_WAY, 'open'], to: 'stay' },
  plan_key: { from: ON_THE_WAY, to: 'stay' },
  reach_milestone: { from: ON_THE_WAY, to: 'stay' },
  keep_minutes: { from: ON_THE_WAY, to: 'stay' },
  report_specially: { from: ON_THE_WAY, to: 'stay' },
  instruct: { from: ON_THE_WAY, to: 'stay' },
  amend_reply: { from: ANSWERED, to: 'stay' },
  publish: { from: ANSWERED, to: 'stay' },
  hand_over: { from: ON_THE_WAY, to: 'stay' },
  carry: { from: ['open', ...ON_THE_WAY], to: 'stay' },
  ask_withdrawal: { from: UNANSWERED, to: 'stay' },
  refuse_withdrawal: { from: UNANSWERED, to: 'stay' },
  lapse_withdrawal: { from: ['in_handling', 'replied'], to: 'stay' },
  withdraw: { from: ['open', ...UNANSWERED], to: 'withdrawn' },
  recount: { from: [...UNANSWERED, 'replied', 'follow_up'], to: 'stay' },
} as const;

export type CaseAction = keyof typeof STEPS;

export const caseWorkflow = new Workflow<CaseStatus, CaseAction>('case', CASE_STATUSES, STEPS);
