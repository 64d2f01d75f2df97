import { type Actor, authorize } from '../../kernel/index.js';
import type { Assignment } from './assignment.entity.js';
import { CaseNotFound } from '../case/case.errors.js';
import { CasePolicy } from '../case/case.policy.js';
import type { HandlingCase } from '../case/handling-case.entity.js';

/** Whose duty a step or a page means: the one named, else the only one, else the first that is not done. Refused to those who have none. */
export function chosenDuty(own: readonly Assignment[], named: string | null, step: string): Assignment {
  authorize(own.length > 0 ? 'own' : null, step);
  const chosen =
    named === null ? (own.find(({ status }) => status !== 'done') ?? own[0]) : own.find(({ id }) => id === named);
  if (!chosen) throw new CaseNotFound();
  return chosen;
}

/** The leading duty of the actor's own office. */
export function ownLead(record: HandlingCase, actor: Actor, named: string | null, step: string): Assignment {
  return chosenDuty(new CasePolicy(actor).ownLeads(record), named, step);
}
