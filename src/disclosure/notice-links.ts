import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/index.js';
import type { Notice } from './notice.entity.js';

/** A page that a notice speaks of. */
export interface NoticeLink {
  readonly href: string;
  readonly text: string;
}

export type LinkSource = (notice: Notice, actor: Actor) => Promise<readonly NoticeLink[]>;

/** Where a reader may go on from a notice: rooms above add what they know, each for what this reader may open. */
@Injectable()
export class NoticeLinks {
  private readonly sources: LinkSource[] = [];

  add(source: LinkSource): void {
    this.sources.push(source);
  }

  async of(notice: Notice, actor: Actor): Promise<NoticeLink[]> {
    return (await Promise.all(this.sources.map((source) => source(notice, actor)))).flat();
  }
}
