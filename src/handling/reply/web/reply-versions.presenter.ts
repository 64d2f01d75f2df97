import { beijingDate } from '../../../calendar/index.js';
import { type DiffLine, diffOf, type LedgerEvent, type Message, msg } from '../../../kernel/index.js';
import { paragraphsOf } from '../../../web/index.js';
import type { ReplyContent } from '../reply-content.js';
import type { ReplySignature } from '../reply-signature.entity.js';
import type { Reply } from '../reply.entity.js';
import type { KeptVersion, VersionChain } from '../reply-versions.service.js';
import { crumbsOf } from './reply-origins.js';
import { type FactRow, presentSignatures, type SignatureView } from './reply-view.js';

/** For `replies/comparison`: what a text changed against one before it, and why that one came back. */
export interface ComparisonView {
  readonly title: Message;
  readonly came: { readonly text: Message; readonly paragraphs: readonly string[] } | null;
  readonly lines: readonly DiffLine[];
  readonly facts: readonly FactRow[];
  readonly same: Message | null;
}

const RETURNS = new Set(['return_reply', 'return_part']);

/** The text on the desk against the last one that was sent back; null for the first. */
export function presentComparison(reply: Reply, { versions }: VersionChain): ComparisonView | null {
  const earlier = versions.filter(({ copy }) => copy.version < reply.version);
  const before = earlier.findLast(({ end }) => end !== null && RETURNS.has(end.action)) ?? earlier.at(-1);
  return before ? compare(before, reply) : null;
}

/** Signatures that stand under a version before this one count no more; null when there are none. */
export function staleSignatures(
  { id, version }: Reply,
  signatures: readonly ReplySignature[],
  people: VersionChain['people'],
): Message | null {
  const stale = signatures.filter((one) => one.replyId === id && one.version < version);
  if (stale.length === 0) return null;
  const names = [...new Set(stale.map(({ staffId }) => people.get(staffId)?.name ?? ''))].join('、');
  return msg('versions.stale', { names, version });
}

/** For `replies/versions`: the whole chain, the newest first. */
export function presentVersions({ record, reply, versions, people }: VersionChain): object {
  const title = msg('versions.title');
  return {
    pageTitle: title,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: msg('versions.lead') },
    versions: versions
      .map(({ copy, signatures, end }, place) => ({
        title: msg('versions.version', { version: copy.version }),
        by: people.get(copy.submittedBy)?.name ?? '',
        at: copy.submittedAt.toISOString(),
        paragraphs: paragraphsOf(copy.text),
        facts: factsOf(copy),
        signatures: signaturesUnder(reply, copy.version, signatures, people),
        end: end && presentEnd(end),
        comparison: place === 0 ? null : compare(versions[place - 1]!, copy),
      }))
      .toReversed(),
  };
}

function signaturesUnder(
  { id }: Reply,
  version: number,
  signatures: readonly ReplySignature[],
  people: VersionChain['people'],
): SignatureView[] {
  return presentSignatures({ id, version }, { signatures, people });
}

function compare({ copy, end }: KeptVersion, after: ReplyContent): ComparisonView {
  const lines = diffOf(copy.text, after.text);
  const facts = changedFacts(copy, after);
  const isSame = facts.length === 0 && lines.every(({ parts }) => parts.every(({ kind }) => kind === 'same'));
  return {
    title: msg('versions.changes', { version: copy.version }),
    came: end && presentEnd(end),
    lines: isSame ? [] : lines,
    facts,
    same: isSame ? msg('versions.same') : null,
  };
}

function presentEnd({ action, actorName, note, data, at }: LedgerEvent): ComparisonView['came'] {
  const part = data.part === 'leader' ? 'leader' : 'head';
  const isRecalled = action.startsWith('recall');
  const role = isRecalled ? '@handling.role.unit_officer' : `@replies.role.${part}`;
  const date = beijingDate(at);
  const behalf = typeof data.onBehalfOf === 'string' ? `（代${data.onBehalfOf}）` : '';
  return {
    text: msg(isRecalled ? 'versions.end.recall_reply' : 'versions.end.return_reply', {
      name: `${actorName}${behalf}`,
      role,
      date,
    }),
    paragraphs: paragraphsOf(note ?? ''),
  };
}

/** Class and promise of one version, in words. */
function factsOf({ outcomeClass, promise, promisedOn, responsible }: ReplyContent): FactRow[] {
  const row = (term: string, text: Message | string | null) => (text === null ? [] : [{ term: msg(term), text }]);
  return [
    ...row('replies.form.class', outcomeClass && msg(`replies.class.${outcomeClass}`)),
    ...row('replies.form.promise', promise),
    ...row('replies.form.promisedOn', promisedOn && msg('replies.date', { date: promisedOn })),
    ...row('replies.form.responsible', responsible),
  ];
}

function changedFacts(before: ReplyContent, after: ReplyContent): FactRow[] {
  const row = (term: string, was: string | null, is: string | null) => {
    const none = '@versions.none';
    return was === is ? [] : [{ term: msg(term), text: msg('versions.changed', { was: was ?? none, is: is ?? none }) }];
  };
  const classOf = ({ outcomeClass }: ReplyContent) => outcomeClass && `@replies.class.${outcomeClass}`;
  return [
    ...row('replies.form.class', classOf(before), classOf(after)),
    ...row('replies.form.promise', before.promise, after.promise),
    ...row('replies.form.promisedOn', before.promisedOn, after.promisedOn),
    ...row('replies.form.responsible', before.responsible, after.responsible),
  ];
}
