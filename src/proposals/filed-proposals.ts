import { Injectable } from '@nestjs/common';
import { type Actor, mayRead, type Transaction } from '../kernel/index.js';
import { involves } from './involvement.js';
import type { Proposal } from './proposal.entity.js';
import { Proposals } from './proposals.repository.js';

/** A filed proposal that all staff may read, and whose it is. */
export interface FiledProposal {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly href: string;
  readonly sessionId: string;
  readonly nameHidden: boolean;
  readonly proposerIds: readonly string[];
  readonly isProposer: (staffId: string | null) => boolean;
  /** Wrote, joined or seconded it: then others judge it. */
  readonly involves: (staffId: string | null) => boolean;
}

/** Filed proposals for rooms that judge them. What not all staff may read is not there, for nobody. */
@Injectable()
export class FiledProposals {
  constructor(private readonly proposals: Proposals) {}

  /** By serial number or id. */
  async byRefs(refs: readonly string[], actor: Actor, tx?: Transaction): Promise<FiledProposal[]> {
    if (refs.length === 0) return [];
    const found = await this.proposals.byRefs(refs, tx);
    return found.filter((proposal) => isOpen(proposal) && mayRead(proposal.audience, actor)).map(filed);
  }
}

function isOpen({ status, audience }: Proposal): boolean {
  return status === 'filed' && audience.includes('staff');
}

function filed(proposal: Proposal): FiledProposal {
  const { id, ref, title, sessionId, authorId, speakerId, joints } = proposal;
  const joined = joints.filter(({ hasJoined }) => hasJoined).map(({ staffId }) => staffId);
  const isOwn = (staffId: string | null) => staffId !== null && [authorId, speakerId].includes(staffId);
  return {
    id,
    ref,
    title,
    href: `/proposals/${ref}`,
    sessionId,
    nameHidden: proposal.nameHidden,
    proposerIds: [...new Set([authorId, ...(speakerId === null ? [] : [speakerId]), ...joined])],
    isProposer: (staffId) => isOwn(staffId) || proposal.isProposer(staffId),
    involves: (staffId) => isOwn(staffId) || involves(proposal, staffId),
  };
}
