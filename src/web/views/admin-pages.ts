import { Injectable } from '@nestjs/common';
import type { Actor, Message } from '../../kernel/index.js';

export interface AdminPage {
  readonly href: string;
  readonly text: Message;
  readonly hint: Message;
  /** Keys of which the actor must hold one. */
  readonly for: readonly string[];
  /** Lower comes first. */
  readonly order: number;
}

/** Something the administrator must see to (a missing calendar year, say). */
export type AdminWarning = { readonly text: Message; readonly href: string };
export type WarningSource = (actor: Actor) => Promise<AdminWarning[]>;

/** What is found under `/admin`; every room adds its pages and its warnings. */
@Injectable()
export class AdminPages {
  private pages: AdminPage[] = [];
  private readonly sources: WarningSource[] = [];

  add(page: AdminPage): void {
    this.pages = [...this.pages, page].toSorted((a, b) => a.order - b.order);
  }

  addWarnings(source: WarningSource): void {
    this.sources.push(source);
  }

  for(actor: Actor): AdminPage[] {
    return this.pages.filter((page) => page.for.some((key) => actor.keys.has(key)));
  }

  async warnings(actor: Actor): Promise<AdminWarning[]> {
    return (await Promise.all(this.sources.map((source) => source(actor)))).flat();
  }
}
