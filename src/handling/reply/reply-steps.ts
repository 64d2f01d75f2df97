import { beijingDate } from '../../calendar/index.js';
import { type Act, Actor, ConditionsMissing, type Message, msg, type NewEvent } from '../../kernel/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { type CaseAction, caseWorkflow } from '../case/case-workflow.js';
import { OriginSteps } from '../case/origin-steps.js';
import { outcomeOfParts } from '../rating/outcome-of-parts.js';
import { stepOf, type UnitStep } from '../duty/part-steps.js';
import type { Reply } from './reply.entity.js';
import type { ReplySignature, SignaturePart } from './reply-signature.entity.js';

/** The act of a signer, with what its event tells of the one it is done for. */
export interface ActFor extends Act {
  readonly behalf?: Readonly<Record<string, unknown>>;
}

/** The steps of a case from the submitted reply to its publication. The reply itself changes beside the case. */
export abstract class ReplySteps extends OriginSteps {
  /** What must be done before the step; for a step of a leading unit, by that unit. */
  abstract missing(action: CaseAction, duty?: Assignment | null): Message[];

  submitReply(reply: Reply, act: Act): NewEvent {
    const { duty, action } = this.stepWith('submit_reply', reply);
    this.require(action, [...this.missing(action, duty), ...reply.missing(beijingDate(act.at))]);
    duty.submit();
    reply.submit(this);
    const data = { ...paperOf(reply), ...this.partData(duty), contentHash: reply.contentHash };
    return this.advance(action, act, { data });
  }

  /** The unit takes the reply back before anybody has signed it. */
  recallReply(reply: Reply, act: Act): NewEvent {
    const { duty, action } = this.stepWith('recall_reply', reply);
    const data = { ...paperOf(reply), ...this.partData(duty) };
    reply.recall(this);
    duty.takeUpAgain();
    return this.advance(action, act, { data });
  }

  returnReply(reply: Reply, part: SignaturePart, comment: string, act: ActFor): NewEvent {
    const { duty, action } = this.stepWith('return_reply', reply);
    const data = { ...paperOf(reply), ...this.partData(duty), part, ...act.behalf };
    reply.sendBack(part, comment, this);
    duty.takeUpAgain();
    return this.advance(action, act, { note: comment, data });
  }

  signReply(reply: Reply, { part, version }: ReplySignature, act: ActFor): NewEvent {
    const { duty, action } = this.stepWith('sign_reply', reply);
    return this.advance(action, act, {
      data: { ...paperOf(reply), ...this.partData(duty), version, part, ...act.behalf },
    });
  }

  /** The last signature is given: the reply goes to the proposers, who may rate it until `rateBy`. */
  issueReply(reply: Reply, rateBy: string | null, act: ActFor): NewEvent {
    const { number: replyNumber, seal, promisedOn } = reply;
    this.duty(reply.assignmentId).finish(act);
    return this.advance('issue_reply', act, {
      change: { outcomeClass: reply.outcomeClass, repliedAt: act.at, rateBy, promiseDueOn: promisedOn },
      data: { ...paperOf(reply), ...act.behalf, replyNumber, fingerprint: seal, rateBy, promisedOn },
    });
  }

  /** One of several separate replies is signed: the proposers read it, the case waits for the others. */
  issuePart(reply: Reply, act: ActFor): NewEvent {
    const duty = this.duty(reply.assignmentId);
    const { number: replyNumber, seal, promisedOn } = reply;
    caseWorkflow.statusAfter('issue_part', this.status);
    duty.finish(act);
    const paper = { ...paperOf(reply), ...this.partData(duty), ...act.behalf };
    const data = { ...paper, replyNumber, fingerprint: seal, promisedOn };
    const last = this.leads.every(({ status }) => status === 'done');
    return this.advance('issue_part', act, { data: { ...data, last } });
  }

  /** The last separate reply is signed: `replies` are those that stand, and what they come to is the outcome of the case. */
  completeParts(replies: readonly Reply[], rateBy: string | null, at: Date): NewEvent {
    const { outcomeClass, promisedOn } = outcomeOfParts(replies);
    for (const one of replies) this.duty(one.assignmentId).setDates({ promiseDueOn: one.promisedOn });
    return this.advance(
      'complete_parts',
      { by: Actor.system(), role: 'system', at },
      {
        change: { outcomeClass, repliedAt: at, rateBy, promiseDueOn: promisedOn },
        data: { replyIds: replies.map(({ id }) => id), outcomeClass, rateBy, promisedOn },
      },
    );
  }

  /** The leading units that follow up what they promised. */
  get promising(): Assignment[] {
    return this.leads.filter(({ part, promiseDueOn }) => part === 'lead' || promiseDueOn !== null);
  }

  /** Publishes the reply that stands; of separate leads all of them together. */
  publish(replies: readonly Reply[], act: Act): NewEvent {
    caseWorkflow.statusAfter('publish', this.status);
    this.require('publish', this.missingForPublication(replies));
    for (const reply of replies) reply.publish(this);
    const change = { publishedAt: this.publishedAt ?? act.at };
    const data = { ...paperOf(replies[0]!), replyIds: replies.map(({ id }) => id) };
    return this.advance('publish', act, { change, data });
  }

  missingForPublication(replies: readonly Reply[]): Message[] {
    return [
      ...(this.rules.published === 'never' ? [msg('replies.missing.neverPublished')] : []),
      ...(this.publishable ? [] : [msg('replies.missing.notAgreed')]),
      ...(this.confidential ? [msg('replies.missing.confidential')] : []),
      ...(replies.every(({ isPublished }) => isPublished) ? [msg('replies.missing.publishedAlready')] : []),
    ];
  }

  /** A separate lead's duty as its events tell it; the step of a single lead speaks of the case. */
  protected partData(duty: Assignment): Record<string, unknown> {
    if (duty.part !== 'separate') return {};
    const { id: assignmentId, unitId, part, dueOn, extendedUntil } = duty;
    return { assignmentId, unitId, duty: part, dueOn: extendedUntil ?? dueOn };
  }

  private stepWith(step: UnitStep, reply: Reply): { duty: Assignment; action: CaseAction } {
    const duty = this.duty(reply.assignmentId);
    const action = stepOf(step, duty);
    caseWorkflow.statusAfter(action, this.status);
    return { duty, action };
  }

  protected require(action: CaseAction, missing: readonly Message[]): void {
    if (missing.length > 0) throw new ConditionsMissing(action, missing);
  }
}

function paperOf({ id: replyId, version, outcomeClass }: Reply): Record<string, unknown> {
  return { replyId, version, outcomeClass };
}
