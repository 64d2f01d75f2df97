import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere, In } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import { type Actor, Clock, isId, mayRead, type Transaction } from '../kernel/index.js';
import { JointProposer } from './signing/joint-proposer.entity.js';
import { ProposalSecond } from './signing/proposal-second.entity.js';
import { Proposal } from './proposal.entity.js';
import type { ProposalStatus } from './proposal-workflow.js';
import { ProposalNotFound } from './proposal.errors.js';
import { noteSeated } from './delegation/seated-around.js';
import { SignedText } from './signing/signed-text.entity.js';

const SERIAL = /^(?:[a-z][a-z0-9]*-)?\d{4}-\d{4,6}$/;

export interface Counterpart {
  readonly isBelow: boolean;
  readonly serial: string;
  readonly congress: string;
  readonly secondCount: number;
  readonly isReadable: boolean;
  readonly status: ProposalStatus;
  /** What became of it, for those below: its cases with their class. */
  readonly cases: readonly { readonly number: string; readonly outcomeClass: string | null }[];
}

const COUNTERPARTS = `
  select proposal.id = $2 as "isBelow", serial, congress.name as congress, audience && $3::text[] as "isReadable", proposal.status,
    (select coalesce(json_agg(json_build_object('number', number, 'outcomeClass', outcome_class) order by handling_case.ref), '[]')
     from case_origin join handling_case on handling_case.id = case_id
     where origin_id = proposal.id and absorbed_into is null and passed_up_to is null) as cases,
    (select count(*)::int from proposal_second where proposal_id = proposal.id and proposal_second.status = 'seconded') as "secondCount"
  from proposal join congress on congress.id = congress_id
  where proposal.id = $2 or (passed_from = $1 and proposal.status <> 'withdrawn') order by 1 desc`;

/** Proposals with the people around them. */
@Injectable()
export class Proposals {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By its serial number or, before it has one, by its id; absent for who may not read it. */
  async find(ref: string, actor: Actor, tx: Transaction = this.db.manager): Promise<Proposal> {
    return this.visible(ref, actor, await tx.findOneBy(Proposal, addressed(ref)), tx);
  }

  /** The same, held until the end of the transaction. */
  async lockVisible(ref: string, actor: Actor, tx: Transaction): Promise<Proposal> {
    const lock = { mode: 'pessimistic_write' } as const;
    const proposal = await this.visible(ref, actor, await tx.findOne(Proposal, { where: addressed(ref), lock }), tx);
    proposal.signedTexts = await tx.findBy(SignedText, { proposalId: proposal.id });
    return proposal;
  }

  /** The text as it was when this version was signed; null when nobody signed it. */
  signedText(proposalId: string, version: number): Promise<SignedText | null> {
    return this.db.manager.findOneBy(SignedText, { proposalId, version });
  }

  /** For a step that follows from another one, whoever took that; null when there is no such proposal. */
  async lock(id: string, tx: Transaction): Promise<Proposal | null> {
    const found = await tx.findOne(Proposal, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return found && (await this.withPeople([found], tx))[0]!;
  }

  /** Held, for a step that another record allows. */
  async lockById(id: string, tx: Transaction): Promise<Proposal> {
    const lock = { mode: 'pessimistic_write' } as const;
    const found = await tx.findOneOrFail(Proposal, { where: { id }, lock });
    const [complete] = await this.withPeople([found], tx);
    return complete!;
  }

  async exists(id: string, tx: Transaction = this.db.manager): Promise<boolean> {
    return isId(id) && (await tx.existsBy(Proposal, { id }));
  }

  async isReadable(id: string, actor: Actor): Promise<boolean> {
    const proposal = await this.db.manager.findOneBy(Proposal, { id });
    return proposal !== null && mayRead(proposal.audience, actor);
  }

  /** False when a proposal with this id is there already (the same form was sent twice). */
  async add(proposal: Proposal, tx: Transaction): Promise<boolean> {
    const { seconds: _seconds, joints: _joints, signedTexts: _signedTexts, seated: _seated, ...columns } = proposal;
    const result = await tx
      .createQueryBuilder()
      .insert()
      .into(Proposal)
      .values(columns as object)
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length > 0;
  }

  async save(proposal: Proposal, tx: Transaction): Promise<void> {
    await tx.save([proposal, ...proposal.seconds, ...proposal.joints, ...proposal.signedTexts]);
  }

  async byRefs(refs: readonly string[], tx: Transaction = this.db.manager): Promise<Proposal[]> {
    const where = [{ serial: In([...refs]) }, { id: In(refs.filter(isId)) }];
    return this.withPeople(await tx.findBy(Proposal, where), tx);
  }

  async byIds(ids: readonly string[], tx: Transaction = this.db.manager): Promise<Proposal[]> {
    if (ids.length === 0) return [];
    const found = new Map((await tx.findBy(Proposal, { id: In([...ids]) })).map((proposal) => [proposal.id, proposal]));
    return this.withPeople(
      ids.map((id) => found.get(id)).filter((proposal) => proposal !== undefined),
      tx,
    );
  }

  /** The proposal below that this one goes on with, and the one above that goes on with it. */
  counterparts({ id, passedFrom }: Proposal, actor: Actor): Promise<Counterpart[]> {
    return this.db.query(COUNTERPARTS, [id, passedFrom, [...actor.keys]]) as Promise<Counterpart[]>;
  }

  private async visible(ref: string, actor: Actor, proposal: Proposal | null, tx: Transaction): Promise<Proposal> {
    const isKnown = proposal && (actor.is('system') || mayRead(proposal.audience, actor));
    if (!proposal || !isKnown) throw new ProposalNotFound(ref);
    const [complete] = await this.withPeople([proposal], tx);
    return complete!;
  }

  /** Three queries for any number of proposals. */
  private async withPeople(proposals: Proposal[], tx: Transaction): Promise<Proposal[]> {
    if (proposals.length === 0) return [];
    const where = { proposalId: In(proposals.map(({ id }) => id)) };
    const seconds = await tx.find(ProposalSecond, { where, order: { invitedAt: 'ASC', id: 'ASC' } });
    const joints = await tx.find(JointProposer, { where, order: { invitedAt: 'ASC', id: 'ASC' } });
    for (const proposal of proposals) {
      proposal.seconds = seconds.filter(({ proposalId }) => proposalId === proposal.id);
      proposal.joints = joints.filter(({ proposalId }) => proposalId === proposal.id);
    }
    await noteSeated(proposals, beijingDate(this.clock.now()), tx);
    return proposals;
  }
}

function addressed(ref: string): FindOptionsWhere<Proposal> {
  if (isId(ref)) return { id: ref };
  if (SERIAL.test(ref)) return { serial: ref };
  throw new ProposalNotFound(ref);
}
