import { Injectable } from '@nestjs/common';
import { Congresses, type CongressSession } from '../../../congress/index.js';
import { type Actor, NotPermitted } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import type { Locale } from '../../../web/index.js';
import { Authors } from '../../authors.js';
import { ChainDoor } from '../../light/chain-door.js';
import type { DecisionDraft } from '../decision-draft.entity.js';
import { DecisionDrafts } from '../decision-drafts.service.js';
import { DeclineReasons } from '../decline-reasons.js';
import type { Proposal } from '../../proposal.entity.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';
import { DecisionDesk } from './decision-desk.js';
import { presentSheet, type Refused } from './decision-sheet.presenter.js';
import { queryText } from '../../web/query.js';

export interface SheetRow {
  readonly proposal: Proposal;
  readonly draft: DecisionDraft;
}

export interface Sheet {
  readonly session: CongressSession;
  readonly sessions: readonly CongressSession[];
  readonly address: string;
  readonly rows: readonly SheetRow[];
}

/** The sheet of one session. Nobody sees on it what they wrote or signed themselves. */
@Injectable()
export class DecisionSheetPages {
  constructor(
    private readonly drafts: DecisionDrafts,
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly declineReasons: DeclineReasons,
    private readonly desk: DecisionDesk,
    private readonly chain: ChainDoor,
    private readonly authors: Authors,
  ) {}

  async sheet(named: unknown, actor: Actor): Promise<Sheet> {
    if (!actor.is('committee')) throw new NotPermitted('review.decisions');
    await this.chain.committee(actor);
    const own = actor.scopesOf('committee');
    const sessions = (await this.congresses.sessions()).filter(({ term }) => own.includes(term.congressId));
    const asked = sessions.find(({ code }) => code === queryText(named));
    const session = asked ?? sessions.find(({ status }) => status === 'open') ?? sessions[0];
    if (!session) throw new NotPermitted('review.decisions');
    const drafts = await this.drafts.of(session.id);
    const proposals = await this.proposals.byIds(drafts.map(({ proposalId }) => proposalId));
    const rows = proposals.map((proposal, i) => ({ proposal, draft: drafts[i]! }));
    const policy = new ProposalPolicy(actor);
    const address = `/review/decisions?session=${session.code}`;
    return { session, sessions, address, rows: rows.filter(({ proposal }) => policy.seesDeliberation(proposal)) };
  }

  async read(named: unknown, actor: Actor, locale: Locale, refused: Refused | null = null): Promise<object> {
    const sheet = await this.sheet(named, actor);
    const { rows, session } = sheet;
    const decisions = rows.map(({ proposal, draft }) => draft.decision(proposal.ref));
    const ids = rows.map(({ draft }) => draft.preparedBy);
    const authors = await this.authors.of(rows.map(({ proposal }) => proposal));
    const [frame, people, reasons] = await Promise.all([
      this.desk.frame(session.id, decisions),
      this.directory.peopleById(ids),
      this.declineReasons.all(),
    ]);
    const wordings = new Map(reasons.map((reason) => [reason.code, reason.wording(locale)]));
    return presentSheet(sheet, { frame, people, authors, wordings, refused, actor });
  }
}
