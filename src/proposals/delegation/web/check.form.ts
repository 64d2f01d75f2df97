import { Choice, Prose } from '../../../web/index.js';

export class CheckForm {
  @Choice({ label: 'filing.check.question', of: ['pass', 'return'], required: true })
  answer = '';

  @Prose({ label: 'filing.check.note', max: 500 })
  note = '';
}
