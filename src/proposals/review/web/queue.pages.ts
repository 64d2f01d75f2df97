import { Injectable } from '@nestjs/common';
import { Claims } from '../../../claims/index.js';
import { Congresses } from '../../../congress/index.js';
import { type Actor, NotPermitted, pageRequest } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import { CATEGORIES } from '../../../handling/index.js';
import { Authors } from '../../authors.js';
import { ChainDoor } from '../../light/chain-door.js';
import type { Proposal } from '../../proposal.entity.js';
import { PROPOSAL_STATUSES } from '../../proposal-workflow.js';
import { AGES, ReviewQueue } from '../review-queue.js';
import { Deliberations } from '../deliberations.repository.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { ReadingDesk } from '../reading-desk.js';
import { READINGS, VOTINGS } from '../queue-filters.js';
import { queryChoice, queryText } from '../../web/query.js';
import { presentQueue } from './queue.presenter.js';

export const QUEUE_STATUSES = [
  'all',
  ...PROPOSAL_STATUSES.filter((one) => !['draft', 'seconding', 'delegation_check'].includes(one)),
];

/** The committee's work list. */
@Injectable()
export class QueuePages {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly deliberations: Deliberations,
    private readonly claims: Claims,
    private readonly readingDesk: ReadingDesk,
    private readonly chain: ChainDoor,
    private readonly authors: Authors,
  ) {}

  async read(query: Record<string, unknown>, actor: Actor): Promise<object> {
    if (!actor.is('committee')) throw new NotPermitted('review');
    await this.chain.committee(actor);
    const own = actor.scopesOf('committee');
    const sessions = (await this.congresses.sessions()).filter(({ term }) => own.includes(term.congressId));
    const session = sessions.find(({ code }) => code === queryText(query.session)) ?? null;
    const current = session ?? sessions.find(({ status }) => status === 'open') ?? sessions[0];
    const delegations = current ? await this.congresses.delegations(current.termId) : [];
    const delegation = delegations.find(({ number }) => String(number) === queryText(query.delegation));
    const chosen = {
      status: queryChoice(query.status, QUEUE_STATUSES) || usualStatus(actor),
      category: queryChoice(query.category, CATEGORIES),
      delegation: delegation ? String(delegation.number) : '',
      session: session?.code ?? '',
      age: queryChoice(query.age, AGES),
      reading: queryChoice(query.reading, READINGS),
      voting: queryChoice(query.voting, VOTINGS),
      q: queryText(query.q),
    };
    const filter = { ...chosen, delegationId: delegation?.id ?? '', sessionId: session?.id ?? '', text: chosen.q };
    const page = await this.queue.page(filter, actor, pageRequest(query.page));
    const policy = new ProposalPolicy(actor);
    const mayTick = (proposal: Proposal) => policy.offers(proposal).includes('prepare_decision');
    const seen = page.items.filter((proposal) => policy.seesDeliberation(proposal));
    const deliberations = await this.deliberations.ofMany(seen);
    const electorates = await this.deliberations.electorates(seen);
    const claims = await this.claims.ofMany(
      'review',
      seen.map(({ id }) => id),
    );
    const overdueCompletions = await this.queue.overdueCompletions(actor);
    const readers = [...deliberations.values()].flatMap(({ readings }) => readings.map(({ staffId }) => staffId));
    const people = await this.directory.peopleById(readers);
    const authors = await this.authors.of(page.items);
    const counts = await this.queue.counts(actor);
    const border = await this.queue.border();
    const takesPaper = actor.is('committee_secretary');
    const mayAssign = this.readingDesk.congressesOf(actor).length > 0;
    const told = { takesPaper, mayAssign, deliberations, electorates, claims, overdueCompletions, counts, border };
    return presentQueue({ page, people, authors, ...told, sessions, delegations, chosen, mayTick });
  }
}

/** Who sits in the presidium only sees what was referred to it. */
function usualStatus(actor: Actor): string {
  const sits = ['committee_chair', 'committee_member', 'committee_secretary'].some((role) => actor.is(role));
  return sits ? '' : 'referred';
}
