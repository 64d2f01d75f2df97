import { Injectable } from '@nestjs/common';
import { Attachments, type SentFiles } from '../../files/index.js';
import type { Actor } from '../../kernel/index.js';
import { CaseSteps } from '../case/case-steps.js';
import { caseWorkflow } from '../case/case-workflow.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { DraftingDesk } from './drafting-desk.service.js';
import { ownLead } from '../duty/duty-choice.js';
import { stepOf } from '../duty/part-steps.js';
import { CasesRepository } from '../case/cases.repository.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { RepliesRepository } from './replies.repository.js';
import type { ReplyContent } from './reply-content.js';
import { REPLY_OWNER } from './reply-papers.service.js';
import { ReplyVersion } from './reply-version.entity.js';
import { Reply } from './reply.entity.js';

export interface Desk {
  readonly record: HandlingCase;
  /** The leading unit that writes; the pages name it where several lead separately. */
  readonly duty: Assignment;
  readonly reply: Reply | null;
}

/** The officer's desk: writing, submitting, taking back. A draft is the unit's own paper and leaves no event before it is submitted. */
@Injectable()
export class ReplyDrafts {
  constructor(
    private readonly cases: CasesRepository,
    private readonly replies: RepliesRepository,
    private readonly steps: CaseSteps,
    private readonly attachments: Attachments,
    private readonly drafting: DraftingDesk,
  ) {}

  async desk(ref: string, actor: Actor, dutyId: string | null = null): Promise<Desk> {
    const record = await this.cases.findVisible(ref, actor);
    const duty = ownLead(record, actor, dutyId, 'draft_reply');
    return { record, duty, reply: await this.replies.current(record, duty) };
  }

  /** Nothing is written unless the unit is handling the case. */
  requireOpen({ record, duty }: Pick<Desk, 'record' | 'duty'>): void {
    caseWorkflow.statusAfter(stepOf('submit_reply', duty), record.status);
    duty.requireOpen('submit');
  }

  /** The same click twice: this very text is on its way already. */
  async isSubmitted(ref: string, content: ReplyContent, actor: Actor, dutyId: string | null = null): Promise<boolean> {
    const { duty, reply } = await this.desk(ref, actor, dutyId);
    return duty.status === 'in_sign_off' && reply !== null && reply.says(content);
  }

  async save(
    ref: string,
    content: ReplyContent,
    seenAt: Date | null,
    actor: Actor,
    files: SentFiles | null = null,
    dutyId: string | null = null,
  ): Promise<void> {
    await this.steps.perform(writing, ref, actor, async (record, act, tx) => {
      const duty = ownLead(record, actor, dutyId, 'draft_reply');
      this.requireOpen({ record, duty });
      await this.drafting.hold(duty, actor, tx);
      const reply = (await this.replies.current(record, duty, tx)) ?? Reply.begin(record, duty, act);
      reply.revise(content, seenAt, act);
      await tx.save(reply);
      const owner = { ownerType: REPLY_OWNER, ownerId: reply.id };
      if (files !== null) await this.attachments.apply(tx, owner, files, { by: actor, role: act.role });
      return [];
    });
  }

  async submit(ref: string, actor: Actor, dutyId: string | null = null): Promise<void> {
    await this.steps.perform(writing, ref, actor, async (record, act, tx) => {
      const duty = ownLead(record, actor, dutyId, 'draft_reply');
      await this.drafting.leave(duty, actor, tx);
      const reply = await this.replies.currentOrFail(record, duty, tx);
      const event = record.submitReply(reply, act);
      await tx.save(reply);
      await tx.save(ReplyVersion.of(reply, act));
      return event;
    });
  }

  async recall(ref: string, actor: Actor, dutyId: string | null = null): Promise<void> {
    await this.steps.perform(recalling, ref, actor, async (record, act, tx) => {
      const reply = await this.replies.currentOrFail(record, ownLead(record, actor, dutyId, 'draft_reply'), tx);
      const event = record.recallReply(reply, act);
      await tx.save(reply);
      return event;
    });
  }
}

const writing = (record: HandlingCase) => (record.isSeparate ? 'submit_part' : 'submit_reply');
const recalling = (record: HandlingCase) => (record.isSeparate ? 'recall_part' : 'recall_reply');
