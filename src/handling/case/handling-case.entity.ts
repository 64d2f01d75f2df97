import { Entity } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type CongressSession, sessionNumbers } from '../../congress/index.js';
import { type Act, type Message, msg, type NewEvent } from '../../kernel/index.js';
import { Assignment, type NewAssignment } from '../duty/assignment.entity.js';
import type { CaseKind } from './case-kind.js';
import type { CaseNumber } from './case-number.js';
import type { NewOrigin } from './case-origin.entity.js';
import type { CaseParty } from './case-party.entity.js';
import type { CaseRecord } from './case-record.js';
import { type CaseAction, type CaseStatus, caseWorkflow } from './case-workflow.js';
import { ContactOutsideHandling, UnitNamedTwice } from './case.errors.js';
import { Contact, type NewContact } from '../duty/contact.entity.js';
import { stepOf } from '../duty/part-steps.js';
import { RecountSteps } from './recount-steps.js';
import { partOf } from '../duty/side-steps.js';

export interface NewCase {
  readonly kind: CaseKind;
  readonly congressId: string;
  readonly sessionId: string;
  readonly title: string;
  readonly category: string;
  readonly publishable: boolean;
  readonly confidential: boolean;
  /** 闭会期间提案: numbered in a series of its own. */
  readonly betweenSessions?: boolean;
  readonly parties: readonly Pick<CaseParty, 'staffId' | 'part'>[];
  readonly origins: readonly NewOrigin[];
}

type NumberedSession = Pick<CongressSession, 'id' | 'number' | 'term'>;

export interface Opening extends NewCase, CaseNumber {
  readonly id: string;
  readonly congress: CaseRecord['congress'];
}

export type ChargedUnit = Pick<NewAssignment, 'unitId' | 'dueOn' | 'dueChosen'>;

/** Whom the chair charges with a case, by when. */
export interface AssignmentOrder {
  readonly lead: ChargedUnit;
  /** 分办: who leads separately beside the first one, each with a reply of its own. */
  readonly otherLeads?: readonly ChargedUnit[];
  readonly assisting: readonly ChargedUnit[];
  readonly leaderId: string;
  readonly signBy: string;
}

const BLANK = {
  status: 'open',
  carriedTo: null,
  leaderId: null,
  leadUnitId: null,
  round: 1,
  outcomeClass: null,
  finalRating: null,
  keyCase: false,
  keyLeaderId: null,
  keyPlan: null,
  specialReportAt: null,
  betweenSessions: false,
  supervisedLevel: 0,
  assignedAt: null,
  signBy: null,
  dueOn: null,
  extendedUntil: null,
  extensionAskedUntil: null,
  extensionReason: null,
  repliedAt: null,
  rateBy: null,
  ratedAt: null,
  referredTo: null,
  finalHandling: false,
  explanation: null,
  reportDueOn: null,
  promiseDueOn: null,
  concludedAt: null,
  publishedAt: null,
  absorbedInto: null,
  passedUpTo: null,
} as const satisfies Partial<CaseRecord>;

/** 案: what is handled and answered. */
@Entity('handling_case')
export class HandlingCase extends RecountSteps {
  static open(opening: Opening, act: Act): { record: HandlingCase; event: NewEvent } {
    const record = new HandlingCase();
    record.set({ ...BLANK, ...peopled(opening), openedAt: act.at, assignments: [], contacts: [] });
    return { record, event: record.event('open', act, {}, { from: null, to: 'open' }) };
  }

  assign(order: AssignmentOrder, act: Act): NewEvent {
    const { lead, otherLeads = [], assisting, signBy, leaderId } = order;
    const twice = [lead, ...otherLeads, ...assisting]
      .map(({ unitId }) => unitId)
      .find((id, i, ids) => ids.indexOf(id) !== i);
    if (twice) throw new UnitNamedTwice();
    const duty = (part: NewAssignment['part']) => (unit: typeof lead) =>
      Assignment.to({ ...unit, part, assignedAt: act.at, signBy });
    const leads = otherLeads.length === 0 ? [duty('lead')(lead)] : [lead, ...otherLeads].map(duty('separate'));
    const assignments = [...leads, ...assisting.map(duty('assisting'))];
    const { unitId: leadUnitId, dueOn } = lead;
    return this.advance('assign', act, {
      change: {
        assignments: [...this.assignments, ...assignments],
        leadUnitId,
        leaderId,
        signBy,
        dueOn,
        assignedAt: act.at,
      },
      data: { leaderId, signBy, assistingDueOn: assisting[0]?.dueOn ?? null },
    });
  }

  /** A unit takes its duty up; the clock runs since the assignment. The first of several separate leads takes up the case. */
  signFor(assignment: Assignment, act: Act): NewEvent {
    const action = signingOf(assignment, this.status);
    caseWorkflow.statusAfter(action, this.status);
    assignment.signFor(act);
    return this.advance(action, act, { data: { ...partOf(assignment), ...this.partData(assignment) } });
  }

  logContact(duty: Assignment, contact: NewContact, act: Act): NewEvent {
    caseWorkflow.statusAfter('log_contact', this.status);
    duty.requireOpen('log_contact');
    const [from, until] = [beijingDate(duty.assignedAt), beijingDate(act.at)];
    if (contact.happenedOn < from || contact.happenedOn > until) throw new ContactOutsideHandling(from, until);
    const logged = Contact.log(contact, this.id, this.round, duty.id, act);
    const { id: contactId, way, happenedOn, headPresent } = logged;
    return this.advance('log_contact', act, {
      change: { contacts: [...this.contacts, logged] },
      data: { contactId, way, happenedOn, headPresent, ...this.partData(duty) },
    });
  }

  giveOpinion(assignment: Assignment, opinion: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('give_opinion', this.status);
    assignment.giveOpinion(opinion, act);
    return this.advance('give_opinion', act, { data: partOf(assignment) });
  }

  overrideOpinion(assignment: Assignment, reason: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('override_opinion', this.status);
    assignment.overrideOpinion(reason);
    return this.advance('override_opinion', act, { note: reason, data: partOf(assignment) });
  }

  /** Another session goes on with what this one left unfinished. */
  carry(from: NumberedSession, to: NumberedSession, act: Act): NewEvent {
    const numbers = { from: sessionNumbers(from), to: sessionNumbers(to) };
    return this.advance('carry', act, { change: { carriedTo: to.id }, data: { carriedTo: to.id, ...numbers } });
  }

  /** What must be done before the step; empty for most. */
  missing(action: CaseAction, duty: Assignment | null = this.lead): Message[] {
    const isReply = action === 'submit_reply' || action === 'submit_part';
    if (action === 'confirm_implemented') return this.missingSpecialReport();
    return isReply ? [...this.missingContact(duty), ...this.missingOpinions(), ...this.missingSpecialReport()] : [];
  }

  private missingContact(duty: Assignment | null): Message[] {
    const talks = this.talksOf(duty);
    if (this.round > 1)
      return talks.some(({ headPresent }) => headPresent) ? [] : [msg('handling.missing.meetingWithHead')];
    return this.rules.contactNeeded && talks.length === 0 ? [msg('handling.missing.contact')] : [];
  }

  private missingOpinions(): Message[] {
    const owing = this.assisting.filter(({ owesOpinion }) => owesOpinion);
    return owing.map(({ unit }) => msg('handling.missing.opinion', { unit: unit.name }));
  }
}

/** Whoever is there at the opening is a party through every original. */
function peopled({ origins, parties, ...opening }: Opening): object {
  const originIds = origins.map(({ originId }) => originId);
  const { publishable } = opening;
  return {
    ...opening,
    origins: origins.map((one, i) => ({ authorId: null, part: null, publishable, ...one, position: i + 1 })),
    parties: parties.map((one) => ({ ...one, originIds })),
  };
}

/** The step by which a unit signs for its duty. */
export function signingOf(duty: Assignment, status: CaseStatus): CaseAction {
  const isFirst = duty.part === 'separate' && status === 'assigned';
  return isFirst ? 'sign_for' : stepOf('sign_for', duty);
}
