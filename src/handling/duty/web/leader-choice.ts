import { type Message, msg } from '../../../kernel/index.js';
import type { LeaderChoice } from '../assignment-desk.js';

/** A leader as an option of a list. */
export function leaderOffer({ id, name, title }: Pick<LeaderChoice, 'id' | 'name' | 'title'>) {
  return { value: id, text: `${name}　${title}`.trim() };
}

/** Why the case cannot be under this leader, chosen or by the unit's province; null when it can. */
export function leaderRefusal(leaderId: string | null, leaders: readonly LeaderChoice[]): Message | null {
  if (leaderId === null) return msg('handling.assignment.errors.noLeader');
  return leaders.some(({ id }) => id === leaderId) ? null : msg('handling.assignment.errors.leader');
}
