import { sessionName } from '../../congress/index.js';
import { msg } from '../../kernel/index.js';
import type { ProposalKind } from '../proposal-kind.js';
import type { Desk } from '../writing.service.js';

/** Where a delegate of several congresses can file, the school's own first. */
export function presentCongressChoice(desks: readonly Desk[], kind: ProposalKind) {
  return {
    pageTitle: msg('passing.choose.title'),
    congresses: desks.map(({ session, isOpen }) => ({
      name: session.term.congress.name,
      session: sessionName(session),
      window: msg(isOpen ? 'passing.choose.open' : 'passing.choose.closed'),
      href: `/proposals/new?kind=${kind}&session=${session.id}`,
    })),
  };
}
