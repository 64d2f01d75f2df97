import type { ClaimView } from '../../../claims/index.js';
import { type Attachment, presentFileField } from '../../../files/index.js';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { FormView, paragraphsOf } from '../../../web/index.js';
import { OUTCOME_CLASSES } from '../../case/case-values.js';
import type { Assignment } from '../../duty/assignment.entity.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { Desk } from '../reply-drafts.service.js';
import { ReplyPolicy } from '../reply.policy.js';
import type { Reply } from '../reply.entity.js';
import { type DraftSides, SIDES } from './draft-sides.presenter.js';
import { dutyQuery } from '../../duty/web/duty-address.js';
import { LONGEST_REPLY, typedOf } from './reply.form.js';
import { type DraftConflict, presentConflict, presentHeld } from './held-draft.presenter.js';
import { crumbsOf, presentCaseFacts, presentOrigins } from './reply-origins.js';
import { presentReply, type ReplyPapers, type ReplyView, STATUS_TAG, roadOf } from './reply-view.js';

/** What lies beside the editor, and the files of the draft. */
export interface DraftPapers {
  readonly files: readonly Attachment[];
  readonly sides: DraftSides;
  readonly templates: object;
  readonly claim: ClaimView | null;
}

const CLASS_OPTIONS = OUTCOME_CLASSES.map((value) => ({
  value,
  text: msg(`replies.class.${value}`),
  hint: msg(`replies.classHint.${value}`),
}));

/** The officer's page while the reply is a draft. `now` is when this page is shown: later words of others are not overwritten. */
export function presentDraft(desk: Desk, papers: DraftPapers, now: Date, form?: FormView): object {
  const { record, duty, reply } = desk;
  const view = form ?? new FormView(reply === null ? {} : typedOf(reply.content));
  const title = msg('replies.draft.title');
  const missing = record.missing('submit_reply', duty);
  return {
    pageTitle: title,
    errorSummary: view.errors.length > 0 ? { errors: view.errors } : null,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: record.title },
    returned: reply?.returnComment
      ? { title: msg('replies.draft.returned'), paragraphs: paragraphsOf(reply.returnComment) }
      : null,
    missing: missing.length > 0 ? missing : null,
    action: `/cases/${record.ref}/reply${dutyQuery(duty)}`,
    draftAction: `/cases/${record.ref}/reply/draft${dutyQuery(duty)}`,
    savedAt: reply?.updatedAt.toISOString() ?? null,
    form: fieldsOf(view, papers.files),
    titles: SIDES,
    sides: papers.sides,
    templates: papers.templates,
    claim: papers.claim,
    hidden: [{ name: 'seen', value: view.field('seen').value || now.toISOString() }],
    road: roadOf(record),
    longest: LONGEST_REPLY,
    ...besides(record, duty),
  };
}

/** The same page once the reply is on its way: to read, and to take back while nobody has signed. */
export function presentSubmitted(desk: Desk & { reply: Reply }, papers: ReplyPapers, actor: Actor): object {
  const { record, duty, reply } = desk;
  const title = msg(reply.isSigned ? 'replies.submitted.signed' : 'replies.submitted.title');
  const mayRecall = new ReplyPolicy(actor).offers(reply, record).includes('recall');
  return {
    pageTitle: title,
    breadcrumbs: crumbsOf(record),
    head: { title, tags: [STATUS_TAG[reply.status]], lead: record.title },
    note: { tone: 'info', text: msg(`replies.pending.${reply.status}`, { version: reply.version }) },
    reply: presentReply(reply, record, papers),
    recall: mayRecall
      ? {
          action: `/cases/${record.ref}/reply/recall${dutyQuery(duty)}`,
          text: msg('replies.door.recall'),
          tone: 'secondary',
        }
      : null,
    ...besides(record, duty),
  };
}

/** A colleague writes it: what there is of it, to read. */
export function presentHeldReply(desk: Desk, papers: DraftPapers): object {
  return presentHeld(msg('replies.draft.title'), desk.record, papers.claim, draftOf(desk, papers));
}

/** Nothing was saved: both texts, nothing lost. */
export function presentDraftConflict(desk: Desk, error: DraftConflict, form: FormView, papers: DraftPapers, now: Date) {
  return {
    ...presentDraft(desk, papers, now, form),
    ...presentConflict(error, form.field('seen').value, draftOf(desk, papers)),
  };
}

function draftOf({ record, reply }: Desk, { files }: DraftPapers): ReplyView | null {
  return reply && presentReply(reply, record, { signatures: [], people: new Map(), files });
}

function fieldsOf(view: FormView, files: readonly Attachment[]): object {
  return {
    text: view.field('text'),
    outcomeClass: view.choice('outcomeClass', CLASS_OPTIONS),
    promise: view.field('promise'),
    promisedOn: view.field('promisedOn'),
    responsible: view.field('responsible'),
    files: presentFileField(view, files),
  };
}

function besides(record: HandlingCase, duty: Assignment): { facts: object; origins: object; originsTitle: Message } {
  return {
    facts: { rows: presentCaseFacts(record, duty) },
    origins: presentOrigins(record),
    originsTitle: msg('replies.origins'),
  };
}
