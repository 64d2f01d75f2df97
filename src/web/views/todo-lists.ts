import { Injectable } from '@nestjs/common';
import type { Actor, Message } from '../../kernel/index.js';

/** One thing that waits for one person: what, why, by when. */
export interface Todo {
  readonly title: string;
  readonly href: string;
  /** What to do next, as a sentence. */
  readonly next: Message;
  /** YYYY-MM-DD, null when nothing presses. */
  readonly dueOn: string | null;
  readonly number: string | null;
}

export interface TodoSource {
  /** What waits for the actor, at most `limit`, the most urgent first. */
  list(actor: Actor, limit: number): Promise<Todo[]>;
  count(actor: Actor): Promise<number>;
}

/** Every feature tells here what waits for somebody; home and `/me` read it. */
@Injectable()
export class TodoLists {
  private readonly sources: TodoSource[] = [];

  add(source: TodoSource): void {
    this.sources.push(source);
  }

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    const lists = await Promise.all(this.sources.map((source) => source.list(actor, limit)));
    return lists.flat().toSorted(byUrgency).slice(0, limit);
  }

  async count(actor: Actor): Promise<number> {
    const counts = await Promise.all(this.sources.map((source) => source.count(actor)));
    return counts.reduce((sum, count) => sum + count, 0);
  }
}

function byUrgency(a: Todo, b: Todo): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
}
