import { type Message, msg } from '../../kernel/index.js';
import type { LedgerEntry } from '../../ledger/index.js';
import { type Attachment, presentAttachments } from '../../files/index.js';
import type { FormView } from '../../web/index.js';
import { blocksOf } from '../markup.js';
import type { Notice } from '../notice.entity.js';
import type { NoticeLink } from '../notice-links.js';
import type { NoticePolicy } from '../notice.policy.js';
import type { NoticeStatus } from '../notice-workflow.js';
import { presentActions, presentReasonForms } from './notice-buttons.js';
import { factsOf } from './notice-facts.js';

export interface TagView {
  readonly tone: string;
  readonly text: Message;
}

export const STATUS_TAG: Record<NoticeStatus, TagView> = {
  draft: tag('neutral', 'draft'),
  at_head: tag('wait', 'at_head'),
  at_secrecy: tag('wait', 'at_secrecy'),
  at_office: tag('wait', 'at_office'),
  published: tag('good', 'published'),
  withdrawn: tag('bad', 'withdrawn'),
  superseded: tag('neutral', 'superseded'),
  discarded: tag('neutral', 'discarded'),
};

export interface NoticeFacts {
  readonly notice: Notice;
  readonly attachments: readonly Attachment[];
  readonly audienceUnits: readonly string[];
  readonly itemTitle: string | null;
  readonly before: Notice | null;
  readonly after: Notice | null;
  readonly timeline: readonly LedgerEntry[];
  /** The case whose result it tells. */
  readonly ofCase: { readonly ref: string; readonly number: string } | null;
  readonly links: readonly NoticeLink[];
}

export const noticeHref = (notice: Notice) => `/notices/${notice.ref}`;

export function presentNotice(facts: NoticeFacts, policy: NoticePolicy, form: FormView, today: string): object {
  const { notice } = facts;
  const working = policy.seesProcess(notice);
  return {
    pageTitle: titleOf(notice),
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    breadcrumbs: [{ text: msg('disclosure.nav'), href: '/notices' }],
    head: {
      title: titleOf(notice),
      kicker: [notice.unit.name, msg(`disclosure.category.${notice.category}`)],
      tags: tagsOf(notice, today),
    },
    notes: notesOf(facts, working),
    blocks: blocksOf(notice.body),
    imprint: notice.publishedOn ? { unit: notice.unit.name, date: notice.publishedOn } : null,
    files: presentAttachments(facts.attachments),
    facts: factsOf(facts),
    links: facts.links,
    versions: versionsOf(facts),
    editHref: policy.offers(notice).includes('edit') ? `/notices/${notice.id}/edit` : null,
    actions: presentActions(notice, policy),
    reasonForms: presentReasonForms(notice, policy, form),
    workable: policy.offers(notice).length > 0,
    actionsTitle: msg('disclosure.actionsTitle'),
    processTitle: msg('disclosure.processTitle'),
    events: working ? facts.timeline.map(presentEvent) : [],
  };
}

export function titleOf({ title }: Pick<Notice, 'title'>): Message | string {
  return title === '' ? msg('disclosure.untitled') : title;
}

function tagsOf(notice: Notice, today: string): TagView[] {
  const status = notice.status === 'published' ? [] : [STATUS_TAG[notice.status]];
  const audience = notice.audienceKind === 'public' ? [] : [tag('info', notice.audienceKind, 'audienceTag')];
  const expired = notice.isExpired(today) ? [tag('neutral', 'expired')] : [];
  return [...status, ...audience, ...expired];
}

/** What must be known before reading on. */
function notesOf({ notice, after }: NoticeFacts, working: boolean): { tone: string; text: Message }[] {
  const { returnReason, secrecyNote, withdrawReason, status } = notice;
  const note = (tone: string, name: string, text: string | null) =>
    text === null ? [] : [{ tone, text: msg(`disclosure.note.${name}`, { text }) }];
  return [
    ...note('bad', 'withdrawn', withdrawReason),
    ...note('wait', 'superseded', status === 'superseded' && after ? after.title : null),
    ...(working ? note('bad', 'returned', status === 'draft' ? returnReason : null) : []),
    ...(working ? note('wait', 'unsure', secrecyNote) : []),
    ...(working && !notice.isKnown ? note('info', 'preview', `@disclosure.next.${status}`) : []),
  ];
}

function versionsOf({ notice, before, after }: NoticeFacts): { href: string; text: Message }[] {
  const changes = before ? [{ href: `${noticeHref(notice)}/changes`, text: msg('disclosure.version.changes') }] : [];
  const link = (name: string, other: Notice | null) =>
    other ? [{ href: noticeHref(other), text: msg(`disclosure.version.${name}`, { title: other.title }) }] : [];
  return [...link(after?.isKnown ? 'after' : 'inPreparation', after), ...link('before', before), ...changes];
}

function presentEvent(entry: LedgerEntry): object {
  const { at, actorName: who, role, action, note, data } = entry;
  const bad = ['block', 'withdraw', 'return_by_head', 'return_by_office'].includes(action);
  return {
    at: at.toISOString(),
    who,
    role: role ? msg(`disclosure.role.${role}`) : null,
    what: msg(`disclosure.event.${action}`, { name: typeof data.name === 'string' ? data.name : '' }),
    note,
    signature: null,
    tone: bad ? 'bad' : action === 'publish' || action === 'post_result' ? 'good' : 'neutral',
  };
}

function tag(tone: string, name: string, group = 'status'): TagView {
  return { tone, text: msg(`disclosure.${group}.${name}`) };
}
