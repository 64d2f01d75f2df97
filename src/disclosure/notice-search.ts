import { Injectable } from '@nestjs/common';
import { type EventBus, type LedgerEvent, msg, type Transaction } from '../kernel/index.js';
import { SearchIndex, type SearchDocument, type SearchSource } from '../search/index.js';
import { Notice } from './notice.entity.js';

const BATCH = 500;

/** Keeps the search index at what is published: who may read a notice finds it, nobody else. */
@Injectable()
export class NoticeSearch implements SearchSource {
  readonly subjectType = 'notice';
  readonly name = msg('disclosure.searchKind');

  constructor(private readonly index: SearchIndex) {}

  listenTo(bus: EventBus): void {
    this.index.addSource(this);
    for (const action of ['publish', 'post_result']) bus.on(`notice.${action}`, (event, tx) => this.put(event, tx));
    for (const action of ['withdraw', 'supersede'])
      bus.on(`notice.${action}`, (event, tx) => this.index.remove(tx, event));
  }

  async *documents(tx: Transaction): AsyncIterable<SearchDocument> {
    for (let skip = 0; ; skip += BATCH) {
      const notices = await tx.find(Notice, {
        where: { status: 'published' },
        order: { id: 'ASC' },
        skip,
        take: BATCH,
      });
      for (const notice of notices) yield documentOf(notice);
      if (notices.length < BATCH) return;
    }
  }

  private async put({ subjectId }: LedgerEvent, tx: Transaction): Promise<void> {
    await this.index.put(tx, documentOf(await tx.findOneByOrFail(Notice, { id: subjectId })));
  }
}

function documentOf({ id, ref, title, body, keywords, documentNumber, audience, publishedAt }: Notice): SearchDocument {
  const text = [body, documentNumber, keywords.join(' ')].filter((part) => part !== '').join('\n');
  return {
    subjectType: 'notice',
    subjectId: id,
    url: `/notices/${ref}`,
    title,
    body: text,
    audience,
    at: publishedAt!,
  };
}
