import { Injectable } from '@nestjs/common';
import { type Actor, type Transaction } from '../../kernel/index.js';
import { CaseSteps } from '../case/case-steps.js';
import { ownLead } from './duty-choice.js';
import { CaseNotFound } from '../case/case.errors.js';
import { Contact, type NewContact } from './contact.entity.js';
import type { HandlingCase } from '../case/handling-case.entity.js';

/** 沟通: the talks with the proposer. */
@Injectable()
export class Contacts {
  constructor(private readonly steps: CaseSteps) {}

  /** A form that was sent twice logs one contact. */
  log(ref: string, contact: NewContact & { id: string }, actor: Actor, dutyId: string | null = null) {
    return this.steps.perform('log_contact', ref, actor, async (record, act, tx) => {
      const duty = ownLead(record, actor, dutyId, 'log_contact');
      return (await isLogged(contact.id, record, actor, tx)) ? [] : record.logContact(duty, contact, act);
    });
  }
}

async function isLogged(id: string, record: HandlingCase, actor: Actor, tx: Transaction): Promise<boolean> {
  const known = await tx.findOneBy(Contact, { id });
  if (known && (known.caseId !== record.id || !actor.isPerson(known.loggedBy))) throw new CaseNotFound();
  return known !== null;
}
