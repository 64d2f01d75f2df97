import { SignOff } from '../handling/index.js';
import type { Actor } from '../kernel/index.js';
import type { Stage } from './stage.js';

/** Signs the version that lies on the signer's desk. */
export async function sign(stage: Stage, ref: string, part: 'head' | 'leader', actor: Actor) {
  const { reply } = await stage.get(SignOff).desk(ref, actor);
  return stage.get(SignOff).sign(ref, { part, version: reply.version }, actor);
}
