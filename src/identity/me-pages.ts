import { Injectable } from '@nestjs/common';
import type { Message } from '../kernel/index.js';

export interface MePage {
  readonly href: string;
  readonly text: Message;
  readonly hint: Message;
}

/** What else belongs to a person (messages, preferences): other rooms add their pages to `/me`. */
@Injectable()
export class MePages {
  private readonly pages: MePage[] = [];

  add(page: MePage): void {
    this.pages.push(page);
  }

  list(): readonly MePage[] {
    return this.pages;
  }
}
