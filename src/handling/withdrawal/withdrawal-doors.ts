import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, mayRead, msg } from '../../kernel/index.js';
import { TodoLists } from '../../web/index.js';
import { concernedIn } from '../case/case-audience.js';
import { type CaseSection, CaseSections } from '../case/case-sections.js';
import { CasePolicy } from '../case/case.policy.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import type { LinkButton } from '../case/web/case-buttons.js';
import { presentRequest } from './web/withdrawal.presenter.js';
import { isWithdrawable } from './withdrawal-steps.js';
import { WithdrawalTodos } from './withdrawal-todos.js';
import { Withdrawals } from './withdrawals.service.js';

/** The wish to withdraw on the page of the case, for those concerned, and among the chair's to-dos. */
@Injectable()
export class WithdrawalDoors implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly withdrawals: Withdrawals,
    private readonly todoLists: TodoLists,
    private readonly todos: WithdrawalTodos,
  ) {}

  onModuleInit(): void {
    this.todoLists.add(this.todos);
    this.sections.add((record, actor) => this.section(record, actor));
  }

  private async section(record: HandlingCase, actor: Actor): Promise<CaseSection | null> {
    if (!isWithdrawable(record) || !mayRead(concernedIn(record), actor)) return null;
    const request = await this.withdrawals.pending(record);
    if (!request) return null;
    const mayDecide = new CasePolicy(actor).permits('refuse_withdrawal', record);
    const door: LinkButton = {
      href: `/cases/${record.ref}/withdrawal/decision`,
      text: msg('withdrawal.title'),
      tone: 'secondary',
      missing: [],
    };
    return { template: 'cases/withdrawal', model: presentRequest(record, request), doors: mayDecide ? [door] : [] };
  }
}
