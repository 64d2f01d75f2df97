import type { Story } from '../story-teller.js';
import { AFTER_THE_REPLY } from './after-the-reply.js';
import { DESK } from './desk.js';
import { DUTIES } from './duties.js';
import { FILING } from './filing.js';
import { HANDLING } from './handling.js';
import type { Moment, Scene } from './interlude.js';
import { KEY_CASES } from './key-cases.js';
import { REPLIES } from './replies.js';
import { REVIEW } from './review.js';
import { SUPERVISION } from './supervision.js';
import { WITHDRAWING } from './withdrawing.js';

const ALL = [FILING, REVIEW, DESK, HANDLING, DUTIES, KEY_CASES, WITHDRAWING, REPLIES, SUPERVISION, AFTER_THE_REPLY];

/** Every side road of the demo, at its moment on the road of one proposal. */
export async function* interludes(moment: Moment, scene: Scene): Story {
  for (const one of ALL) yield* one[scene.content.key]?.[moment]?.(scene) ?? nothing();
}

async function* nothing(): Story {}
