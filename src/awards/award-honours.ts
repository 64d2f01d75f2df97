import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Congresses, type CongressSession, type Honour, type Honoured, sessionNumbers } from '../congress/index.js';
import type { Notice, NoticeLink } from '../disclosure/index.js';
import { type Actor, msg } from '../kernel/index.js';
import { FiledProposals } from '../proposals/index.js';
import { AwardWinner } from './award-rows.entity.js';

/** Where else awards are shown: on the pages of what was awarded, and beside the notice that announces them. */
@Injectable()
export class AwardHonours {
  constructor(
    private readonly db: DataSource,
    private readonly congresses: Congresses,
    private readonly proposals: FiledProposals,
  ) {}

  /** For whoever may read the page of the awards: all staff. */
  async of(kind: Honoured, id: string, reader: Actor): Promise<Honour[]> {
    if (reader.isVisitor) return [];
    const where = kind === 'proposal' ? { proposalId: id } : { unitId: id };
    const won = await this.db.manager.findBy(AwardWinner, where);
    return Promise.all(won.map(async ({ sessionId }) => this.honour(kind, await this.congresses.session(sessionId))));
  }

  /** The page of the awards and the awarded proposals, as far as the reader may open them. */
  async linksOf({ awardSessionId }: Notice, reader: Actor): Promise<NoticeLink[]> {
    if (awardSessionId === null) return [];
    const won = await this.db.manager.findBy(AwardWinner, { sessionId: awardSessionId });
    const ids = won.flatMap(({ proposalId }) => proposalId ?? []);
    const found = await this.proposals.byRefs(ids, reader);
    return found.map(({ ref, title, href }) => ({ href, text: `${ref} ${title}` }));
  }

  private async honour(kind: Honoured, session: CongressSession): Promise<Honour> {
    const address = session.addressBeside(await this.congresses.mainCongressId());
    const text = msg(`awards.honour.${kind}`, sessionNumbers(session));
    return { text, href: `/congress/${address}/awards` };
  }
}
