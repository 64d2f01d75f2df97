import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventBus, msg } from '../kernel/index.js';
import { Chrome } from '../web/index.js';
import { Figures } from './figures.js';
import { SessionSnapshot } from './session-snapshot.entity.js';
import { Snapshots } from './snapshots.js';
import { StatisticsController } from './web/statistics.controller.js';

const ORDER = 80;

@Module({
  imports: [TypeOrmModule.forFeature([SessionSnapshot])],
  controllers: [StatisticsController],
  providers: [Figures, Snapshots],
  exports: [Figures],
})
export class StatisticsModule implements OnModuleInit {
  constructor(
    private readonly chrome: Chrome,
    private readonly bus: EventBus,
    private readonly snapshots: Snapshots,
  ) {}

  onModuleInit(): void {
    this.chrome.addEntry({ href: '/statistics', text: msg('statistics.nav'), order: ORDER });
    this.snapshots.listenTo(this.bus);
  }
}
