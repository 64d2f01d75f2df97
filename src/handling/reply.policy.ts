import { type Actor, mayRead } from '../kernel/index.js';
import { leadersOf } from './case-audience.js';
import { type CaseRule, leader, leadHead, leadOfficer } from './case.policy.js';
import type { HandlingCase } from './handling-case.entity.js';
import type { ReplySignature, SignaturePart } from './reply-signature.entity.js';
import { versionReaders } from './reply-audience.js';
import { type ReplyAction, replyWorkflow } from './reply-workflow.js';
import type { Reply } from './reply.entity.js';

/** Who may take which step of a reply; the table is complete by its type. */
const RULES: Record<ReplyAction, CaseRule> = {
  revise: leadOfficer,
  submit: leadOfficer,
  recall: leadOfficer,
  return_by_head: leadHead,
  sign_as_head: leadHead,
  sign_as_head_finally: leadHead,
  return_by_leader: leader,
  sign_as_leader: leader,
};

const SIGNING: Record<SignaturePart, ReplyAction> = { head: 'sign_as_head', leader: 'sign_as_leader' };

export class ReplyPolicy {
  constructor(private readonly actor: Actor) {}

  roleFor(action: ReplyAction, record: HandlingCase): string | null {
    return RULES[action](this.actor, record);
  }

  permits(action: ReplyAction, record: HandlingCase): boolean {
    return this.roleFor(action, record) !== null;
  }

  offers(reply: Reply, record: HandlingCase): ReplyAction[] {
    return replyWorkflow.availableFrom(reply.status).filter((action) => this.permits(action, record));
  }

  /** The role in which the actor signs (or sends back) as head or leader, or null. */
  signingRole(part: SignaturePart, record: HandlingCase): string | null {
    return this.roleFor(SIGNING[part], record);
  }

  /** As which part the actor may sign this version now; nobody signs twice. */
  signsAs(reply: Reply, signatures: readonly ReplySignature[], record: HandlingCase): SignaturePart | null {
    const part = reply.waitsFor;
    if (part === null || this.signingRole(part, record) === null) return null;
    return reply.isSignedBy(this.actor, signatures) ? null : part;
  }

  reads(reply: Reply): boolean {
    return mayRead(reply.audience, this.actor);
  }

  /** The whole chain of versions is for the office and the committee; for the leaders once the reply is issued. */
  readsVersions(reply: Reply, record: HandlingCase): boolean {
    if (mayRead(versionReaders(record), this.actor)) return true;
    return reply.isSigned && mayRead(leadersOf(record), this.actor);
  }

  /** A leader reads a version before that, once the head has signed it. */
  readsVersion(version: number, reply: Reply, signatures: readonly ReplySignature[], record: HandlingCase): boolean {
    if (this.readsVersions(reply, record)) return true;
    const hasReachedLeader = signatures.some((one) => one.replyId === reply.id && one.version === version);
    return hasReachedLeader && mayRead(leadersOf(record), this.actor);
  }
}
