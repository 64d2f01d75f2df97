import { Injectable } from '@nestjs/common';
import { SessionArchived } from '../../../congress/index.js';
import { type Actor, authorize } from '../../../kernel/index.js';
import type { Assignment } from '../../duty/assignment.entity.js';
import { type CaseAction, caseWorkflow } from '../case-workflow.js';
import { CasePolicy } from '../case.policy.js';
import { CasesRepository } from '../cases.repository.js';
import { ownLead } from '../../duty/duty-choice.js';
import type { HandlingCase } from '../handling-case.entity.js';
import { dutyNamed } from '../../duty/web/duty-address.js';

export interface OwnDuty {
  readonly record: HandlingCase;
  readonly duty: Assignment;
}

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

  /** The same for a step of a leading unit: of several separate leads the one named, else the first of the actor's own. */
  async openOwn(action: CaseAction, ref: string, named: unknown, actor: Actor): Promise<OwnDuty> {
    const record = await this.open(action, ref, actor);
    return { record, duty: ownLead(record, actor, dutyNamed(named), action) };
  }
}
