import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FileOwners } from '../files/index.js';
import { CaseSections, HandlingModule } from '../handling/index.js';
import { EventBus, msg } from '../kernel/index.js';
import { Chrome, TodoLists } from '../web/index.js';
import { CaseResults } from './case-results.js';
import { Catalogue } from './catalogue.js';
import { CatalogueClass, CatalogueItem } from './catalogue.entity.js';
import { HandedDrafts } from './handed-drafts.js';
import { NoticeLinks } from './notice-links.js';
import { NoticeDrafts } from './notice-drafts.service.js';
import { NoticeLookup } from './notice-lookup.js';
import { NoticeSearch } from './notice-search.js';
import { NoticeSteps } from './notice-steps.js';
import { NoticeTodos } from './notice-todos.js';
import { Notice } from './notice.entity.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';
import { BoardController } from './web/board.controller.js';
import { CaseNoticeController } from './web/case-notice.controller.js';
import { CaseResultSection } from './web/case-result-section.js';
import { CatalogueController } from './web/catalogue.controller.js';
import { NoticeFeed } from './web/notice-feed.js';
import { NoticePages } from './web/notice-pages.js';
import { NoticeStepsController } from './web/notice-steps.controller.js';
import { NoticeWorkController } from './web/notice-work.controller.js';

const SERVICES = [CaseResults, HandedDrafts, NoticeDrafts, NoticeLinks, NoticeLookup, NoticesService];

@Module({
  imports: [HandlingModule, TypeOrmModule.forFeature([Notice, CatalogueClass, CatalogueItem])],
  // The work list comes before the board, whose `:ref` would take its addresses.
  controllers: [
    CaseNoticeController,
    NoticeWorkController,
    BoardController,
    NoticeStepsController,
    CatalogueController,
  ],
  providers: [
    ...SERVICES,
    CaseResultSection,
    Catalogue,
    NoticeFeed,
    NoticePages,
    NoticeSearch,
    NoticeSteps,
    NoticesRepository,
    NoticeTodos,
  ],
  exports: SERVICES,
})
export class DisclosureModule implements OnModuleInit {
  constructor(
    private readonly chrome: Chrome,
    private readonly todoLists: TodoLists,
    private readonly todos: NoticeTodos,
    private readonly owners: FileOwners,
    private readonly notices: NoticesRepository,
    private readonly search: NoticeSearch,
    private readonly bus: EventBus,
    private readonly sections: CaseSections,
    private readonly result: CaseResultSection,
  ) {}

  onModuleInit(): void {
    this.chrome.addEntry({ href: '/notices', text: msg('disclosure.nav'), order: 22 });
    this.todoLists.add(this.todos);
    this.owners.register('notice', (id, actor) => this.notices.isReadable(id, actor));
    this.search.listenTo(this.bus);
    this.sections.add((record, actor) => this.result.read(record, actor));
  }
}
