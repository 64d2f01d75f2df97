import { Injectable } from '@nestjs/common';
import { type Actor, mayRead, type Transaction } from '../kernel/index.js';
import type { AudienceKind, NoticeCategory } from './notice-text.js';
import type { NoticeStatus } from './notice-workflow.js';
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

/** The notice that announces the awards of a session. */
export interface AnnouncedAward {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly status: NoticeStatus;
}

/** Lets the other rooms (home, figures, awards) mention notices. */
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

  /** Null when nobody has begun it, when it was dropped, or when the reader may not know of it. */
  async ofAward(sessionId: string, actor: Actor, tx?: Transaction): Promise<AnnouncedAward | null> {
    const notice = await this.notices.ofAward(sessionId, tx);
    if (!notice || !mayRead(notice.audience, actor)) return null;
    const { id, ref, title, status } = notice;
    return { id, href: `/notices/${ref}`, title, status };
  }

  isAnnounced(sessionId: string, tx?: Transaction): Promise<boolean> {
    return this.notices.ofAward(sessionId, tx).then((notice) => notice !== null);
  }
}
