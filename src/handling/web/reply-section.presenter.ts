import { type Actor, mayRead, type Message, msg } from '../../kernel/index.js';
import { type CaseAction, caseWorkflow } from '../case-workflow.js';
import { CasePolicy } from '../case.policy.js';
import type { HandlingCase } from '../handling-case.entity.js';
import type { CasePapers } from '../reply-papers.service.js';
import { ReplyPolicy } from '../reply.policy.js';
import type { Reply } from '../reply.entity.js';
import type { LinkButton } from './case-buttons.js';
import { awaitedOf, presentRatings, type RatingView } from './rating-view.js';
import { presentReply, type ReplyView, STATUS_TAG, type Tag } from './reply-view.js';

/** For `replies/section`: what this reader may see of the replies of a case. */
export interface RepliesSection {
  readonly rounds: readonly { readonly reply: ReplyView; readonly ratings: readonly RatingView[] }[];
  readonly awaited: Message | null;
  readonly pending: { readonly tag: Tag; readonly text: Message; readonly versions: string | null } | null;
  readonly none: Message | null;
  readonly publication: { readonly action: string; readonly text: Message; readonly missing: Message[] | null } | null;
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
  rate: { path: 'rating', text: msg('replies.door.rate') },
  conclude_with_explanation: { path: 'dissatisfaction', text: msg('replies.door.decide') },
  report_progress: { path: 'follow-up', text: msg('replies.door.followUp') },
  slip_promise: { path: 'follow-up', text: msg('replies.door.followUp') },
  confirm_implemented: { path: 'follow-up', text: msg('replies.door.confirm') },
};

export function presentReplies(record: HandlingCase, papers: CasePapers, actor: Actor): RepliesSection {
  const readable = papers.replies.filter((reply) => reply.isSigned && mayRead(reply.audience, actor));
  const rounds = readable.map((reply) => ({
    reply: { ...presentReply(reply, record, papers), versions: versionsOf(reply, record, actor) },
    ratings: presentRatings(record, reply.round, papers, actor),
  }));
  const unsigned = onTheDesk(record, papers);
  const isOffice = new CasePolicy(actor).sees('whole_timeline', record);
  return {
    rounds,
    awaited: readable.length > 0 ? awaitedOf(record, papers.ratings) : null,
    pending: unsigned && isOffice ? { ...pendingOf(unsigned), versions: versionsOf(unsigned, record, actor) } : null,
    none: rounds.length === 0 ? msg(papers.replies.some(isSigned) ? 'replies.none.closed' : 'replies.none.yet') : null,
    publication: publicationOf(record, papers.replies, actor),
  };
}

function isSigned({ isSigned: signed }: Reply): boolean {
  return signed;
}

/** The unsigned reply of the present round; one begun by a unit that was since replaced is history. */
function onTheDesk(record: HandlingCase, { replies }: CasePapers): Reply | null {
  const { round, lead } = record;
  return replies.find((one) => !one.isSigned && one.round === round && one.assignmentId === lead?.id) ?? null;
}

function pendingOf({ status, version }: Reply): { tag: Tag; text: Message } {
  return { tag: STATUS_TAG[status], text: msg(`replies.pending.${status}`, { version }) };
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
  const toSign = unsigned && new ReplyPolicy(actor).signsAs(unsigned, papers.signatures, record);
  const signing: Door[] = toSign ? [{ path: 'signature', text: msg('replies.door.sign'), missing: [] }] : [];
  const offered = new CasePolicy(actor)
    .offers(record)
    .filter((action) => isOpen(action, record, unsigned, papers, actor));
  const doors = [...signing, ...offered.flatMap((action) => doorTo(action, record))];
  return doors
    .filter(({ path }, place) => doors.findIndex((door) => door.path === path) === place)
    .map(({ path, text, missing }) => ({ href: `/cases/${record.ref}/${path}`, text, missing, tone: 'secondary' }));
}

function doorTo(action: CaseAction, record: HandlingCase): Door[] {
  const door = DOORS[action];
  return door === undefined ? [] : [{ ...door, missing: record.missing(action) }];
}

/** What the case offers, the state of reply and ratings may already have closed. */
function isOpen(
  action: CaseAction,
  record: HandlingCase,
  unsigned: Reply | null,
  { ratings }: CasePapers,
  actor: Actor,
): boolean {
  if (action === 'recall_reply') return unsigned?.status === 'at_head';
  if (action === 'rate')
    return !ratings.some(({ round, staffId }) => round === record.round && actor.isPerson(staffId));
  return true;
}

function publicationOf(record: HandlingCase, replies: readonly Reply[], actor: Actor): RepliesSection['publication'] {
  const newest = replies.findLast(isSigned);
  const mayPublish = !record.isReadOnly && new CasePolicy(actor).permits('publish', record);
  if (!newest || newest.isPublished || !mayPublish || !caseWorkflow.isAvailable('publish', record.status)) return null;
  const missing = record.missingForPublication(newest);
  return {
    action: `/cases/${record.ref}/publication`,
    text: msg('replies.door.publish'),
    missing: missing.length > 0 ? missing : null,
  };
}
