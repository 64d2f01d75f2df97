import { Injectable } from '@nestjs/common';
import { DataSource, In, Not, type SelectQueryBuilder } from 'typeorm';
import { type Actor, isId, mayRead, type Page, pageOf, type PageRequest, type Transaction } from '../kernel/index.js';
import { Notice } from './notice.entity.js';
import { NoticeNotFound, NoticeWithdrawn } from './notice.errors.js';
import { NOTICE_STATUSES } from './notice-workflow.js';

/** What a reader asks of the board; empty means everything. */
export interface BoardFilter {
  readonly category: string;
  readonly unitId: string;
  readonly year: string;
  readonly text: string;
  readonly item: string;
}

/** What somebody who works on notices asks of the work list. */
export interface WorkFilter {
  readonly tab: 'waiting' | 'mine' | 'all';
  readonly status: string;
  readonly text: string;
}

const WITH_UNIT = { unit: true } as const;
const WORK_ROLES = ['publisher', 'unit_head', 'secrecy_reviewer', 'disclosure_office', 'supervisor'];

/** Questions about notices, each answered for one reader. */
@Injectable()
export class NoticesRepository {
  constructor(private readonly db: DataSource) {}

  /** By index number or id; absent for those who may not know of it. */
  async find(ref: string, actor: Actor, tx: Transaction = this.db.manager): Promise<Notice> {
    const where = isId(ref) ? { id: ref } : { indexNumber: ref };
    const notice = await tx.findOne(Notice, { where, relations: WITH_UNIT });
    if (!notice || !mayRead(notice.audience, actor)) throw new NoticeNotFound();
    return notice;
  }

  exists(id: string): Promise<boolean> {
    return this.db.manager.existsBy(Notice, { id });
  }

  async findIfThere(id: string, actor: Actor): Promise<Notice | null> {
    const notice = await this.db.manager.findOne(Notice, { where: { id }, relations: WITH_UNIT });
    return notice && mayRead(notice.audience, actor) ? notice : null;
  }

  /** For the files of a notice; of a withdrawn one they are gone as well. */
  async isReadable(id: string, actor: Actor): Promise<boolean> {
    const notice = await this.findIfThere(id, actor);
    if (notice?.isGoneFor(actor)) throw NoticeWithdrawn.of(notice);
    return notice !== null;
  }

  async lock(id: string, actor: Actor, tx: Transaction): Promise<Notice> {
    const notice = await tx.findOne(Notice, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!notice || !mayRead(notice.audience, actor)) throw new NoticeNotFound();
    return notice;
  }

  /** What is published and the reader may see, the newest first. */
  board(filter: BoardFilter, actor: Actor, request: PageRequest): Promise<Page<Notice>> {
    const query = this.published(actor);
    if (filter.category) query.andWhere('notice.category = :category', filter);
    if (isId(filter.unitId)) query.andWhere('notice.unitId = :unitId', filter);
    if (/^[1-9]\d{3}$/.test(filter.year))
      query.andWhere('notice.publishedOn between :from and :until', {
        from: `${filter.year}-01-01`,
        until: `${filter.year}-12-31`,
      });
    if (/^\d{1,2}$/.test(filter.item)) query.andWhere('notice.catalogueItem = :item', filter);
    if (filter.text) searchIn(query, filter.text);
    return paged(query.orderBy('notice.publishedAt', 'DESC').addOrderBy('notice.id', 'DESC'), request);
  }

  newest(actor: Actor, limit: number, category = ''): Promise<Notice[]> {
    const query = this.published(actor);
    if (category) query.andWhere('notice.category = :category', { category });
    return query.orderBy('notice.publishedAt', 'DESC').addOrderBy('notice.id', 'DESC').limit(limit).getMany();
  }

  /** Units and years that have something to show to the reader, for the filters; two queries. */
  async choices(actor: Actor): Promise<{ units: { id: string; name: string }[]; years: string[] }> {
    const keys = [[...actor.keys]];
    const units = (await this.db.query(
      `select id, name from unit where id in (select unit_id from notice where status = 'published' and audience && $1) order by position, code`,
      keys,
    )) as { id: string; name: string }[];
    const years = (await this.db.query(
      `select distinct to_char(published_on, 'YYYY') as year from notice where status = 'published' and audience && $1 order by year desc`,
      keys,
    )) as { year: string }[];
    return { units, years: years.map(({ year }) => year) };
  }

  /** The list of those who write and approve. */
  work(filter: WorkFilter, actor: Actor, request: PageRequest): Promise<Page<Notice>> {
    const query = this.all().where("notice.status <> 'discarded'").andWhere('notice.audience && :keys');
    query.setParameters({ keys: [...actor.keys] });
    if (filter.tab === 'waiting') query.andWhere('notice.waitsFor && :keys');
    else if (filter.tab === 'mine') query.andWhere('notice.draftedBy = :me', { me: actor.staffId });
    else query.andWhere('notice.unitId in (:...units)', { units: [...unitsOf(actor), NOBODY] });
    if ((NOTICE_STATUSES as readonly string[]).includes(filter.status))
      query.andWhere('notice.status = :status', filter);
    if (filter.text) searchIn(query, filter.text);
    return paged(query.orderBy('notice.updatedAt', 'DESC').addOrderBy('notice.id', 'DESC'), request);
  }

  countWaiting(actor: Actor): Promise<number> {
    return this.waiting(actor).getCount();
  }

  /** Those that wait longest come first. */
  listWaiting(actor: Actor, limit: number): Promise<Notice[]> {
    return this.waiting(actor).orderBy('notice.updatedAt', 'ASC').limit(limit).getMany();
  }

  /** The version before and the version after, as far as the reader may see them. */
  async neighbours(notice: Notice, actor: Actor): Promise<{ before: Notice | null; after: Notice | null }> {
    const ids = notice.replacesId ? [{ id: notice.replacesId }] : [];
    const found = await this.db.manager.find(Notice, { where: [{ replacesId: notice.id }, ...ids] });
    const readable = found.filter(
      (one) => one.status !== 'discarded' && mayRead(one.audience, actor) && !one.isGoneFor(actor),
    );
    const before = readable.find(({ id }) => id === notice.replacesId) ?? null;
    return { before, after: readable.find(({ replacesId }) => replacesId === notice.id) ?? null };
  }

  byIds(ids: readonly string[], tx: Transaction = this.db.manager): Promise<Notice[]> {
    return tx.find(Notice, { where: { id: In([...ids]) }, relations: WITH_UNIT });
  }

  /** Whether a newer version is published or being prepared. */
  hasSuccessor(id: string, tx: Transaction): Promise<boolean> {
    return tx.existsBy(Notice, { replacesId: id, status: Not(In(['discarded', 'withdrawn'])) });
  }

  ofCase(caseId: string, tx: Transaction = this.db.manager): Promise<Notice | null> {
    return tx.findOneBy(Notice, { caseId });
  }

  /** The one that is being prepared or was published. */
  ofAward(awardSessionId: string, tx: Transaction = this.db.manager): Promise<Notice | null> {
    return tx.findOneBy(Notice, { awardSessionId, status: Not(In(['discarded', 'withdrawn'])) });
  }

  private waiting(actor: Actor): SelectQueryBuilder<Notice> {
    return this.all().where('notice.waitsFor && :keys', { keys: [...actor.keys] });
  }

  private published(actor: Actor): SelectQueryBuilder<Notice> {
    return this.all()
      .where("notice.status = 'published'")
      .andWhere('notice.audience && :keys', { keys: [...actor.keys] });
  }

  private all(): SelectQueryBuilder<Notice> {
    return this.db.manager.createQueryBuilder(Notice, 'notice').innerJoinAndSelect('notice.unit', 'unit');
  }
}

/** `in ()` is no SQL: the id that nothing has. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

function unitsOf(actor: Actor): string[] {
  return WORK_ROLES.flatMap((role) => actor.scopesOf(role));
}

function searchIn(query: SelectQueryBuilder<Notice>, text: string): void {
  query.andWhere(
    `(notice.title ilike :like or notice.body ilike :like or notice.documentNumber ilike :like or notice.indexNumber ilike :like
      or array_to_string(notice.keywords, ' ') ilike :like)`,
    { like: `%${text.replace(/[%_\\]/g, '\\$&')}%` },
  );
}

async function paged(query: SelectQueryBuilder<Notice>, request: PageRequest): Promise<Page<Notice>> {
  const { number, size } = request;
  const [items, total] = await query
    .limit(size)
    .offset((number - 1) * size)
    .getManyAndCount();
  return pageOf(items, total, request);
}
