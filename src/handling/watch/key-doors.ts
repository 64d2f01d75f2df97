import { Injectable, type OnModuleInit } from '@nestjs/common';
import { msg } from '../../kernel/index.js';
import { paragraphsOf, TodoLists } from '../../web/index.js';
import { CaseSections } from '../case/case-sections.js';
import { CasePolicy } from '../case/case.policy.js';
import { KeyDesk } from './key-desk.js';
import { KeyTodos } from './key-todos.js';
import type { LinkButton } from '../case/web/case-buttons.js';
import { presentPaper } from '../case/web/dossier.presenter.js';
import { presentMilestones } from './web/key.presenter.js';

const STEPS = ['mark_key', 'plan_key', 'reach_milestone', 'keep_minutes', 'report_specially', 'instruct'] as const;

/** What key proposals bring to the page of a case: for everybody the leader and the milestones, for the offices the way to the file. */
@Injectable()
export class KeyDoors implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly desk: KeyDesk,
    private readonly todoLists: TodoLists,
    private readonly todos: KeyTodos,
  ) {}

  onModuleInit(): void {
    this.todoLists.add(this.todos);
    this.sections.add(async (record, actor) => {
      const policy = new CasePolicy(actor);
      const { leader, milestones, papers, today } = await this.desk.of(record, actor);
      const isOffice = policy.sees('whole_timeline', record);
      const offers = policy.offers(record);
      const door: LinkButton = {
        href: `/cases/${record.ref}/key`,
        text: msg(
          record.keyCase ? 'keycases.door' : offers.includes('mark_key') ? 'keycases.mark' : 'keycases.instruct',
        ),
        tone: 'secondary',
        missing: [],
        quiet: true,
      };
      const doors = isOffice && STEPS.some((step) => offers.includes(step)) ? [door] : [];
      const shown = papers.filter(({ paper }) => paper.kind === 'instruction' || paper.kind === 'special_report');
      if (!record.keyCase && doors.length + shown.length === 0) return null;
      const isConcerned = policy.sees('contacts', record);
      const model = {
        key: record.keyCase ? { leader: msg('keycases.ledBy', { name: leader ?? '' }) } : null,
        plan: record.keyCase && isConcerned && record.keyPlan ? { paragraphs: paragraphsOf(record.keyPlan) } : null,
        milestones: milestones.length === 0 ? null : presentMilestones(milestones, today),
        papers: shown.map(presentPaper),
        file: record.keyCase && isOffice ? `/cases/${record.ref}/key` : null,
      };
      return { template: 'keycases/section', model, doors };
    });
  }
}
