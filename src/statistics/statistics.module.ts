import { Module, type OnModuleInit } from '@nestjs/common';
import { msg } from '../kernel/index.js';
import { Chrome } from '../web/index.js';
import { Figures } from './figures.js';
import { StatisticsController } from './web/statistics.controller.js';

const ORDER = 80;

@Module({ controllers: [StatisticsController], providers: [Figures], exports: [Figures] })
export class StatisticsModule implements OnModuleInit {
  constructor(private readonly chrome: Chrome) {}

  onModuleInit(): void {
    this.chrome.addEntry({ href: '/statistics', text: msg('statistics.nav'), order: ORDER });
  }
}
