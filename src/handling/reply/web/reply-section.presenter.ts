import { type Actor, mayRead, type Message, msg } from '../../../kernel/index.js';
import { paragraphsOf } from '../../../web/index.js';
import { type CaseAction, caseWorkflow } from '../../case/case-workflow.js';
import { CasePolicy } from '../../case/case.policy.js';
import type { Assignment } from '../../duty/assignment.entity.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { CasePapers } from '../reply-papers.service.js';
import { ReplyPolicy } from '../reply.policy.js';
import type { Reply } from '../reply.entity.js';
import type { LinkButton } from '../../case/web/case-buttons.js';
import { presentAmendments } from '../../amendment/web/amendments-issued.presenter.js';
import { awaitedOf, presentRatings, type RatingView } from '../../rating/web/rating-view.js';
import { dutyQuery } from '../../duty/web/duty-address.js';
import { presentReply, type ReplyView, STATUS_TAG, type Tag, unitNameOf } from './reply-view.js';

/** For `replies/section`: what this reader may see of the replies of a case. */
export interface RepliesSection {
  readonly rounds: readonly { readonly reply: ReplyView; readonly ratings: readonly RatingView[] }[];
  readonly awaited: Message | null;
  readonly pending: readonly PendingReply[] | null;
  readonly none: Message | null;
  readonly publication: { readonly action: string; readonly text: Message; readonly missing: Message[] | null } | null;
  /** Why the case ended although the proposers are dissatisfied. */
  readonly explanation: { readonly paragraphs: readonly string[] } | null;
}

/** A reply that is being written or signed; named by its unit where several units reply. */
interface PendingReply {
  readonly unit: string | null;
  readonly tag: Tag;
  readonly text: Message;
  readonly versions: string | null;
}

interface Door {
  readonly path: string;
  readonly text: Message;
  readonly missing: readonly Message[];
}

/** Where a step is taken; the steps of a reply that are not here follow from others. */
const DOORS: Partial<Record<CaseAction, { path: string; text: Message }>> = {
  submit_reply: { path: 'reply', text: msg('replies.door.draft') },
  recall_reply: { path: 'reply', text: msg('replies.door.recall') },
  submit_amendment: { path: 'amendment', text: msg('amendments.door') },
  submit_part: { path: 'reply', text: msg('replies.door.draft') },
  recall_part: { path: 'reply', text: msg('replies.door.recall') },
  rate: { path: 'rating', text: msg('replies.door.rate') },
  conclude_with_explanation: { path: 'dissatisfaction', text: msg('replies.door.decide') },
  report_progress: { path: 'follow-up', text: msg('replies.door.followUp') },
  slip_promise: { path: 'follow-up', text: msg('replies.door.followUp') },
  confirm_implemented: { path: 'follow-up', text: msg('replies.door.confirm') },
  reclassify: { path: 'reclassification', text: msg('promises.reclassify') },
};

const OF_A_PART = new Set<CaseAction>(['submit_part', 'recall_part']);

export function presentReplies(record: HandlingCase, papers: CasePapers, actor: Actor): RepliesSection {
  const readable = papers.replies.filter((reply) => reply.isSigned && mayRead(reply.audience, actor));
  const rounds = readable.map((reply, place) => ({
    reply: {
      ...presentReply(reply, record, papers),
      versions: versionsOf(reply, record, actor),
      amendments: presentAmendments(reply, record, papers, actor),
    },
    ratings: readable[place + 1]?.round === reply.round ? [] : presentRatings(record, reply.round, papers, actor),
  }));
  const unsigned = onTheDesk(record, papers);
  const isOffice = new CasePolicy(actor).sees('whole_timeline', record);
  return {
    rounds,
    awaited: readable.length > 0 ? awaitedOf(record, papers.ratings) : null,
    pending: isOffice && unsigned.length > 0 ? unsigned.map((reply) => pendingOf(reply, record, actor)) : null,
    none: rounds.length === 0 ? msg(papers.replies.some(isSigned) ? 'replies.none.closed' : 'replies.none.yet') : null,
    publication: publicationOf(record, papers.replies, actor),
    explanation: record.explanation === null ? null : { paragraphs: paragraphsOf(record.explanation) },
  };
}

function isSigned({ isSigned: signed }: Reply): boolean {
  return signed;
}

/** The unsigned replies of the present round; one begun by a unit that was since replaced is history. */
function onTheDesk({ round, leads }: HandlingCase, { replies }: CasePapers): Reply[] {
  const running = new Set(leads.filter(({ status }) => status !== 'done').map(({ id }) => id));
  return replies.filter((one) => !one.isSigned && one.round === round && running.has(one.assignmentId));
}

function pendingOf(reply: Reply, record: HandlingCase, actor: Actor): PendingReply {
  const { status, version } = reply;
  return {
    unit: record.isSeparate ? unitNameOf(reply, record) : null,
    tag: STATUS_TAG[status],
    text: msg(`replies.pending.${status}`, { version }),
    versions: versionsOf(reply, record, actor),
  };
}

/** The first draft has not been handed to anybody. */
function versionsOf(reply: Reply, record: HandlingCase, actor: Actor): string | null {
  const isKept = reply.status !== 'draft' || reply.version > 1;
  return isKept && new ReplyPolicy(actor).readsVersions(reply, record)
    ? `/cases/${record.ref}/versions/${reply.id}`
    : null;
}

/** The buttons of the case page that lead to the pages of this room. The state of the reply is known only to the offices. */
export function presentReplyDoors(record: HandlingCase, papers: CasePapers, actor: Actor): LinkButton[] {
  if (record.isReadOnly) return [];
  const unsigned = onTheDesk(record, papers);
  const policy = new ReplyPolicy(actor);
  const signing = unsigned
    .filter((reply) => policy.signsAs(reply, papers.signatures, record) !== null)
    .map(({ assignmentId }) => doorFor('signature', msg('replies.door.sign'), record.duty(assignmentId), []));
  const amending = papers.amendments
    .filter((one) => policy.signsAs(one, papers.signatures, record) !== null)
    .map(({ id }) => ({ path: `amendments/${id}/signature`, text: msg('amendments.sign'), missing: [] }));
  const offered = new CasePolicy(actor)
    .offers(record)
    .filter((action) => isOpen(action, record, unsigned, papers, actor));
  const doors = [
    ...signing,
    ...(caseWorkflow.isAvailable('sign_amendment', record.status) ? amending : []),
    ...offered.flatMap((action) => doorsTo(action, record, actor)),
  ];
  return doors
    .filter(({ path }, place) => doors.findIndex((door) => door.path === path) === place)
    .map(({ path, text, missing }) => ({
      href: `/cases/${record.ref}/${path}`,
      text,
      missing,
      tone: 'secondary',
      quiet: path.startsWith('amendment?') || path === 'amendment',
    }));
}

/** One door, or one for each of several separate duties of the actor's units. */
function doorsTo(action: CaseAction, record: HandlingCase, actor: Actor): Door[] {
  const door = DOORS[action];
  if (door === undefined) return [];
  if (!OF_A_PART.has(action)) return [{ ...door, missing: record.missing(action) }];
  const status = action === 'submit_part' ? 'in_handling' : 'in_sign_off';
  return new CasePolicy(actor)
    .ownLeads(record)
    .filter((duty) => duty.status === status)
    .map((duty) => doorFor(door.path, door.text, duty, record.missing(action, duty)));
}

function doorFor(path: string, text: Message, duty: Assignment, missing: readonly Message[]): Door {
  return { path: `${path}${dutyQuery(duty)}`, text, missing };
}

/** What the case offers, the state of reply and ratings may already have closed. */
function isOpen(
  action: CaseAction,
  record: HandlingCase,
  unsigned: readonly Reply[],
  { ratings }: CasePapers,
  actor: Actor,
): boolean {
  if (action === 'recall_reply' || action === 'recall_part') return unsigned.some(({ status }) => status === 'at_head');
  if (action === 'rate')
    return !ratings.some(({ round, staffId }) => round === record.round && actor.isPerson(staffId));
  return true;
}

function publicationOf(record: HandlingCase, replies: readonly Reply[], actor: Actor): RepliesSection['publication'] {
  const standing = standingAmong(record, replies);
  const mayPublish = !record.isReadOnly && new CasePolicy(actor).permits('publish', record);
  const isDone = standing.every(({ isPublished }) => isPublished);
  if (isDone || !mayPublish || !caseWorkflow.isAvailable('publish', record.status)) return null;
  const missing = record.missingForPublication(standing);
  return {
    action: `/cases/${record.ref}/publication`,
    text: msg('replies.door.publish'),
    missing: missing.length > 0 ? missing : null,
  };
}

/** The replies that count: of each leading unit the newest that was signed. */
function standingAmong({ leads }: HandlingCase, replies: readonly Reply[]): Reply[] {
  return leads.flatMap(({ id }) => replies.findLast((one) => one.isSigned && one.assignmentId === id) ?? []);
}
