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
    if (!isAsked(actor)) return [];
    const previews = await this.recounting.previews(actor);
    return previews
      .filter(({ moves, isYours }) => isYours && moves.length > 0)
      .slice(0, limit)
      .map(({ congress, moves }) => ({
        title: congress.name,
        href: '/deadlines',
        next: msg('deadlines.todo', { n: moves.length }),
        dueOn: null,
        number: null,
      }));
  }

  async count(actor: Actor): Promise<number> {
    return (await this.list(actor, Infinity)).length;
  }
}

function isAsked(actor: Actor): boolean {
  return actor.is('committee_chair') || actor.is('light_secretary');
}
