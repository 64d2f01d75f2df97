import { Injectable } from '@nestjs/common';
import type { Actor, Message } from '../../kernel/index.js';

export interface NavEntry {
  readonly href: string;
  readonly text: Message;
  /** Keys of which the actor must hold one; without it everybody sees the entry. */
  readonly for?: readonly string[];
  /** Lower comes first. */
  readonly order: number;
  /** Further pages that belong to it. */
  readonly covers?: readonly string[];
}

/** Reads something for the frame of a signed-in person's page (number of to-dos, unread messages). */
export type FrameReader = (actor: Actor) => Promise<Record<string, unknown>>;

/** What surrounds every page. Features add their entries at start. */
@Injectable()
export class Chrome {
  private entries: NavEntry[] = [];
  private readonly readers: FrameReader[] = [];

  addEntry(entry: NavEntry): void {
    this.entries = [...this.entries, entry].toSorted((a, b) => a.order - b.order);
  }

  addReader(reader: FrameReader): void {
    this.readers.push(reader);
  }

  async read(actor: Actor): Promise<Record<string, unknown>> {
    if (actor.isVisitor) return {};
    return Object.assign({}, ...(await Promise.all(this.readers.map((reader) => reader(actor)))));
  }

  navFor(actor: Actor, path: string): { href: string; text: Message; current: boolean }[] {
    const shown = this.entries.filter((entry) => !entry.for || entry.for.some((key) => actor.keys.has(key)));
    const nearest = shown
      .filter(({ href, covers = [] }) => [href, ...covers].some((one) => contains(one, path)))
      .toSorted(byLength)
      .at(-1);
    return shown.map((entry) => ({ href: entry.href, text: entry.text, current: entry === nearest }));
  }
}

function contains(href: string, path: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}

function byLength(a: NavEntry, b: NavEntry): number {
  return a.href.length - b.href.length;
}
