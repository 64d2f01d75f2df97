import { type Message, msg } from '../kernel/index.js';
import type { NoticeText } from './notice-text.js';

type Condition = readonly [name: string, isMet: (notice: NoticeText) => boolean];

const CONDITIONS: readonly Condition[] = [
  ['title', ({ title }) => title !== ''],
  ['body', ({ body }) => body !== ''],
  ['audienceReason', ({ audienceKind, audienceReason }) => audienceKind === 'public' || audienceReason !== ''],
  ['audienceUnits', ({ audienceKind, audienceUnitIds }) => audienceKind !== 'units' || audienceUnitIds.length > 0],
  ['attribute', ({ audienceKind, attribute }) => audienceKind !== 'public' || attribute === 'own'],
  ['validity', ({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil],
];

/** What a notice lacks before it may be sent or published. */
export function missingIn(notice: NoticeText): Message[] {
  return CONDITIONS.filter(([, isMet]) => !isMet(notice)).map(([name]) => msg(`disclosure.missing.${name}`));
}
