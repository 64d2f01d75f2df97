import { Injectable } from '@nestjs/common';
import { SessionArchived } from '../../congress/index.js';
import { type Actor, authorize } from '../../kernel/index.js';
import { type CaseAction, caseWorkflow } from '../case-workflow.js';
import { CasePolicy } from '../case.policy.js';
import { CasesRepository } from '../cases.repository.js';
import type { HandlingCase } from '../handling-case.entity.js';

/** Opens the page of a step only to those who may take it, and only while it can be taken: the same answers as the step itself. */
@Injectable()
export class CaseDoor {
  constructor(private readonly cases: CasesRepository) {}

  async open(action: CaseAction, ref: string, actor: Actor): Promise<HandlingCase> {
    const record = await this.cases.findVisible(ref, actor);
    authorize(new CasePolicy(actor).roleFor(action, record), action);
    if (record.isReadOnly) throw new SessionArchived();
    caseWorkflow.statusAfter(action, record.status);
    return record;
  }
}
