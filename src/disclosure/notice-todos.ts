import { Injectable } from '@nestjs/common';
import { type Actor, msg } from '../kernel/index.js';
import type { Todo, TodoSource } from '../web/index.js';
import { NoticesRepository } from './notices.repository.js';

/** Notices that came back to their publisher, or wait for the head, the reviewer, the office. */
@Injectable()
export class NoticeTodos implements TodoSource {
  constructor(private readonly notices: NoticesRepository) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    const waiting = await this.notices.listWaiting(actor, limit);
    return waiting.map(({ id, title, status, isHandedOver }) => ({
      title,
      href: `/notices/${id}`,
      next: msg(`disclosure.todo.${isHandedOver ? 'handed_over' : status}`),
      dueOn: null,
      number: null,
    }));
  }

  count(actor: Actor): Promise<number> {
    return this.notices.countWaiting(actor);
  }
}
