import { Choice } from '../../web/index.js';
import { PACES } from '../preferences.js';
import type { Topic } from '../rules/telling.js';

const Pace = (topic: Topic) => Choice({ label: `notifications.topics.${topic}`, of: PACES, required: true });

/** For every topic, how its messages come by mail. */
export class PreferencesForm implements Record<Topic, string> {
  @Pace('seconding') seconding = '';
  @Pace('seconded') seconded = '';
  @Pace('committee') committee = '';
  @Pace('unit') unit = '';
  @Pace('follow_up') follow_up = '';
  @Pace('publication') publication = '';
}
