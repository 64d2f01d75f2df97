import { Injectable } from '@nestjs/common';
import { beijingDate, WorkingDays, yearOf } from '../../calendar/index.js';
import { Congresses, NumberSeries } from '../../congress/index.js';
import { type Act, type Actor, type NewEvent, type Transaction } from '../../kernel/index.js';
import { CaseSteps } from '../case/case-steps.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { CaseNotFound } from '../case/case.errors.js';
import { CasesRepository } from '../case/cases.repository.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { RepliesRepository, type WaitingReply } from './replies.repository.js';
import type { ReplySignature, SignaturePart } from './reply-signature.entity.js';
import type { Letterhead, Reply } from './reply.entity.js';
import { ReplyNotFound } from './reply.errors.js';
import { ReplyPolicy } from './reply.policy.js';
import { type SignerAct, SigningRole } from './signing-role.js';
import { Withdrawals } from '../withdrawal/withdrawals.service.js';

/** What somebody has read and now signs or sends back. */
export interface Reading {
  readonly part: SignaturePart;
  readonly version: number;
  /** Which of several separate replies of the case; null where there is one. */
  readonly dutyId?: string | null;
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
    private readonly role: SigningRole,
    private readonly withdrawals: Withdrawals,
  ) {}

  waitingFor(actor: Actor): Promise<WaitingReply[]> {
    return this.replies.waitingFor(actor);
  }

  async desk(ref: string, actor: Actor, dutyId: string | null = null): Promise<SignatureDesk> {
    const record = await this.cases.findVisible(ref, actor);
    const reply = await this.replies.currentOrFail(record, dutyToSign(record, actor, dutyId));
    if (!new ReplyPolicy(actor).reads(reply)) throw new ReplyNotFound();
    return { record, reply, signatures: await this.replies.signatures([reply.id]) };
  }

  /** Whether the signature that is waited for is the one that issues the reply. */
  async isLast({ record, reply }: SignatureDesk): Promise<boolean> {
    return reply.waitsFor !== null && (await this.isFinal(reply.waitsFor, record));
  }

  async sign(ref: string, reading: Reading, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform(signing, ref, actor, async (record, act, tx) => {
      const reply = await this.replies.currentOrFail(record, dutyToSign(record, actor, reading.dutyId), tx);
      const signatures = await this.replies.signatures([reply.id], tx);
      if (isRepeated(reading, signatures, actor)) return [];
      reply.requireVersion(reading.version);
      const signing = await this.role.of(reading.part, reply, record, act, tx);
      return this.putSignature(reading.part, signatures, record, reply, signing, tx);
    });
  }

  async sendBack(ref: string, { part, version, dutyId }: Reading, comment: string, actor: Actor): Promise<void> {
    await this.steps.perform(returning, ref, actor, async (record, act, tx) => {
      const reply = await this.replies.currentOrFail(record, dutyToSign(record, actor, dutyId), tx);
      reply.requireVersion(version);
      const event = record.returnReply(reply, part, comment, await this.role.of(part, reply, record, act, tx));
      await tx.save(reply);
      return event;
    });
  }

  private async putSignature(
    part: SignaturePart,
    signatures: readonly ReplySignature[],
    record: HandlingCase,
    reply: Reply,
    act: SignerAct,
    tx: Transaction,
  ): Promise<NewEvent[]> {
    const isFinal = await this.isFinal(part, record, tx);
    const signature = isFinal
      ? reply.signFinally(
          part,
          signatures,
          await this.letterhead(record.duty(reply.assignmentId), act.at, tx),
          record,
          act,
        )
      : reply.sign(part, signatures, record, act);
    await tx.save(reply);
    await tx.save(signature);
    const signed = record.signReply(reply, signature, act);
    return isFinal ? [signed, ...(await this.issue(record, reply, act, tx))] : [signed];
  }

  /** The leader's signature always, the head's where no leader signs: by session and kind of case. */
  async isFinal(part: SignaturePart, record: HandlingCase, tx?: Transaction): Promise<boolean> {
    const { settings } = await this.congresses.session(record.governedBy, tx);
    return part === 'leader' || !record.rules.signatures(settings).includes('leader');
  }

  private async issue(record: HandlingCase, reply: Reply, act: Act, tx: Transaction): Promise<NewEvent[]> {
    const issued = record.isSeparate
      ? [record.issuePart(reply, act), ...(await this.withdrawals.lapse(record, act.at, tx))]
      : [];
    if (record.leads.some(({ id, status }) => status !== 'done' && id !== reply.assignmentId)) return issued;
    const rateBy = await this.rateBy(record, act, tx);
    const replied = record.isSeparate
      ? [record.completeParts(await this.replies.standing(record, tx), rateBy, act.at)]
      : [record.issueReply(reply, rateBy, act), ...(await this.withdrawals.lapse(record, act.at, tx))];
    return [...issued, ...replied, ...(record.asksForRating ? [] : [record.settleUnrated(act.at)])];
  }

  async rateBy(record: HandlingCase, { at }: Act, tx: Transaction): Promise<string | null> {
    if (!record.asksForRating) return null;
    const { settings } = await this.congresses.session(record.governedBy, tx);
    return (await this.workingDays.load(tx)).dueDateOf(at, settings.ratingDays);
  }

  /** 后勤保障部复〔2026〕3号. The series belongs to the unit's short name, so that two units never give the same number. */
  async letterhead({ unit }: Assignment, at: Date, tx: Transaction): Promise<Letterhead> {
    const year = yearOf(beijingDate(at));
    const n = await this.series.next(`reply:${unit.short}:${year}`, tx);
    return { number: `${unit.short}复〔${year}〕${n}号`, unitName: unit.name };
  }
}

/** The same click twice: the signature is there already. */
export function isRepeated({ part, version }: Reading, signatures: readonly ReplySignature[], actor: Actor): boolean {
  return signatures.some((one) => one.part === part && one.version === version && actor.isPerson(one.staffId));
}

const signing = (record: HandlingCase) => (record.isSeparate ? 'sign_part' : 'sign_reply');
const returning = (record: HandlingCase) => (record.isSeparate ? 'return_part' : 'return_reply');

const SIGNERS = ['unit_head', 'leader', 'deputy_head', 'deputy_leader'];

/** Whose reply is meant: that of the unit named, else the first that waits for a signature of this person. */
function dutyToSign(record: HandlingCase, actor: Actor, named: string | null = null): Assignment {
  const { leads, leaderId } = record;
  const isInPerson = actor.isPerson(leaderId) || actor.is('deputy_of', leaderId);
  const isOwn = ({ unitId }: Assignment) => isInPerson || SIGNERS.some((role) => actor.is(role, unitId));
  const waiting = leads.find((duty) => duty.status === 'in_sign_off' && isOwn(duty));
  const duty = named === null ? (waiting ?? leads[0]) : leads.find(({ id }) => id === named);
  if (!duty) throw new CaseNotFound();
  return duty;
}
