import { beijingDate } from '../calendar/index.js';
import { type Act, ConditionsMissing, type Message, msg, type NewEvent } from '../kernel/index.js';
import { type CaseAction, caseWorkflow } from './case-workflow.js';
import { OriginSteps } from './origin-steps.js';
import type { Reply } from './reply.entity.js';
import type { ReplySignature, SignaturePart } from './reply-signature.entity.js';

/** The steps of a case from the submitted reply to its publication. The reply itself changes beside the case. */
export abstract class ReplySteps extends OriginSteps {
  /** What must be done before the step. */
  abstract missing(action: CaseAction): Message[];

  submitReply(reply: Reply, act: Act): NewEvent {
    caseWorkflow.statusAfter('submit_reply', this.status);
    this.require('submit_reply', [...this.missing('submit_reply'), ...reply.missing(beijingDate(act.at))]);
    reply.submit(this);
    return this.advance('submit_reply', act, { data: { ...paperOf(reply), contentHash: reply.contentHash } });
  }

  /** The unit takes the reply back before anybody has signed it. */
  recallReply(reply: Reply, act: Act): NewEvent {
    const data = paperOf(reply);
    reply.recall(this);
    return this.advance('recall_reply', act, { data });
  }

  returnReply(reply: Reply, part: SignaturePart, comment: string, act: Act): NewEvent {
    const data = { ...paperOf(reply), part };
    reply.sendBack(part, comment, this);
    return this.advance('return_reply', act, { note: comment, data });
  }

  signReply(reply: Reply, { part, version }: ReplySignature, act: Act): NewEvent {
    return this.advance('sign_reply', act, { data: { ...paperOf(reply), version, part } });
  }

  /** The last signature is given: the reply goes to the proposers, who may rate it until `rateBy`. */
  issueReply(reply: Reply, rateBy: string | null, act: Act): NewEvent {
    const { number: replyNumber, seal, promisedOn } = reply;
    this.lead!.finish(act);
    return this.advance('issue_reply', act, {
      change: { outcomeClass: reply.outcomeClass, repliedAt: act.at, rateBy, promiseDueOn: promisedOn },
      data: { ...paperOf(reply), replyNumber, fingerprint: seal, rateBy, promisedOn },
    });
  }

  publish(reply: Reply, act: Act): NewEvent {
    caseWorkflow.statusAfter('publish', this.status);
    this.require('publish', this.missingForPublication(reply));
    reply.publish(this);
    const change = { publishedAt: this.publishedAt ?? act.at };
    return this.advance('publish', act, { change, data: paperOf(reply) });
  }

  missingForPublication(reply: Reply): Message[] {
    return [
      ...(this.rules.published === 'never' ? [msg('replies.missing.neverPublished')] : []),
      ...(this.publishable ? [] : [msg('replies.missing.notAgreed')]),
      ...(this.confidential ? [msg('replies.missing.confidential')] : []),
      ...(reply.isPublished ? [msg('replies.missing.publishedAlready')] : []),
    ];
  }

  protected require(action: CaseAction, missing: readonly Message[]): void {
    if (missing.length > 0) throw new ConditionsMissing(action, missing);
  }
}

function paperOf({ id: replyId, version, outcomeClass }: Reply): Record<string, unknown> {
  return { replyId, version, outcomeClass };
}
