import { Injectable } from '@nestjs/common';
import { CommitteeChainOff, Congresses } from '../../congress/index.js';
import type { Actor } from '../../kernel/index.js';
import { DELEGATION_POSTS, delegationsOf } from '../delegation/delegation-desk.js';

/** The desks of the committee chain, opened by their address: whoever sits only where the light mode is, is told so. */
@Injectable()
export class ChainDoor {
  constructor(private readonly congresses: Congresses) {}

  async committee(actor: Actor): Promise<void> {
    const [congressId] = actor.scopesOf('committee');
    if (congressId && !actor.is('reviews')) await this.refuse(congressId);
  }

  async delegation(actor: Actor): Promise<void> {
    const [delegationId] = delegationsOf(actor);
    if (!delegationId || DELEGATION_POSTS.some((post) => actor.is(post))) return;
    const { termId } = await this.congresses.delegation(delegationId);
    const session = (await this.congresses.sessions()).find((one) => one.termId === termId);
    if (session) await this.refuse(session.term.congressId);
  }

  private async refuse(congressId: string): Promise<void> {
    const sessions = await this.congresses.sessions();
    const congress = sessions.find(({ term }) => term.congressId === congressId)?.term.congress;
    if (congress?.light) throw new CommitteeChainOff(congress.name);
  }
}
