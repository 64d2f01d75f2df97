import { beijingDate } from '../../calendar/index.js';
import { type Act, type Message, msg, type NewEvent } from '../../kernel/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { type CaseAction, type CaseStatus, caseWorkflow } from '../case/case-workflow.js';
import { isSameOutcome } from '../reply/reply-content.js';
import type { Reply } from '../reply/reply.entity.js';
import type { ReplySignature, SignaturePart } from '../reply/reply-signature.entity.js';
import { type ActFor, ReplySteps } from '../reply/reply-steps.js';

/** What a leading unit writes at present: the page of the same name. */
export function paperWritten(status: CaseStatus): 'reply' | 'amendment' {
  return status === 'in_handling' ? 'reply' : 'amendment';
}

/** The issued reply, and what stands of it: itself, or the last amendment that was issued. */
export interface Amended {
  readonly amended: Reply;
  readonly standing: Reply;
}

/** The steps by which an issued reply is amended. None of them moves the case; the amended reply stays as it was signed. */
export abstract class AmendmentSteps extends ReplySteps {
  submitAmendment(amendment: Reply, standing: Reply, act: Act): NewEvent {
    this.requireAmendable('submit_amendment');
    this.require('submit_amendment', this.missingForAmendment(amendment, standing, beijingDate(act.at)));
    amendment.submit(this);
    const data = { ...this.amendmentData(amendment), contentHash: amendment.contentHash };
    return this.advance('submit_amendment', act, { data });
  }

  recallAmendment(amendment: Reply, act: Act): NewEvent {
    this.requireAmendable('recall_amendment');
    const data = this.amendmentData(amendment);
    amendment.recall(this);
    return this.advance('recall_amendment', act, { data });
  }

  returnAmendment(amendment: Reply, part: SignaturePart, comment: string, act: ActFor): NewEvent {
    this.requireAmendable('return_amendment');
    const data = { ...this.amendmentData(amendment), part, ...act.behalf };
    amendment.sendBack(part, comment, this);
    return this.advance('return_amendment', act, { note: comment, data });
  }

  signAmendment(amendment: Reply, { part, version }: ReplySignature, act: ActFor): NewEvent {
    const data = { ...this.amendmentData(amendment), version, part, ...act.behalf };
    return this.advance('sign_amendment', act, { data });
  }

  /** The last signature: shown below the reply. Whoever has not rated yet gets the time until `rateBy`. */
  amendReply(amendment: Reply, { amended, standing }: Amended, rateBy: string | null, act: ActFor): NewEvent {
    if (amended.isPublished) amendment.publish(this);
    const { number: replyNumber, seal, outcomeClass, promisedOn } = amendment;
    const until = this.status === 'replied' && this.rateBy !== null ? rateBy : this.rateBy;
    const changesOutcome = !isSameOutcome(amendment, standing) && !this.isSeparate;
    return this.advance('amend_reply', act, {
      note: amendment.amendmentReason,
      change: { rateBy: until, ...(changesOutcome && { outcomeClass, promiseDueOn: promisedOn }) },
      data: {
        ...this.amendmentData(amendment),
        ...act.behalf,
        replyNumber,
        fingerprint: seal,
        rateBy: until,
        promisedOn,
      },
    });
  }

  /** 接手: a colleague goes on writing the reply, or what amends it. */
  takeDeskOver(duty: Assignment, staffId: string, act: Act): NewEvent {
    const data = { staffId, paper: paperWritten(this.status), ...this.partData(duty) };
    return this.advance('take_desk_over', act, { data });
  }

  /** Class and promise can be changed until the case goes on from them. */
  missingForAmendment(amendment: Reply, standing: Reply, today: string): Message[] {
    const isSame = isSameOutcome(amendment, standing);
    return [
      ...(amendment.amendmentReason?.trim() ? [] : [msg('amendments.missing.reason')]),
      ...(isSame ? (amendment.text.trim() ? [] : [msg('replies.missing.text')]) : amendment.missing(today)),
      ...(this.isOutcomeFixed && !isSame ? [msg('amendments.missing.classStays')] : []),
    ];
  }

  /** From the follow-up on, class and promise are its business; of separate leads they are computed. */
  get isOutcomeFixed(): boolean {
    return this.isSeparate || this.status === 'follow_up' || this.status === 'concluded';
  }

  private requireAmendable(action: CaseAction): void {
    caseWorkflow.statusAfter(action, this.status);
  }

  private amendmentData(amendment: Reply): Record<string, unknown> {
    const { id: replyId, amendsId, version, outcomeClass, assignmentId } = amendment;
    const { unitId } = this.duty(assignmentId);
    return { replyId, amendsId, version, outcomeClass, assignmentId, unitId };
  }
}
