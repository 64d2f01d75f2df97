import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileOwners } from '../../files/index.js';
import { mayRead, msg } from '../../kernel/index.js';
import { Chrome, TodoLists } from '../../web/index.js';
import { CaseSections } from '../case/case-sections.js';
import { Dossier, PAPER_OWNER } from '../case/dossier.service.js';
import { RepliesRepository } from './replies.repository.js';
import { REPLY_OWNER, ReplyReader } from './reply-papers.service.js';
import { ReplyTodos } from './reply-todos.js';
import { WATCHERS } from '../web/unit-cases.controller.js';
import { presentReplies, presentReplyDoors } from './web/reply-section.presenter.js';

const AFTER_THE_CASES = 45;

/** Tells the frame of the pages what replies bring along: navigation, to-dos, the section of the case page, who may read the files. */
@Injectable()
export class ReplyDoors implements OnModuleInit {
  constructor(
    private readonly chrome: Chrome,
    private readonly todoLists: TodoLists,
    private readonly todos: ReplyTodos,
    private readonly owners: FileOwners,
    private readonly replies: RepliesRepository,
    private readonly sections: CaseSections,
    private readonly reader: ReplyReader,
    private readonly dossier: Dossier,
  ) {}

  onModuleInit(): void {
    const text = msg('replies.nav');
    this.chrome.addEntry({
      href: '/signatures',
      text,
      for: ['unit_head', 'leader', 'deputy_head', 'deputy_leader'],
      order: AFTER_THE_CASES,
    });
    this.todoLists.add(this.todos);
    this.sections.add(async (record, actor) => {
      const papers = await this.reader.of(record);
      const doors = presentReplyDoors(record, papers, actor);
      return { template: 'replies/section', model: presentReplies(record, papers, actor), doors };
    });
    this.chrome.addEntry({
      href: '/promises',
      covers: ['/supervision', '/key-cases'],
      text: msg('supervision.watch'),
      for: WATCHERS,
      order: AFTER_THE_CASES + 1,
    });
    this.owners.register(PAPER_OWNER, (id, actor) => this.dossier.mayRead(id, actor));
    this.owners.register(REPLY_OWNER, async (id, actor) => {
      const reply = await this.replies.find(id);
      return reply !== null && mayRead(reply.audience, actor);
    });
  }
}
