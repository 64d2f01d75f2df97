import { type DynamicModule, Module } from '@nestjs/common';
import { AwardsModule } from './awards/index.js';
import { CalendarModule } from './calendar/index.js';
import { ConfigModule, type Settings } from './config/index.js';
import { ClaimsModule } from './claims/index.js';
import { CongressModule } from './congress/index.js';
import { DeadlinesModule } from './deadlines/index.js';
import { DatabaseModule } from './database/index.js';
import { HandlingModule } from './handling/index.js';
import { DisclosureModule } from './disclosure/index.js';
import { FilesModule } from './files/index.js';
import { HousekeepingModule } from './housekeeping/index.js';
import { HomeModule } from './home/index.js';
import { IdentityModule } from './identity/index.js';
import { JobsModule } from './jobs/index.js';
import { LedgerModule } from './ledger/index.js';
import { MailModule } from './mail/index.js';
import { NotificationsModule } from './notifications/index.js';
import { OrganizationModule } from './organization/index.js';
import { ProposalsModule } from './proposals/index.js';
import { SearchModule } from './search/index.js';
import { StatisticsModule } from './statistics/index.js';
import { WebModule } from './web/index.js';

/** The rooms, from the lowest to the highest. */
@Module({
  imports: [
    DatabaseModule,
    LedgerModule,
    WebModule,
    CalendarModule,
    FilesModule,
    JobsModule,
    MailModule,
    SearchModule,
    OrganizationModule,
    IdentityModule,
    ClaimsModule,
    CongressModule,
    HandlingModule,
    ProposalsModule,
    DeadlinesModule,
    DisclosureModule,
    NotificationsModule,
    StatisticsModule,
    AwardsModule,
    HomeModule,
    HousekeepingModule,
  ],
})
export class AppModule {
  static of(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.of(settings)] };
  }
}
