import { type Actor, mayRead, type Rule } from '../../kernel/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { leadersOf } from '../case/case-audience.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import type { ReplySignature, SignaturePart } from './reply-signature.entity.js';
import { versionReaders } from './reply-audience.js';
import { SIGNING } from './signature-steps.js';
import { type ReplyAction, replyWorkflow } from './reply-workflow.js';
import type { Reply } from './reply.entity.js';

/** The unit whose reply it is, under the leader in charge of the case. */
interface Desk {
  readonly unitId: string;
  readonly leaderId: string | null;
}
type DeskRule = Rule<Desk>;

const officer: DeskRule = (actor, { unitId }) => (actor.is('unit_officer', unitId) ? 'unit_officer' : null);
const head: DeskRule = (actor, { unitId }) => (actor.is('unit_head', unitId) ? 'unit_head' : null);
const leader: DeskRule = (actor, { unitId, leaderId }) =>
  actor.isPerson(leaderId) || actor.is('leader', unitId) ? 'leader' : null;

/** Under a mandate, where it is not one's own signature. */
const headSigner: DeskRule = (actor, desk) =>
  head(actor, desk) ?? (actor.is('deputy_head', desk.unitId) ? 'deputy_head' : null);
const leaderSigner: DeskRule = (actor, desk) =>
  leader(actor, desk) ??
  (actor.is('deputy_leader', desk.unitId) || actor.is('deputy_of', desk.leaderId) ? 'deputy_leader' : null);

/** Who may take which step of a reply; the table is complete by its type. */
const RULES: Record<ReplyAction, DeskRule> = {
  revise: officer,
  submit: officer,
  recall: officer,
  return_by_head: headSigner,
  sign_as_head: headSigner,
  sign_as_head_finally: headSigner,
  return_by_leader: leaderSigner,
  sign_as_leader: leaderSigner,
};

export class ReplyPolicy {
  constructor(private readonly actor: Actor) {}

  /** For the reply of one leading unit. */
  roleFor(action: ReplyAction, record: HandlingCase, { unitId }: Pick<Assignment, 'unitId'>): string | null {
    return RULES[action](this.actor, { unitId, leaderId: record.leaderId });
  }

  offers(reply: Reply, record: HandlingCase): ReplyAction[] {
    const duty = dutyOf(reply, record);
    if (duty === undefined) return [];
    return replyWorkflow.availableFrom(reply.status).filter((action) => this.roleFor(action, record, duty) !== null);
  }

  /** The role in which the actor signs (or sends back) as head or leader, or null. */
  signingRole(part: SignaturePart, reply: Reply, record: HandlingCase): string | null {
    const duty = dutyOf(reply, record);
    return duty === undefined ? null : this.roleFor(SIGNING[part], record, duty);
  }

  /** As which part the actor may sign this version now; nobody signs twice. */
  signsAs(reply: Reply, signatures: readonly ReplySignature[], record: HandlingCase): SignaturePart | null {
    const part = reply.waitsFor;
    if (part === null || this.signingRole(part, reply, record) === null) return null;
    if (this.isBarred(part, reply, record)) return null;
    return reply.isSignedBy(this.actor, signatures) ? null : part;
  }

  /** A deputy puts no second name under an own draft, and none under the answer to an own proposal. */
  isBarred(part: SignaturePart, reply: Reply, record: HandlingCase): boolean {
    const isDeputy = this.signingRole(part, reply, record)?.startsWith('deputy_') ?? false;
    return isDeputy && (this.actor.isPerson(reply.draftedBy) || record.isParty(this.actor.staffId));
  }

  reads(reply: Reply): boolean {
    return mayRead(reply.audience, this.actor);
  }

  /** The whole chain of versions is for the office and the committee; for the leaders once the reply is issued. */
  readsVersions(reply: Reply, record: HandlingCase): boolean {
    const unitId = unitIdOf(reply, record);
    if (mayRead(versionReaders(record, unitId), this.actor)) return true;
    return reply.isSigned && mayRead(leadersOf(record, [unitId]), this.actor);
  }

  /** A leader reads a version before that, once the head has signed it. */
  readsVersion(version: number, reply: Reply, signatures: readonly ReplySignature[], record: HandlingCase): boolean {
    if (this.readsVersions(reply, record)) return true;
    const hasReachedLeader = signatures.some((one) => one.replyId === reply.id && one.version === version);
    return hasReachedLeader && mayRead(leadersOf(record, [unitIdOf(reply, record)]), this.actor);
  }
}

/** The unit whose paper it is, also when it no longer handles the case. */
function unitIdOf({ assignmentId }: Reply, { assignments }: HandlingCase): string {
  return assignments.find(({ id }) => id === assignmentId)!.unitId;
}

/** The reply of a unit whose duty was taken back is nobody's to go on with. */
function dutyOf({ assignmentId }: Reply, { assignments }: HandlingCase): Assignment | undefined {
  return assignments.find(({ id, isVoid }) => id === assignmentId && !isVoid);
}
