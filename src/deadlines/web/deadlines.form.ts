import { Line, Prose, Reference } from '../../web/index.js';

export class RecountForm {
  @Reference({ label: 'deadlines.congress', required: true }) congress = '';
  @Line({ label: 'deadlines.preview', max: 64 }) version = '';
  @Prose({ label: 'deadlines.reason', max: 500, required: true }) reason = '';
}
