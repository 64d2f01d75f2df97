import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/index.js';
import type { AudienceKind, NoticeCategory } from './notice-text.js';
import { NoticesRepository } from './notices.repository.js';

/** A notice as another page mentions it. */
export interface NoticeSummary {
  readonly href: string;
  readonly indexNumber: string;
  readonly title: string;
  readonly unit: string;
  readonly category: NoticeCategory;
  readonly audienceKind: AudienceKind;
  /** YYYY-MM-DD */
  readonly publishedOn: string;
}

/** Lets the other rooms (home, figures) mention notices. */
@Injectable()
export class NoticeLookup {
  constructor(private readonly notices: NoticesRepository) {}

  /** The newest that the reader may see; one query. */
  async newest(actor: Actor, limit: number): Promise<NoticeSummary[]> {
    const notices = await this.notices.newest(actor, limit);
    return notices.map(({ indexNumber, title, unit, category, audienceKind, publishedOn }) => ({
      href: `/notices/${indexNumber}`,
      indexNumber: indexNumber!,
      title,
      unit: unit.name,
      category,
      audienceKind,
      publishedOn: publishedOn!,
    }));
  }
}
