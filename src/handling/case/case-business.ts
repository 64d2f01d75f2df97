import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Business, type BusinessSource, type HandOver, SessionBusiness } from '../../congress/index.js';
import { type Act, type Actor, type Transaction } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { CasesRepository } from './cases.repository.js';

const MOST_LISTED = 20;

const OF_SESSION = 'coalesce(carried_to, session_id) = $1';
const FINISHED = "status in ('concluded', 'withdrawn')";
const NOT_PUBLISHED = `published_at is null and publishable and not confidential and kind in ('proposal', 'suggestion')
  and exists (select from reply where reply.case_id = handling_case.id and reply.status = 'signed')`;

const KINDS = [
  { kind: 'unassigned', where: "status = 'open'", archiving: 'allowed' },
  { kind: 'unfinished', where: `not ${FINISHED}`, archiving: 'carried' },
  { kind: 'unpublished', where: `${FINISHED} and ${NOT_PUBLISHED}`, archiving: 'allowed' },
] as const;

interface Counted {
  readonly count: number;
  readonly items: { text: string; href: string }[];
}

/** What a session has left to do in its cases, and how another session takes them over. */
@Injectable()
export class CaseBusiness implements BusinessSource, OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly cases: CasesRepository,
    private readonly ledger: Ledger,
    private readonly business: SessionBusiness,
  ) {}

  onModuleInit(): void {
    this.business.add(this);
  }

  async unfinished(sessionId: string, reader: Actor, tx: Transaction = this.db.manager): Promise<Business[]> {
    const found: Business[] = [];
    for (const { kind, where, archiving } of KINDS)
      found.push({ kind, archiving, ...(await this.counted(where, sessionId, reader, tx)) });
    return found;
  }

  async hold(sessionId: string, tx: Transaction): Promise<void> {
    await tx.query(`select from handling_case where ${OF_SESSION} order by ref for update`, [sessionId]);
  }

  /** Each one by a step of its own, on its own timeline; the archiving was authorized by the caller. */
  async carry({ from, to }: HandOver, act: Act, tx: Transaction): Promise<void> {
    const rows = (await tx.query(`select id from handling_case where ${OF_SESSION} and not ${FINISHED} order by ref`, [
      from.id,
    ])) as { id: string }[];
    for (const { id } of rows) {
      const record = await this.cases.byId(id, tx);
      const event = record.carry(from, to, act);
      await tx.save(record);
      await this.ledger.record(event, tx);
    }
  }

  private async counted(where: string, sessionId: string, reader: Actor, tx: Transaction): Promise<Counted> {
    const [row] = (await tx.query(
      `with found as (select ref, number || ' ' || title as text, audience from handling_case where ${OF_SESSION} and ${where})
       select (select count(*)::int from found) as count,
              coalesce((select json_agg(json_build_object('text', text, 'href', '/cases/' || ref))
                        from (select * from found where audience && $2::text[] order by ref limit ${MOST_LISTED}) listed), '[]') as items`,
      [sessionId, [...reader.keys]],
    )) as Counted[];
    return row!;
  }
}
