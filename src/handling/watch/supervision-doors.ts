import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { TodoLists } from '../../web/index.js';
import { CaseSections } from '../case/case-sections.js';
import { CasePolicy } from '../case/case.policy.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import type { SupervisionNotice } from './supervision-notice.entity.js';
import { SupervisionTodos } from './supervision-todos.js';
import { Supervision } from './supervision.service.js';
import type { LinkButton } from '../case/web/case-buttons.js';
import { presentNotices } from './web/supervision.presenter.js';

/** What supervision brings to the pages: the section of the case, the buttons, the to-dos. */
@Injectable()
export class SupervisionDoors implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly supervision: Supervision,
    private readonly todoLists: TodoLists,
    private readonly todos: SupervisionTodos,
  ) {}

  onModuleInit(): void {
    this.todoLists.add(this.todos);
    this.sections.add(async (record, actor) => {
      const policy = new CasePolicy(actor);
      if (record.assignedAt === null || !policy.sees('whole_timeline', record)) return null;
      const notices = await this.supervision.ofCase(record.id);
      const doors = doorsTo(record, notices, actor);
      if (notices.length === 0 && doors.length === 0) return null;
      const model = { notices: notices.length === 0 ? null : presentNotices(record, notices) };
      return { template: 'supervision/section', model, doors };
    });
  }
}

function doorsTo(record: HandlingCase, notices: readonly SupervisionNotice[], actor: Actor): LinkButton[] {
  const policy = new CasePolicy(actor);
  const door = (path: string, text: string, quiet: boolean): LinkButton => ({
    href: `/cases/${record.ref}/supervision/${path}`,
    text: msg(text),
    tone: 'secondary',
    missing: [],
    quiet,
  });
  const toAnswer = notices.filter(({ status, unitId }) => status === 'issued' && policy.answersFor(unitId) !== null);
  const toDecide = notices.filter(({ status }) => status === 'answered' && policy.permits('accept_answer', record));
  return [
    ...toAnswer.map(({ id }) => door(id, 'supervision.door.answer', false)),
    ...toDecide.map(({ id }) => door(id, 'supervision.door.decide', false)),
    ...(policy.offers(record).includes('supervise') ? [door('new', 'supervision.new', true)] : []),
  ];
}
