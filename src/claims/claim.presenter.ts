import { type Actor, type Message, msg } from '../kernel/index.js';
import type { Claim } from './claims.service.js';

export interface ClaimView {
  readonly text: Message | null;
  readonly name: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly isMine: boolean;
  readonly buttons: readonly object[];
}

/** For `components/claim`. The address takes POSTs: itself to check out, `/takeover`, `/release`; null where this reader may only look. */
export function presentClaim(claim: Claim | null, actor: Actor, address: string | null): ClaimView | null {
  if (!claim && !address) return null;
  const isMine = claim?.staffId === actor.staffId;
  const button = (path: string, text: string) =>
    address ? [{ action: `${address}${path}`, text: msg(`claims.${text}`), tone: 'secondary' }] : [];
  return {
    text: claim && msg(isMine ? 'claims.mine' : 'claims.held', { name: claim.name }),
    name: claim?.name ?? '',
    since: claim?.since.toISOString() ?? null,
    until: claim?.until.toISOString() ?? null,
    isMine,
    buttons: !claim ? button('', 'take') : isMine ? button('/release', 'release') : button('/takeover', 'takeOver'),
  };
}
