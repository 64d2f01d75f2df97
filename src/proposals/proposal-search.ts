import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { EventBus, msg, type Transaction } from '../kernel/index.js';
import { type SearchDocument, SearchIndex, type SearchSource } from '../search/index.js';
import { Proposal } from './proposal.entity.js';

const BATCH = 500;

/** Keeps the search index at one with the proposals; drafts are not searched. */
@Injectable()
export class ProposalSearch implements SearchSource, OnModuleInit {
  readonly subjectType = 'proposal';
  readonly name = msg('proposals.search.kind');

  constructor(
    private readonly db: DataSource,
    private readonly bus: EventBus,
    private readonly index: SearchIndex,
  ) {}

  onModuleInit(): void {
    this.index.addSource(this);
    this.bus.on('proposal.*', async ({ subjectId }, tx) => {
      const proposal = await tx.findOneBy(Proposal, { id: subjectId, serial: Not(IsNull()) });
      if (proposal) await this.index.put(tx, documentOf(proposal));
    });
  }

  async *documents(tx: Transaction = this.db.manager): AsyncIterable<SearchDocument> {
    const submitted = await tx.find(Proposal, { where: { serial: Not(IsNull()) }, select: { id: true } });
    for (let i = 0; i < submitted.length; i += BATCH) {
      const ids = submitted.slice(i, i + BATCH).map(({ id }) => id);
      for (const proposal of await tx.findBy(Proposal, { id: In(ids) })) yield documentOf(proposal);
    }
  }
}

function documentOf(proposal: Proposal): SearchDocument {
  const { id, ref, title, reason, measures, audience, submittedAt } = proposal;
  const body = `${ref}\n${reason}\n${measures}`;
  return { subjectType: 'proposal', subjectId: id, url: `/proposals/${ref}`, title, body, audience, at: submittedAt! };
}
