import type { Story } from '../story-teller.js';
import { AFTER_THE_REPLY } from './after-the-reply.js';
import { FILING } from './filing.js';
import { HANDLING } from './handling.js';
import type { Moment, Scene } from './interlude.js';
import { REPLIES } from './replies.js';
import { REVIEW } from './review.js';

const ALL = [FILING, REVIEW, HANDLING, REPLIES, AFTER_THE_REPLY];

/** Every side road of the demo, at its moment on the road of one proposal. */
export async function* interludes(moment: Moment, scene: Scene): Story {
  for (const one of ALL) yield* one[scene.content.key]?.[moment]?.(scene) ?? nothing();
}

async function* nothing(): Story {}
