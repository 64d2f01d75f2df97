import { Choice, DateField, Flag, Prose, Reference } from '../../../web/index.js';
import { CONTACT_WAYS } from '../contact.entity.js';

/** One talk with the proposer. */
export class ContactForm {
  @Reference({ label: 'handling.contact.title', required: true }) id = '';
  @Choice({ label: 'handling.contact.way', of: CONTACT_WAYS, required: true }) way = '';
  @DateField({ label: 'handling.contact.happenedOn', required: true }) happenedOn = '';
  @Flag() headPresent = '';
  @Prose({ label: 'handling.contact.summary', max: 2000, required: true }) summary = '';
}
