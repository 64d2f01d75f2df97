import { Injectable } from '@nestjs/common';
import { type CongressSession, Congresses } from '../../congress/index.js';
import { CaseLookup, CATEGORIES } from '../../handling/index.js';
import { type Actor, pageRequest } from '../../kernel/index.js';
import { Directory } from '../../organization/index.js';
import { Authors } from '../authors.js';
import { type ListFilter, ProposalLists, STATUS_GROUPS } from '../proposal-lists.js';
import { ProposalPolicy } from '../proposal.policy.js';
import { presentList } from './list.presenter.js';
import { queryChoice, queryText } from './query.js';

export const OUTCOMES = ['A', 'B', 'C', 'D'] as const;

/** The list of a session, as this reader may see it. */
@Injectable()
export class ListPages {
  constructor(
    private readonly lists: ProposalLists,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly cases: CaseLookup,
    private readonly authors: Authors,
  ) {}

  async list(query: Record<string, unknown>, actor: Actor): Promise<object> {
    const sessions = await this.congresses.sessions();
    const session = chosenSession(sessions, queryText(query.session));
    const units = (await this.directory.activeUnits()).filter(({ kind }) => kind === 'office' || kind === 'faculty');
    const filter: ListFilter = {
      sessionId: session?.id ?? null,
      category: queryChoice(query.category, CATEGORIES),
      group: queryChoice(query.status, STATUS_GROUPS),
      unitId: units.find(({ code }) => code === queryText(query.unit))?.id ?? '',
      outcome: queryChoice(query.outcome, OUTCOMES),
      text: queryText(query.q),
    };
    const page = await this.lists.submitted(filter, actor, pageRequest(query.page));
    const [authors, handled] = await Promise.all([
      this.authors.of(page.items),
      this.cases.byOrigins(page.items.map(({ id }) => id)),
    ]);
    const unit = units.find(({ id }) => id === filter.unitId)?.code ?? '';
    const chosen = { category: filter.category, status: filter.group, unit, outcome: filter.outcome, q: filter.text };
    return presentList({
      page,
      authors,
      handled,
      sessions,
      session,
      units,
      chosen,
      mayWrite: actor.is('proposes'),
      policy: new ProposalPolicy(actor),
    });
  }
}

/** The session asked for; else the open one, else the newest. */
function chosenSession(sessions: readonly CongressSession[], code: string): CongressSession | null {
  return (
    sessions.find((session) => session.code === code) ??
    sessions.find(({ status }) => status === 'open') ??
    sessions[0] ??
    null
  );
}
