import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere, In } from 'typeorm';
import { type Actor, mayRead, type Transaction } from '../kernel/index.js';
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
      relations: { ...PARTS, origins: true, session: { term: true } },
      relationLoadStrategy: 'query',
    });
    if (!record || !mayRead(record.audience, actor)) throw new CaseNotFound();
    return record;
  }

  byOrigins(originIds: readonly string[], tx: Transaction = this.db.manager): Promise<HandlingCase[]> {
    if (originIds.length === 0) return Promise.resolve([]);
    return tx.find(HandlingCase, {
      where: { origins: { originId: In([...originIds]) } },
      relations: { ...PARTS, origins: true },
      relationLoadStrategy: 'query',
    });
  }

  private load(where: FindOptionsWhere<HandlingCase>, tx: Transaction): Promise<HandlingCase> {
    return tx.findOneOrFail(HandlingCase, { where, relations: PARTS, relationLoadStrategy: 'query' });
  }
}
