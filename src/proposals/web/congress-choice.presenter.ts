import { sessionName } from '../../congress/index.js';
import { msg } from '../../kernel/index.js';
import type { ProposalKind } from '../proposal-kind.js';
import { windowText } from '../signing/web/filing-words.js';
import type { Desk } from '../writing/writing.service.js';

/** Where a delegate of several congresses can file, the school's own first. */
export function presentCongressChoice(desks: readonly Desk[], kind: ProposalKind, now: Date) {
  return {
    pageTitle: msg('passing.choose.title'),
    congresses: desks.map(({ session }) => ({
      name: session.term.congress.name,
      session: sessionName(session),
      window: windowText({ session, now }),
      href: `/proposals/new?kind=${kind}&session=${session.id}`,
    })),
  };
}
