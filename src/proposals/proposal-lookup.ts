import { Injectable } from '@nestjs/common';
import { type Actor, mayRead, type Page, type PageRequest } from '../kernel/index.js';
import type { Category } from '../handling/index.js';
import { type ListFilter, ProposalLists } from './proposal-lists.js';
import type { ProposalStatus } from './proposal-workflow.js';
import type { Proposal } from './proposal.entity.js';
import { Proposals } from './proposals.repository.js';

/** One proposal as other rooms name it. */
export interface ProposalLine {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly category: Category | null;
  readonly status: ProposalStatus;
  readonly href: string;
  readonly submittedAt: Date | null;
}

const EVERYTHING: ListFilter = { sessionId: null, category: '', group: '', unitId: '', outcome: '', text: '' };

/** Questions of search and home about proposals; never answers with what the reader may not read. */
@Injectable()
export class ProposalLookup {
  constructor(
    private readonly proposals: Proposals,
    private readonly lists: ProposalLists,
  ) {}

  /** By serial number or id. */
  async byRefs(refs: readonly string[], actor: Actor): Promise<Map<string, ProposalLine>> {
    const found = (await this.proposals.byRefs(refs)).filter(({ audience }) => mayRead(audience, actor));
    return new Map(
      found.flatMap((one) => [one.id, one.serial].filter((ref) => ref !== null).map((ref) => [ref, lineOf(one)])),
    );
  }

  /** What was submitted, the newest first. */
  async list(filter: Partial<ListFilter>, actor: Actor, request: PageRequest): Promise<Page<ProposalLine>> {
    const page = await this.lists.submitted({ ...EVERYTHING, ...filter }, actor, request);
    return { ...page, items: page.items.map(lineOf) };
  }
}

function lineOf({ id, ref, title, category, status, submittedAt }: Proposal): ProposalLine {
  return { id, ref, title, category, status, href: `/proposals/${ref}`, submittedAt };
}
