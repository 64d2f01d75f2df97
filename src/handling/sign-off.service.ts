import { Injectable } from '@nestjs/common';
import { beijingDate, WorkingDays, yearOf } from '../calendar/index.js';
import { Congresses, NumberSeries } from '../congress/index.js';
import { type Act, type Actor, authorize, type NewEvent, type Transaction } from '../kernel/index.js';
import { CaseSteps } from './case-steps.js';
import { CasesRepository } from './cases.repository.js';
import type { HandlingCase } from './handling-case.entity.js';
import { RepliesRepository, type WaitingReply } from './replies.repository.js';
import type { ReplySignature, SignaturePart } from './reply-signature.entity.js';
import type { Reply } from './reply.entity.js';
import { ReplyNotFound } from './reply.errors.js';
import { ReplyPolicy } from './reply.policy.js';

/** What somebody has read and now signs or sends back. */
export interface Reading {
  readonly part: SignaturePart;
  readonly version: number;
}

export interface SignatureDesk {
  readonly record: HandlingCase;
  readonly reply: Reply;
  readonly signatures: readonly ReplySignature[];
}

/** 审签: head and leader sign or send back; the last signature issues the reply. */
@Injectable()
export class SignOff {
  constructor(
    private readonly cases: CasesRepository,
    private readonly replies: RepliesRepository,
    private readonly steps: CaseSteps,
    private readonly congresses: Congresses,
    private readonly series: NumberSeries,
    private readonly workingDays: WorkingDays,
  ) {}

  waitingFor(actor: Actor): Promise<WaitingReply[]> {
    return this.replies.waitingFor(actor);
  }

  async desk(ref: string, actor: Actor): Promise<SignatureDesk> {
    const record = await this.cases.findVisible(ref, actor);
    const reply = await this.replies.currentOrFail(record);
    if (!new ReplyPolicy(actor).reads(reply)) throw new ReplyNotFound();
    return { record, reply, signatures: await this.replies.signatures([reply.id]) };
  }

  /** Whether the signature that is waited for is the one that issues the reply. */
  async isLast({ record, reply }: SignatureDesk): Promise<boolean> {
    return reply.waitsFor !== null && (await this.isFinal(reply.waitsFor, record));
  }

  async sign(ref: string, reading: Reading, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('sign_reply', ref, actor, async (record, act, tx) => {
      const reply = await this.replies.currentOrFail(record, tx);
      const signatures = await this.replies.signatures([reply.id], tx);
      if (isRepeated(reading, signatures, actor)) return [];
      reply.requireVersion(reading.version);
      return this.putSignature(reading.part, signatures, record, reply, inRole(reading.part, record, act), tx);
    });
  }

  async sendBack(ref: string, { part, version }: Reading, comment: string, actor: Actor): Promise<void> {
    await this.steps.perform('return_reply', ref, actor, async (record, act, tx) => {
      const reply = await this.replies.currentOrFail(record, tx);
      reply.requireVersion(version);
      const event = record.returnReply(reply, part, comment, inRole(part, record, act));
      await tx.save(reply);
      return event;
    });
  }

  private async putSignature(
    part: SignaturePart,
    signatures: readonly ReplySignature[],
    record: HandlingCase,
    reply: Reply,
    act: Act,
    tx: Transaction,
  ): Promise<NewEvent[]> {
    const isFinal = await this.isFinal(part, record, tx);
    const signature = isFinal
      ? reply.signFinally(part, signatures, await this.nextNumber(record, act.at, tx), record, act)
      : reply.sign(part, signatures, record, act);
    await tx.save(reply);
    await tx.save(signature);
    const signed = record.signReply(reply, signature, act);
    return isFinal ? [signed, ...(await this.issue(record, reply, act, tx))] : [signed];
  }

  /** The leader's signature always, the head's where no leader signs: by session and kind of case. */
  private async isFinal(part: SignaturePart, record: HandlingCase, tx?: Transaction): Promise<boolean> {
    const { settings } = await this.congresses.session(record.governedBy, tx);
    return part === 'leader' || !record.rules.signatures(settings).includes('leader');
  }

  private async issue(record: HandlingCase, reply: Reply, act: Act, tx: Transaction): Promise<NewEvent[]> {
    if (!record.asksForRating) return [record.issueReply(reply, null, act), record.settleUnrated(act.at)];
    const { settings } = await this.congresses.session(record.governedBy, tx);
    const rateBy = (await this.workingDays.load(tx)).dueDateOf(act.at, settings.ratingDays);
    return [record.issueReply(reply, rateBy, act)];
  }

  /** 后勤保障部复〔2026〕3号. The series belongs to the unit's short name, so that two units never give the same number. */
  private async nextNumber(record: HandlingCase, at: Date, tx: Transaction): Promise<string> {
    const { short } = record.lead!.unit;
    const year = yearOf(beijingDate(at));
    const n = await this.series.next(`reply:${short}:${year}`, tx);
    return `${short}复〔${year}〕${n}号`;
  }
}

/** The same click twice: the signature is there already. */
function isRepeated({ part, version }: Reading, signatures: readonly ReplySignature[], actor: Actor): boolean {
  return signatures.some((one) => one.part === part && one.version === version && actor.isPerson(one.staffId));
}

/** Head and leader sign in their own roles, also when one person is both officer and head. */
function inRole(part: SignaturePart, record: HandlingCase, act: Act): Act {
  return { ...act, role: authorize(new ReplyPolicy(act.by).signingRole(part, record), 'sign_reply') };
}
