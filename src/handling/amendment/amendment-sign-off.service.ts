import { Injectable } from '@nestjs/common';
import { type Actor, isId, type Transaction } from '../../kernel/index.js';
import { CaseSteps } from '../case/case-steps.js';
import { CasesRepository } from '../case/cases.repository.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { RepliesRepository } from '../reply/replies.repository.js';
import { ReplyNotFound } from '../reply/reply.errors.js';
import { ReplyPolicy } from '../reply/reply.policy.js';
import { Reply } from '../reply/reply.entity.js';
import { isRepeated, type Reading, type SignatureDesk, SignOff } from '../reply/sign-off.service.js';
import { SigningRole } from '../reply/signing-role.js';

/** The signatures under an amendment: the same two, in the same order, as under the reply it amends. */
@Injectable()
export class AmendmentSignOff {
  constructor(
    private readonly cases: CasesRepository,
    private readonly replies: RepliesRepository,
    private readonly steps: CaseSteps,
    private readonly signOff: SignOff,
    private readonly role: SigningRole,
  ) {}

  async desk(ref: string, id: string, actor: Actor): Promise<SignatureDesk & { readonly amended: Reply }> {
    const record = await this.cases.findVisible(ref, actor);
    const reply = await this.amendment(record, id);
    if (!new ReplyPolicy(actor).reads(reply)) throw new ReplyNotFound();
    const amended = await this.replies.find(reply.amendsId!);
    return { record, reply, amended: amended!, signatures: await this.replies.signatures([reply.id]) };
  }

  sign(ref: string, id: string, reading: Reading, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('sign_amendment', ref, actor, async (record, act, tx) => {
      const amendment = await this.amendment(record, id, tx);
      const signatures = await this.replies.signatures([amendment.id], tx);
      if (isRepeated(reading, signatures, actor)) return [];
      amendment.requireVersion(reading.version);
      const signing = await this.role.of(reading.part, amendment, record, act, tx);
      const isFinal = await this.signOff.isFinal(reading.part, record, tx);
      const letterhead = isFinal && (await this.signOff.letterhead(record.duty(amendment.assignmentId), act.at, tx));
      const signature = letterhead
        ? amendment.signFinally(reading.part, signatures, letterhead, record, signing)
        : amendment.sign(reading.part, signatures, record, signing);
      const signed = record.signAmendment(amendment, signature, signing);
      const events = isFinal ? [signed, await this.issue(record, amendment, signing, tx)] : [signed];
      await tx.save(amendment);
      await tx.save(signature);
      return events;
    });
  }

  async sendBack(ref: string, id: string, { part, version }: Reading, comment: string, actor: Actor): Promise<void> {
    await this.steps.perform('return_amendment', ref, actor, async (record, act, tx) => {
      const amendment = await this.amendment(record, id, tx);
      amendment.requireVersion(version);
      const signing = await this.role.of(part, amendment, record, act, tx);
      const event = record.returnAmendment(amendment, part, comment, signing);
      await tx.save(amendment);
      return event;
    });
  }

  private async issue(
    record: HandlingCase,
    amendment: Reply,
    act: Parameters<HandlingCase['amendReply']>[3],
    tx: Transaction,
  ) {
    const amended = await tx.findOneByOrFail(Reply, { id: amendment.amendsId! });
    const standing = await this.replies.standingOf(amended, tx);
    return record.amendReply(amendment, { amended, standing }, await this.signOff.rateBy(record, act, tx), act);
  }

  private async amendment(record: HandlingCase, id: string, tx?: Transaction): Promise<Reply> {
    const reply = isId(id) ? await this.replies.find(id, tx) : null;
    if (reply?.caseId !== record.id || reply.amendsId === null) throw new ReplyNotFound();
    return reply;
  }
}
