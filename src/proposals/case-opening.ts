import { Injectable } from '@nestjs/common';
import { Congresses } from '../congress/index.js';
import { type CaseKind, Cases, type HandlingCase, type Joining } from '../handling/index.js';
import type { Act, Transaction } from '../kernel/index.js';
import { Directory, type Staff } from '../organization/index.js';
import { proposersOf } from './deciding/decision-steps.js';
import type { Proposal } from './proposal.entity.js';

/** As what a proposal is handled that is filed or converted. */
export const CASE_KIND_OF = { file: 'proposal', convert: 'suggestion' } as const;

/** How one case of a proposal is called, and which part of the matter it handles; all of it when nothing is said. */
export interface Naming {
  readonly title: string;
  readonly part?: string;
}

/** Hands a proposal over to be handled. */
@Injectable()
export class CaseOpening {
  constructor(
    private readonly cases: Cases,
    private readonly directory: Directory,
    private readonly congresses: Congresses,
  ) {}

  async open(
    kind: CaseKind,
    proposal: Proposal,
    { title, part }: Naming,
    deed: Act,
    tx: Transaction,
  ): Promise<HandlingCase> {
    const { congressId, sessionId, publishable, confidential, handedInAs } = proposal;
    const { origin, staffIds } = await this.joining(proposal, tx, part);
    const place = { kind, congressId, sessionId, category: proposal.category!, publishable, confidential };
    const parties = staffIds.map((staffId, i) => ({ staffId, part: i === 0 ? ('lead' as const) : ('joint' as const) }));
    const betweenSessions = handedInAs === 'between_sessions';
    const newCase = { ...place, betweenSessions, title: title || proposal.title, parties, origins: [origin] };
    return this.cases.open(newCase, deed.by, deed.role, tx);
  }

  /** The proposal as it stands now, with those who get the reply and rate it. */
  async joining(proposal: Proposal, tx: Transaction, part: string | null = null): Promise<Joining> {
    const { id: originId, serial, title, reason, measures, publishable } = proposal;
    const author = await this.directory.person(proposal.authorId, tx);
    const written = { originType: 'proposal', originId, ref: serial!, title, reason, measures, publishable, part };
    const origin = {
      ...written,
      authorId: author.id,
      authorName: author.name,
      nameHidden: proposal.nameHidden,
      authorUnit: await this.authorUnit(proposal, author, tx),
    };
    return { origin, staffIds: proposersOf(proposal) };
  }

  /** Where the proposal comes from: for a collective one its delegation. */
  private async authorUnit(
    { kind, delegationId, authorUnitId }: Proposal,
    author: Staff,
    tx: Transaction,
  ): Promise<string> {
    return kind === 'collective'
      ? (await this.congresses.delegation(delegationId!, tx)).name
      : (await this.directory.unit(authorUnitId ?? author.unitId, tx)).name;
  }
}
