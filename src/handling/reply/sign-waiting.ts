import type { Actor } from '../../kernel/index.js';

/** A reply is on its way while the duty says so; an amendment once the case is replied. */
export const IS_AT_SIGNATURES = `
  (reply.amends_id is null and duty.status = 'in_sign_off' and record.status in ('in_handling', 'in_sign_off')
   or reply.amends_id is not null and duty.status <> 'void' and record.status in ('replied', 'rated', 'referred', 'follow_up', 'concluded'))`;

/** Whose signature a reply waits for; the parameters of `waitingParameters` begin at $1. A deputy is not asked to sign an own draft. */
export const WAITS_FOR_MINE = `
  (reply.status = 'at_head' and (duty.unit_id = any($2) or duty.unit_id = any($4) and reply.drafted_by <> $1)
   or reply.status = 'at_leader' and (duty.unit_id = any($3) or record.leader_id = $1
                                      or (duty.unit_id = any($5) or record.leader_id = any($6)) and reply.drafted_by <> $1))
  and not exists (select from reply_signature signed
                  where signed.reply_id = reply.id and signed.version = reply.version and signed.staff_id = $1)`;

/** $1 the person, then units as head, as leader, as deputy of a head, as deputy of a leader, and the leaders they sign for. */
export function waitingParameters(actor: Actor): unknown[] {
  const scopes = ['unit_head', 'leader', 'deputy_head', 'deputy_leader', 'deputy_of'];
  return [actor.staffId, ...scopes.map((role) => actor.scopesOf(role))];
}
