import { Module, type OnModuleInit } from '@nestjs/common';
import { msg } from '../kernel/index.js';
import { AdminPages } from '../web/index.js';
import { DeadlineTodos } from './deadline-todos.js';
import { Recounting } from './recounting.service.js';
import { DeadlinesController } from './web/deadlines.controller.js';

@Module({
  controllers: [DeadlinesController],
  providers: [DeadlineTodos, Recounting],
  exports: [Recounting],
})
export class DeadlinesModule implements OnModuleInit {
  constructor(
    private readonly pages: AdminPages,
    private readonly recounting: Recounting,
  ) {}

  /** The calendar is the administrator's, the dates are the committee's: the administrator learns how many wait for it. */
  onModuleInit(): void {
    this.pages.addWarnings(async (actor) => {
      if (!actor.is('site_administrator')) return [];
      const n = await this.recounting.count();
      return n === 0 ? [] : [{ text: msg('deadlines.waiting', { n }), href: '/admin/calendar' }];
    });
  }
}
