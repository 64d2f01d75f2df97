import { Injectable } from '@nestjs/common';
import { Attachments, type SentFiles } from '../files/index.js';
import { type Actor, authorize } from '../kernel/index.js';
import { CaseSteps } from './case-steps.js';
import { caseWorkflow } from './case-workflow.js';
import { CasePolicy } from './case.policy.js';
import { CasesRepository } from './cases.repository.js';
import type { HandlingCase } from './handling-case.entity.js';
import { RepliesRepository } from './replies.repository.js';
import type { ReplyContent } from './reply-content.js';
import { REPLY_OWNER } from './reply-papers.service.js';
import { ReplyVersion } from './reply-version.entity.js';
import { Reply } from './reply.entity.js';

export interface Desk {
  readonly record: HandlingCase;
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
  ) {}

  async desk(ref: string, actor: Actor): Promise<Desk> {
    const record = await this.cases.findVisible(ref, actor);
    authorize(new CasePolicy(actor).roleFor('submit_reply', record), 'draft_reply');
    return { record, reply: await this.replies.current(record) };
  }

  /** Nothing is written unless the case is in handling. */
  requireOpen({ record }: Desk): void {
    caseWorkflow.statusAfter('submit_reply', record.status);
  }

  /** The same click twice: this very text is on its way already. */
  async isSubmitted(ref: string, content: ReplyContent, actor: Actor): Promise<boolean> {
    const { record, reply } = await this.desk(ref, actor);
    return record.status === 'in_sign_off' && reply !== null && reply.says(content);
  }

  async save(
    ref: string,
    content: ReplyContent,
    seenAt: Date | null,
    actor: Actor,
    files: SentFiles | null = null,
  ): Promise<void> {
    await this.steps.perform('submit_reply', ref, actor, async (record, act, tx) => {
      caseWorkflow.statusAfter('submit_reply', record.status);
      const lead = record.lead!;
      const reply = (await this.replies.current(record, tx)) ?? Reply.begin(record, lead.id, act);
      reply.revise(content, seenAt, act);
      await tx.save(reply);
      const owner = { ownerType: REPLY_OWNER, ownerId: reply.id };
      if (files !== null) await this.attachments.apply(tx, owner, files, { by: actor, role: act.role });
      return [];
    });
  }

  async submit(ref: string, actor: Actor): Promise<void> {
    await this.steps.perform('submit_reply', ref, actor, async (record, act, tx) => {
      const reply = await this.replies.currentOrFail(record, tx);
      const event = record.submitReply(reply, act);
      await tx.save(reply);
      await tx.save(ReplyVersion.of(reply, act));
      return event;
    });
  }

  async recall(ref: string, actor: Actor): Promise<void> {
    await this.steps.perform('recall_reply', ref, actor, async (record, act, tx) => {
      const reply = await this.replies.currentOrFail(record, tx);
      const event = record.recallReply(reply, act);
      await tx.save(reply);
      return event;
    });
  }
}
