import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, msg } from '../kernel/index.js';
import { type Todo, TodoLists, type TodoSource } from '../web/index.js';
import { Recounting } from './recounting.service.js';

/** The chair learns that dates would move since the calendar changed. */
@Injectable()
export class DeadlineTodos implements TodoSource, OnModuleInit {
  constructor(
    private readonly recounting: Recounting,
    private readonly todos: TodoLists,
  ) {}

  onModuleInit(): void {
    this.todos.add(this);
  }

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    const chaired = [...new Set(['committee_chair', 'light_secretary'].flatMap((role) => actor.scopesOf(role)))];
    if (chaired.length === 0) return [];
    const waiting = await this.recounting.countIn(chaired);
    return waiting.slice(0, limit).map(({ congress, n }) => ({
      title: congress.name,
      href: '/deadlines',
      next: msg('deadlines.todo', { n }),
      dueOn: null,
      number: null,
    }));
  }

  async count(actor: Actor): Promise<number> {
    return (await this.list(actor, Infinity)).length;
  }
}
