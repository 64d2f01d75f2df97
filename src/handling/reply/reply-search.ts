import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Audience, EventBus, msg, type Transaction } from '../../kernel/index.js';
import { SearchIndex, type SearchDocument, type SearchSource } from '../../search/index.js';

interface Row {
  id: string;
  ref: string;
  number: string;
  title: string;
  text: string;
  promise: string | null;
  audience: Audience;
  signed_at: Date;
}

const BATCH = 500;
const SIGNED = `
  select reply.id, handled.ref, reply.number, handled.title, reply.text, reply.promise, reply.audience, reply.signed_at
  from reply join handling_case handled on handled.id = reply.case_id
  where reply.status = 'signed'`;

/** Keeps the search index at one with the signed replies; a draft is found by nobody. */
@Injectable()
export class ReplySearch implements SearchSource, OnModuleInit {
  readonly subjectType = 'reply';
  readonly name = msg('replies.searchKind');

  constructor(
    private readonly bus: EventBus,
    private readonly index: SearchIndex,
  ) {}

  onModuleInit(): void {
    this.index.addSource(this);
    // Who may read a signed reply depends on the case: any event of the case may change it.
    this.bus.on('case.*', async ({ subjectId }, tx) => {
      for (const row of await this.rows(tx, 'and reply.case_id = $1', [subjectId]))
        await this.index.put(tx, documentOf(row));
    });
  }

  async *documents(tx: Transaction): AsyncIterable<SearchDocument> {
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await this.rows(tx, `and reply.id > $1 order by reply.id limit ${BATCH}`, [last]);
      for (const row of rows) yield documentOf(row);
      if (rows.length < BATCH) return;
      last = rows.at(-1)!.id;
    }
  }

  private rows(tx: Transaction, further: string, parameters: unknown[]): Promise<Row[]> {
    return tx.query(`${SIGNED} ${further}`, parameters);
  }
}

function documentOf({ id, ref, number, title, text, promise, audience, signed_at: at }: Row): SearchDocument {
  const body = [number, text, promise ?? ''].filter((part) => part !== '').join('\n');
  return { subjectType: 'reply', subjectId: id, url: `/cases/${ref}`, title, body, audience, at };
}
