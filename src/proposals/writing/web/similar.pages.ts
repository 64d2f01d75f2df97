import { Injectable } from '@nestjs/common';
import { CaseLookup } from '../../../handling/index.js';
import type { Actor } from '../../../kernel/index.js';
import { SimilarProposals } from '../similar-proposals.js';
import { presentSimilar } from './similar.presenter.js';

/** Similar earlier proposals with their outcome, for the form, the check and the committee. */
@Injectable()
export class SimilarPages {
  constructor(
    private readonly similar: SimilarProposals,
    private readonly cases: CaseLookup,
  ) {}

  async to(title: string, ownId: string | null, actor: Actor): Promise<{ items: object[] }> {
    const found = await this.similar.to(title, ownId, actor);
    return presentSimilar(found, await this.cases.byOrigins(found.map(({ id }) => id)));
  }
}
