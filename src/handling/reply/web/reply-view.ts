import { type AttachmentView, presentAttachments, type Attachment } from '../../../files/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import type { Staff } from '../../../organization/index.js';
import { paragraphsOf } from '../../../web/index.js';
import type { OutcomeClass } from '../../case/case-values.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { ReplySignature, SignaturePart } from '../reply-signature.entity.js';
import type { ReplyStatus } from '../reply-workflow.js';
import type { Reply } from '../reply.entity.js';
import { dutyQuery } from '../../duty/web/duty-address.js';

export interface Tag {
  readonly tone: 'neutral' | 'info' | 'wait' | 'good' | 'bad';
  readonly text: Message;
}

export interface FactRow {
  readonly term: Message;
  readonly text: Message | string;
  readonly href?: string;
}

export interface SignatureView {
  readonly role: Message;
  readonly name: Message | string;
  readonly date: string;
  /** Until when a deputy was authorised. */
  readonly mandate: Message | null;
}

/** One reply as its readers see it; for `replies/reply`. */
export interface ReplyView {
  readonly title: Message;
  /** Whose reply it is, where several units reply. */
  readonly unit: string | null;
  readonly number: string | null;
  readonly outcome: Tag | null;
  readonly paragraphs: readonly string[];
  readonly facts: readonly FactRow[];
  readonly signatures: readonly SignatureView[];
  readonly files: readonly AttachmentView[];
  readonly letter: string | null;
  /** Where the offices read how it came about. */
  readonly versions?: string | null;
  /** What was amended afterwards; for `amendments/issued`. */
  readonly amendments?: readonly object[];
}

/** What is read together with a reply, found in as many queries for one as for ten. */
export interface ReplyPapers {
  readonly signatures: readonly ReplySignature[];
  readonly people: ReadonlyMap<string, Staff>;
  readonly files: readonly Attachment[];
}

export const CLASS_TONE: Record<OutcomeClass, Tag['tone']> = { A: 'good', B: 'wait', C: 'neutral', D: 'neutral' };

export const STATUS_TAG: Record<ReplyStatus, Tag> = {
  draft: { tone: 'neutral', text: msg('replies.status.draft') },
  at_head: { tone: 'wait', text: msg('replies.status.at_head') },
  at_leader: { tone: 'wait', text: msg('replies.status.at_leader') },
  signed: { tone: 'good', text: msg('replies.status.signed') },
};

const ROLE: Record<SignaturePart, Message> = {
  head: msg('replies.role.head'),
  leader: msg('replies.role.leader'),
};

export function presentReply(reply: Reply, record: HandlingCase, papers: ReplyPapers): ReplyView {
  const { number, outcomeClass, text, round } = reply;
  return {
    title: round === 1 ? msg('replies.title.first') : msg('replies.title.round', { round }),
    number,
    outcome: outcomeClass && { tone: CLASS_TONE[outcomeClass], text: msg(`replies.class.${outcomeClass}`) },
    paragraphs: paragraphsOf(text),
    facts: [...promiseOf(reply), ...overridesUnder(reply, record)],
    signatures: presentSignatures(reply, papers),
    files: presentAttachments(papers.files.filter(({ ownerId }) => ownerId === reply.id)),
    unit: record.isSeparate ? unitNameOf(reply, record) : null,
    letter: reply.isSigned ? `/cases/${record.ref}/replies/${round}/letter${letterQuery(reply, record)}` : null,
  };
}

/** The unit as it was called when it signed; until then as it is called. */
export function unitNameOf({ assignmentId, unitName }: Reply, { assignments }: HandlingCase): string {
  return unitName ?? assignments.find(({ id }) => id === assignmentId)?.unit.name ?? '';
}

function letterQuery({ assignmentId }: Reply, { assignments }: HandlingCase): string {
  const duty = assignments.find(({ id }) => id === assignmentId);
  return duty ? dutyQuery(duty) : '';
}

export function presentSignatures(
  { id, version }: Pick<Reply, 'id' | 'version'>,
  { signatures, people }: Pick<ReplyPapers, 'signatures' | 'people'>,
): SignatureView[] {
  return signatures
    .filter((one) => one.replyId === id && one.version === version)
    .map((one) => ({
      role: ROLE[one.part],
      name: signerOf(one, people),
      date: one.signedAt.toISOString(),
      mandate: one.onBehalfOf === null ? null : msg('mandates.authorized', { until: one.authorizedUntil ?? '' }),
    }));
}

/** 丁一 代 何川. */
function signerOf({ staffId, onBehalfOf }: ReplySignature, people: ReplyPapers['people']): Message | string {
  const name = people.get(staffId)?.name ?? '';
  if (onBehalfOf === null) return name;
  return msg('mandates.who', { deputy: name, principal: people.get(onBehalfOf)?.name ?? '' });
}

/** Who signs a reply that is sent off. */
export function roadOf({ rules, governing }: HandlingCase): Message {
  const isLeaders = rules.signatures(governing.settings).includes('leader');
  return msg(`replies.draft.road.${isLeaders ? 'both' : 'head'}`);
}

/** The rows of what a class B reply promises. */
export function promiseOf({ promise, promisedOn, responsible }: Reply): FactRow[] {
  return [
    ...(promise === null ? [] : [{ term: msg('replies.form.promise'), text: promise }]),
    ...(promisedOn === null ? [] : [{ term: msg('replies.form.promisedOn'), text: saidDate(promisedOn) }]),
    ...(responsible === null ? [] : [{ term: msg('replies.form.responsible'), text: responsible }]),
  ];
}

/** Opinions that the committee did not wait for, with its reason: the letter says on what it rests. */
function overridesUnder({ signedAt }: Reply, { assignments }: HandlingCase): FactRow[] {
  if (signedAt === null) return [];
  return assignments
    .filter(({ overrideReason, assignedAt, isVoid }) => overrideReason !== null && !isVoid && assignedAt <= signedAt)
    .filter(({ opinionAt }) => opinionAt === null || opinionAt > signedAt)
    .map(({ unit, overrideReason }) => ({
      term: msg('handling.opinion.section'),
      text: msg('duties.override', { unit: unit.name, reason: overrideReason! }),
    }));
}

/** A date as it is said in the reader's language. */
export function saidDate(date: string): Message {
  return msg('replies.date', { date });
}
