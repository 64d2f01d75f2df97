import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { CaseSteps } from '../case/case-steps.js';
import { caseWorkflow } from '../case/case-workflow.js';
import { CasesRepository } from '../case/cases.repository.js';
import { DraftingDesk } from '../reply/drafting-desk.service.js';
import { ownLead } from '../duty/duty-choice.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { RepliesRepository } from '../reply/replies.repository.js';
import type { ReplyContent } from '../reply/reply-content.js';
import { ReplyVersion } from '../reply/reply-version.entity.js';
import { Reply } from '../reply/reply.entity.js';
import { ReplyNotFound } from '../reply/reply.errors.js';

export interface AmendmentDesk {
  readonly record: HandlingCase;
  readonly duty: Assignment;
  /** The issued reply that is amended. */
  readonly amended: Reply;
  /** What stands of it: itself, or the last amendment that was issued. */
  readonly standing: Reply;
  /** The amendment that is under way, if there is one. */
  readonly amendment: Reply | null;
}

/** 补充更正答复: the officer writes it, hands it in, takes it back. The issued reply is never touched. */
@Injectable()
export class Amendments {
  constructor(
    private readonly cases: CasesRepository,
    private readonly replies: RepliesRepository,
    private readonly steps: CaseSteps,
    private readonly drafting: DraftingDesk,
  ) {}

  async desk(ref: string, actor: Actor, dutyId: string | null): Promise<AmendmentDesk> {
    const record = await this.cases.findVisible(ref, actor);
    const duty = ownLead(record, actor, dutyId, 'submit_amendment');
    caseWorkflow.statusAfter('submit_amendment', record.status);
    const amended = await this.replies.newestSignedOf(duty);
    if (amended === null) throw new ReplyNotFound();
    const [standing, amendment] = await Promise.all([
      this.replies.standingOf(amended),
      this.replies.openAmendment(amended),
    ]);
    return { record, duty, amended, standing, amendment };
  }

  /** The same click twice: this very text is on its way, or was issued already. */
  isSubmitted(desk: AmendmentDesk, content: ReplyContent, reason: string): boolean {
    const { standing, amendment } = desk;
    const newest = amendment ?? (standing.amendsId === null ? null : standing);
    const isOnItsWay = newest !== null && newest.status !== 'draft';
    return isOnItsWay && newest.says(content) && newest.amendmentReason === reason;
  }

  async save(
    ref: string,
    content: ReplyContent,
    reason: string,
    seenAt: Date | null,
    actor: Actor,
    dutyId: string | null,
  ): Promise<void> {
    await this.steps.perform('submit_amendment', ref, actor, async (record, act, tx) => {
      const duty = ownLead(record, actor, dutyId, 'submit_amendment');
      caseWorkflow.statusAfter('submit_amendment', record.status);
      const amended = await this.replies.newestSignedOf(duty, tx);
      if (amended === null) throw new ReplyNotFound();
      await this.drafting.hold(duty, actor, tx);
      const standing = await this.replies.standingOf(amended, tx);
      const open = await this.replies.openAmendment(amended, tx);
      const amendment = open ?? Reply.amend(amended, standing, record, duty, act);
      amendment.revise(content, seenAt, act);
      amendment.because(reason);
      await tx.save(amendment);
      return [];
    });
  }

  async submit(ref: string, actor: Actor, dutyId: string | null): Promise<void> {
    await this.steps.perform('submit_amendment', ref, actor, async (record, act, tx) => {
      const duty = ownLead(record, actor, dutyId, 'submit_amendment');
      await this.drafting.leave(duty, actor, tx);
      const { standing, amendment } = await this.open(duty, tx);
      const event = record.submitAmendment(amendment, standing, act);
      await tx.save(amendment);
      await tx.save(ReplyVersion.of(amendment, act));
      return event;
    });
  }

  async recall(ref: string, actor: Actor, dutyId: string | null): Promise<void> {
    await this.steps.perform('recall_amendment', ref, actor, async (record, act, tx) => {
      const { amendment } = await this.open(ownLead(record, actor, dutyId, 'submit_amendment'), tx);
      const event = record.recallAmendment(amendment, act);
      await tx.save(amendment);
      return event;
    });
  }

  private async open(duty: Assignment, tx: Parameters<RepliesRepository['openAmendment']>[1]) {
    const amended = await this.replies.newestSignedOf(duty, tx);
    const amendment = amended && (await this.replies.openAmendment(amended, tx));
    if (!amended || !amendment) throw new ReplyNotFound();
    return { amendment, standing: await this.replies.standingOf(amended, tx) };
  }
}
