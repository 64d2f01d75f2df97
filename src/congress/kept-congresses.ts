import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, authorize, isId, type Page, pageOf, type PageRequest } from '../kernel/index.js';
import { Congress, CongressTerm } from './congress.entity.js';
import { CongressNotFound, TermNotFound } from './congress.errors.js';
import { keepsCongress } from './congress.policy.js';
import { CongressSession } from './congress-session.entity.js';

/** `keepsCongress` as a question to the database. */
const KEPT = `('committee_secretary:' || congress.id = any(:keys) or 'administrator:' || congress.unitId = any(:keys))`;
const WITH_TERM = { term: { congress: true } } as const;

/** The congresses, terms and sessions whose books somebody keeps; the others are not found. */
@Injectable()
export class KeptCongresses {
  constructor(private readonly db: DataSource) {}

  /** By their codes. */
  async list(actor: Actor, request: PageRequest): Promise<Page<Congress>> {
    this.requireKeeper(actor);
    const { number, size } = request;
    const [items, total] = await this.db.manager
      .createQueryBuilder(Congress, 'congress')
      .where(KEPT, { keys: [...actor.keys] })
      .orderBy('congress.code', 'ASC')
      .limit(size)
      .offset((number - 1) * size)
      .getManyAndCount();
    return pageOf(items, total, request);
  }

  requireKeeper(actor: Actor): void {
    const some = actor.is('committee_secretary') || actor.is('administrator');
    authorize(some ? 'administrator' : null, 'congress');
  }

  async congress(id: string, actor: Actor): Promise<Congress> {
    const congress = isId(id) ? await this.db.manager.findOneBy(Congress, { id }) : null;
    if (!congress || keepsCongress(actor, congress) === null) throw new CongressNotFound();
    return congress;
  }

  async term(id: string, actor: Actor): Promise<CongressTerm> {
    const relations = { congress: true };
    const term = isId(id) ? await this.db.manager.findOne(CongressTerm, { where: { id }, relations }) : null;
    if (!term || keepsCongress(actor, term.congress) === null) throw new TermNotFound();
    return term;
  }

  async session(id: string, actor: Actor): Promise<CongressSession> {
    const session = isId(id)
      ? await this.db.manager.findOne(CongressSession, { where: { id }, relations: WITH_TERM })
      : null;
    if (!session || keepsCongress(actor, session.term.congress) === null) throw new CongressNotFound();
    return session;
  }

  terms(congressId: string): Promise<CongressTerm[]> {
    return this.db.manager.find(CongressTerm, { where: { congressId }, order: { number: 'DESC' } });
  }

  sessions(congressId: string): Promise<CongressSession[]> {
    const where = { term: { congressId } };
    return this.db.manager.find(CongressSession, { where, relations: WITH_TERM, order: { number: 'DESC' } });
  }
}
