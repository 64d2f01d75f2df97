import { Global, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { msg } from '../kernel/index.js';
import { AdminPages } from '../web/index.js';
import { CalendarAdministration } from './calendar-administration.js';
import { CountedDates } from './counted-dates.js';
import { CalendarAdminController } from './web/calendar-admin.controller.js';
import { DueController } from './web/due.controller.js';
import { WorkingDays } from './working-days.js';

@Global()
@Module({
  controllers: [CalendarAdminController, DueController],
  providers: [CalendarAdministration, CountedDates, WorkingDays],
  exports: [CountedDates, WorkingDays],
})
export class CalendarModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly workingDays: WorkingDays,
    private readonly calendar: CalendarAdministration,
    private readonly pages: AdminPages,
  ) {}

  onModuleInit(): void {
    const [text, hint] = [msg('calendar.title'), msg('calendar.hint')];
    this.pages.add({ href: '/admin/calendar', text, hint, for: ['site_administrator'], order: 60 });
    this.pages.addWarnings(async (actor) => {
      if (!actor.is('site_administrator')) return [];
      const missing = await this.calendar.missingYears();
      return missing.map((year) => ({
        text: msg('calendar.missing', { year }),
        href: `/admin/calendar/import?year=${year}`,
      }));
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.workingDays.seedWhenEmpty();
  }
}
