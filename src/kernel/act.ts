import type { Actor } from './actor.js';

/** One doing: who, in which role, when. Every step of a record is given one. */
export interface Act {
  readonly by: Actor;
  readonly role: string;
  readonly at: Date;
}
