import { Injectable } from '@nestjs/common';
import { type Actor, type Message, msg, NotPermitted } from '../../../kernel/index.js';
import { type Author, Authors } from '../../authors.js';
import { ChainDoor } from '../../light/chain-door.js';
import { DelegationDesk, delegationsOf } from '../delegation-desk.js';
import type { Proposal } from '../../proposal.entity.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { nextFor } from '../../web/proposal-way.js';
import { SigningProgress } from '../../signing/web/signing-progress.js';
import { kindTags, statusTag } from '../../web/words.js';

/** 我的代表团: for its head, its deputies and its secretary. */
@Injectable()
export class DelegationPages {
  constructor(
    private readonly queue: DelegationDesk,
    private readonly authors: Authors,
    private readonly signing: SigningProgress,
    private readonly chain: ChainDoor,
  ) {}

  async desk(actor: Actor): Promise<object> {
    if (delegationsOf(actor).length === 0) throw new NotPermitted('delegation');
    await this.chain.delegation(actor);
    const [waiting, collective] = await Promise.all([this.queue.waiting(actor), this.queue.collective(actor)]);
    const authors = await this.authors.of([...waiting, ...collective]);
    const signing = await this.signing.of(collective);
    const policy = new ProposalPolicy(actor);
    return {
      pageTitle: msg('filing.delegation.title'),
      waiting: waiting.map((one) => rowOf(one, policy.permits('pass_check', one) ? '/delegation-check' : '', authors)),
      collective: collective.map((one) => ({
        ...rowOf(one, one.status === 'seconding' ? '/members' : '', authors),
        next: signing.get(one.id) ?? nextFor(one),
      })),
      begin: mayBegin(actor) ? { href: '/proposals/new?kind=collective', text: BEGIN, tone: 'primary' } : null,
    };
  }
}

const BEGIN = msg('filing.collective.begin');

function mayBegin(actor: Actor): boolean {
  return actor.is('delegation_head') || actor.is('delegation_deputy');
}

function rowOf(proposal: Proposal, page: string, authors: ReadonlyMap<string, Author>): object {
  const { ref, title, serial, status, kind } = proposal;
  const name: string | Message = title || msg('proposals.untitled');
  return {
    href: `/proposals/${ref}${page}`,
    title: name,
    number: serial,
    tag: statusTag(status, kind),
    flags: kindTags(kind),
    by: msg('proposals.list.by', { ...authors.get(proposal.id)! }),
    next: nextFor(proposal),
  };
}
