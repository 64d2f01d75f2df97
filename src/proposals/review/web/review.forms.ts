import { Choice, DateField, Many, Prose, Reference, WholeNumber } from '../../../web/index.js';
import { OUTCOMES, VOTE_CHOICES } from '../tally.js';
import { DeclineCode, ReadText } from '../../deciding/web/deciding-fields.js';

export class ReturnForm {
  @Prose({ label: 'review.fields.returnNote', max: 1000, required: true })
  note = '';
}

export class RecommendationForm {
  @Choice({ label: 'deliberation.fields.recommendation', of: OUTCOMES, required: true })
  recommendation = '';

  @DeclineCode()
  declineCode = '';

  @Prose({ label: 'deliberation.fields.note', max: 1000 })
  note = '';

  @ReadText()
  text = '';
}

export class VoteForm {
  @Choice({ label: 'deliberation.fields.vote', of: VOTE_CHOICES, required: true })
  vote = '';

  @ReadText()
  text = '';
}

export class ReadersForm {
  @Many({ label: 'deliberation.fields.proposals', required: true, max: 200 })
  ref: string[] = [];

  @Many({ label: 'deliberation.fields.readers', required: true, max: 50 })
  reader: string[] = [];
}

export class ReleaseForm {
  @Reference({ label: 'deliberation.fields.readers', required: true })
  staffId = '';
}

export class ReasonForm {
  @Prose({ label: 'deliberation.fields.reason', max: 1000, required: true })
  reason = '';
}

export class InquiryForm {
  @Many({ label: 'inquiries.fields.unit', required: true, max: 20 })
  unit: string[] = [];

  @Prose({ label: 'inquiries.fields.question', max: 1000, required: true })
  question = '';

  @WholeNumber({ label: 'inquiries.fields.days', from: 1, to: 60, required: true })
  days = '';
}

export class AnswerForm {
  @Prose({ label: 'inquiries.fields.answer', max: 3000, required: true })
  answer = '';
}

export class CompletionForm {
  @Choice({ label: 'completion.fields.way', of: ['extend', 'go_on', 'decline'], required: true })
  way = '';

  @DateField({ label: 'completion.fields.until' })
  until = '';

  @DeclineCode()
  declineCode = '';

  @Prose({ label: 'completion.fields.note', max: 1000 })
  note = '';
}
