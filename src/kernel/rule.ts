import type { Actor } from './actor.js';
import { NotPermitted } from './domain-error.js';

/** In which role the actor may do this to the subject, or null. */
export type Rule<Subject> = (actor: Actor, subject: Subject) => string | null;

/** The role in which the step is done; refuses everybody else. */
export function authorize(role: string | null, action: string): string {
  if (role === null) throw new NotPermitted(action);
  return role;
}
