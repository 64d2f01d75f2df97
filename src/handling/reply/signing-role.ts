import { Injectable } from '@nestjs/common';
import { MandateKeys } from '../../identity/index.js';
import { type Act, authorize, type Transaction } from '../../kernel/index.js';
import { Directory } from '../../organization/index.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import type { SignaturePart, SigningAct } from './reply-signature.entity.js';
import { MandateEnded, OwnDraftAsDeputy } from './reply.errors.js';
import { ReplyPolicy } from './reply.policy.js';
import type { Reply } from './reply.entity.js';

/** The act in the role of the signature; for a deputy with the mandate and what the event tells of it. */
export interface SignerAct extends SigningAct {
  readonly behalf: Readonly<Record<string, unknown>>;
}

/** As what somebody signs or sends back: head, leader, or deputy of one of them. */
@Injectable()
export class SigningRole {
  constructor(
    private readonly mandates: MandateKeys,
    private readonly directory: Directory,
  ) {}

  async of(part: SignaturePart, reply: Reply, record: HandlingCase, act: Act, tx: Transaction): Promise<SignerAct> {
    const policy = new ReplyPolicy(act.by);
    const role = authorize(policy.signingRole(part, reply, record), 'sign_reply');
    if (!role.startsWith('deputy_')) return { ...act, role, behalf: {} };
    if (policy.isBarred(part, reply, record)) throw new OwnDraftAsDeputy();
    const place = { unitId: record.duty(reply.assignmentId).unitId, leaderId: record.leaderId };
    const mandate = await this.mandates.acting(act.by.staffId!, part, place, tx);
    if (mandate === null) throw new MandateEnded();
    const { name } = await this.directory.person(mandate.principalId, tx);
    const behalf = { onBehalfOf: name, authorizedUntil: mandate.validUntil, mandateId: mandate.id };
    return { ...act, role, mandate, behalf };
  }
}
