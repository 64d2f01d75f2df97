import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsRelations, type FindOptionsWhere, In } from 'typeorm';
import { type Actor, mayRead, type Transaction } from '../../kernel/index.js';
import { CaseNotFound } from './case.errors.js';
import { HandlingCase } from './handling-case.entity.js';

const PARTS = { congress: true, parties: true, assignments: { unit: true }, contacts: true } as const;

/** Questions about cases, by name. */
@Injectable()
export class CasesRepository {
  constructor(private readonly db: DataSource) {}

  /** The case with its parts, its row locked until the transaction ends; 404 for those who may not know of it. */
  async lockVisible(ref: string, actor: Actor, tx: Transaction): Promise<HandlingCase> {
    const locked = await tx.findOne(HandlingCase, { where: { ref }, lock: { mode: 'pessimistic_write' } });
    if (!locked || !(actor.is('system') || mayRead(locked.audience, actor))) throw new CaseNotFound();
    return this.load({ id: locked.id }, tx);
  }

  /** The same with what was written. */
  async lockWithOrigins(ref: string, actor: Actor, tx: Transaction): Promise<HandlingCase> {
    const { id } = await this.lockVisible(ref, actor, tx);
    return inOrder(await this.load({ id }, tx, { ...PARTS, origins: true }));
  }

  /** Several at once, locked in one order so that two such orders never wait for each other. */
  async lockAllVisible(refs: readonly string[], actor: Actor, tx: Transaction): Promise<HandlingCase[]> {
    const records: HandlingCase[] = [];
    for (const ref of [...new Set(refs)].toSorted()) records.push(await this.lockVisible(ref, actor, tx));
    return records;
  }

  /** For reading: with what was written, besides. */
  async findVisible(ref: string, actor: Actor, tx: Transaction = this.db.manager): Promise<HandlingCase> {
    const record = await tx.findOne(HandlingCase, {
      where: { ref },
      relations: { ...PARTS, origins: true, session: { term: true }, carrier: { term: true } },
      relationLoadStrategy: 'query',
    });
    if (!record || !mayRead(record.audience, actor)) throw new CaseNotFound();
    return inOrder(record);
  }

  async byOrigins(originIds: readonly string[], tx: Transaction = this.db.manager): Promise<HandlingCase[]> {
    if (originIds.length === 0) return [];
    const found = await tx.find(HandlingCase, {
      where: { origins: { originId: In([...originIds]) } },
      relations: { ...PARTS, origins: true },
      relationLoadStrategy: 'query',
    });
    return found.map(inOrder);
  }

  /** A case that the caller has locked already. */
  byId(id: string, tx: Transaction): Promise<HandlingCase> {
    return this.load({ id }, tx);
  }

  private load(
    where: FindOptionsWhere<HandlingCase>,
    tx: Transaction,
    relations: FindOptionsRelations<HandlingCase> = PARTS,
  ): Promise<HandlingCase> {
    return tx.findOneOrFail(HandlingCase, { where, relations, relationLoadStrategy: 'query' });
  }
}

/** The leading original first. */
function inOrder(record: HandlingCase): HandlingCase {
  return Object.assign(record, { origins: record.origins.toSorted((a, b) => a.position - b.position) });
}
