import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Audience, Message, Transaction } from '../kernel/index.js';
import { plainOf } from './plain-text.js';
import { vectorOf } from './tokens.js';

export interface SearchSubject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** One readable text: it is found by those, and only those, who hold a key of its audience. */
export interface SearchDocument extends SearchSubject {
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly audience: Audience;
  /** When it became what it is; newer ones are shown first. */
  readonly at: Date;
}

/** A room's texts: their kind, how it is called, and all of them for building the index again. */
export interface SearchSource {
  readonly subjectType: string;
  readonly name: Message;
  documents(tx: Transaction): AsyncIterable<SearchDocument>;
}

const PUT = `
  insert into search_document (subject_type, subject_id, url, title, body, plain, tokens, audience, at)
  values ($1, $2, $3, $4, $5, $6, $7::tsvector, $8, $9)
  on conflict (subject_type, subject_id) do update set url = excluded.url, title = excluded.title, body = excluded.body,
    plain = excluded.plain, tokens = excluded.tokens, audience = excluded.audience, at = excluded.at`;

/** Where the rooms put what can be found; called by the subscribers of their events, in the transaction of the change. */
@Injectable()
export class SearchIndex {
  private readonly sources: SearchSource[] = [];

  constructor(private readonly db: DataSource) {}

  addSource(source: SearchSource): void {
    this.sources.push(source);
  }

  get kinds(): readonly { subjectType: string; name: Message }[] {
    return this.sources.map(({ subjectType, name }) => ({ subjectType, name }));
  }

  /** Puts a text in, or in the place of its earlier state. What nobody may read is not kept. */
  async put(tx: Transaction, document: SearchDocument): Promise<void> {
    if (document.audience.length === 0) return this.remove(tx, document);
    const { subjectType, subjectId, url, title, body, audience, at } = document;
    const [plainTitle, plainBody] = [plainOf(title), plainOf(body)];
    const plain = `${plainTitle}\n${plainBody}`;
    const tokens = vectorOf(plainTitle, plainBody);
    await tx.query(PUT, [subjectType, subjectId, url, title, body, plain, tokens, [...audience], at]);
  }

  async remove(tx: Transaction, { subjectType, subjectId }: SearchSubject): Promise<void> {
    await tx.query('delete from search_document where subject_type = $1 and subject_id = $2', [subjectType, subjectId]);
  }

  /** Builds the whole index again from the rooms' records; readers keep the old one until it is done. */
  rebuild(): Promise<number> {
    return this.db.transaction(async (tx) => {
      await tx.query('delete from search_document');
      let count = 0;
      for (const source of this.sources) {
        for await (const document of source.documents(tx)) {
          await this.put(tx, document);
          count++;
        }
      }
      return count;
    });
  }
}
