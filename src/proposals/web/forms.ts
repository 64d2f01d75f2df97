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

export const LATE_WAYS = ['suggestion', 'next_session', 'between_sessions'] as const;

export class LateForm {
  @Choice({ label: 'late.question', of: LATE_WAYS, required: true })
  way = '';
}
