import { Prose, Reference } from '../../../web/index.js';

export class OpinionForm {
  @Reference({ label: 'handling.opinion.unit', required: true }) assignment = '';
  @Prose({ label: 'handling.opinion.text', max: 2000, required: true }) opinion = '';
}

export class OverrideForm {
  @Reference({ label: 'handling.opinion.unit', required: true }) assignment = '';
  @Prose({ label: 'handling.opinion.reason', max: 500, required: true }) reason = '';
}
