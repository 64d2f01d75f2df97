import { Many } from '../../web/index.js';

export class PreferencesForm {
  @Many({ label: 'notifications.preferences.topics' })
  topics: string[] = [];
}
