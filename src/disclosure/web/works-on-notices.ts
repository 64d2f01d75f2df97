import type { Actor } from '../../kernel/index.js';

const ROLES = ['publisher', 'unit_head', 'secrecy_reviewer', 'disclosure_office', 'supervisor'];

/** Whether the actor writes, approves or inspects notices of any unit. */
export function worksOnNotices(actor: Actor): boolean {
  return ROLES.some((role) => actor.is(role));
}
