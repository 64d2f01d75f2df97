import { Module, type OnModuleInit } from '@nestjs/common';
import { DisclosureModule } from '../disclosure/index.js';
import { msg } from '../kernel/index.js';
import { StatisticsModule } from '../statistics/index.js';
import { Chrome, TodoLists } from '../web/index.js';
import { HomeReading } from './home-reading.js';
import { HomeController } from './web/home.controller.js';

@Module({ imports: [DisclosureModule, StatisticsModule], controllers: [HomeController], providers: [HomeReading] })
export class HomeModule implements OnModuleInit {
  constructor(
    private readonly chrome: Chrome,
    private readonly todos: TodoLists,
  ) {}

  onModuleInit(): void {
    this.chrome.addEntry({ href: '/', text: msg('home.nav'), order: 0 });
    this.chrome.addReader(async (actor) => ({ todos: await this.todos.count(actor) }));
  }
}
