import { Injectable } from '@nestjs/common';
import { Congresses } from '../../../congress/index.js';
import type { Message } from '../../../kernel/index.js';
import type { Proposal } from '../../proposal.entity.js';
import { signingNext } from './filing-words.js';

/** What the proposals of a list that still collect signatures are waiting for. */
@Injectable()
export class SigningProgress {
  constructor(private readonly congresses: Congresses) {}

  async of(proposals: readonly Proposal[]): Promise<ReadonlyMap<string, Message>> {
    const found = new Map<string, Message>();
    for (const proposal of proposals.filter(({ status }) => status === 'seconding')) {
      const next = signingNext(proposal, await this.congresses.session(proposal.sessionId));
      if (next) found.set(proposal.id, next);
    }
    return found;
  }
}
