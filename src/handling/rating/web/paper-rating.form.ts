import { Choice, Prose, Reference } from '../../../web/index.js';
import { SATISFACTIONS } from '../rating-arithmetic.js';

export class PaperRatingForm {
  @Reference({ label: 'paper.rating.party', required: true }) party = '';
  @Choice({ label: 'replies.rating.attitude', of: SATISFACTIONS, required: true }) attitude = '';
  @Choice({ label: 'replies.rating.result', of: SATISFACTIONS, required: true }) result = '';
  @Prose({ label: 'replies.rating.reason', max: 1000 }) reason = '';
}
