import { Choice, Line, Prose, Reference } from '../../web/index.js';

export class SecondForm {
  @Choice({ label: 'proposals.fields.answer', of: ['second', 'decline'], required: true })
  answer = '';

  @Prose({ label: 'proposals.fields.remark', max: 300 })
  remark = '';

  /** Stands for the text that was read. */
  @Line({ label: 'proposals.fields.page', max: 100 })
  mark = '';
}

export class ParticipationForm {
  @Choice({ label: 'proposals.fields.answer', of: ['join', 'leave'], required: true })
  answer = '';
}

export class InvitationForm {
  @Reference({ label: 'proposals.fields.delegate', required: true })
  staffId = '';
}

export class JointForm {
  @Line({ label: 'proposals.fields.staffNumber', max: 30, required: true })
  number = '';
}

export class WithdrawalForm {
  @Prose({ label: 'proposals.fields.withdrawReason', max: 500, required: true })
  reason = '';
}

export class ReturnForm {
  @Prose({ label: 'review.fields.returnNote', max: 1000, required: true })
  note = '';
}

export class DecisionForm {
  @Choice({ label: 'review.fields.outcome', of: ['file', 'convert', 'decline', 'merge'], required: true })
  outcome = '';

  @Line({ label: 'review.fields.declineCode', max: 50 })
  declineCode = '';

  @Prose({ label: 'review.fields.note', max: 1000 })
  note = '';

  /** Fingerprint of the text that was read. */
  @Line({ label: 'deliberation.fields.text', max: 64 })
  text = '';

  /** Why it goes against the votes; for the committee only. */
  @Prose({ label: 'deliberation.fields.deviation', max: 1000 })
  deviation = '';

  @Line({ label: 'decisions.fields.caseTitle', max: 50 })
  caseTitle = '';

  @Line({ label: 'decisions.fields.into', max: 40 })
  into = '';

  /** Decided now, or prepared for the meeting. */
  @Choice({ label: 'review.fields.outcome', of: ['draft'] })
  onward = '';
}

export const LATE_WAYS = ['suggestion', 'next_session', 'between_sessions'] as const;

export class LateForm {
  @Choice({ label: 'late.question', of: LATE_WAYS, required: true })
  way = '';
}
