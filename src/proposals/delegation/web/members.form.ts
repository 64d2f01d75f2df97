import { Many } from '../../../web/index.js';

/** Who is present; nobody is a possible answer. */
export class PresenceForm {
  @Many({ label: 'filing.members.present', max: 500 })
  present: string[] = [];
}
