import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { FormView } from '../../../web/index.js';
import type { ReplyPapers as Papers } from './reply-view.js';
import type { WaitingReply } from '../replies.repository.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { Reply } from '../reply.entity.js';
import type { SignaturePart } from '../reply-signature.entity.js';
import type { SignatureDesk } from '../sign-off.service.js';
import type { VersionChain } from '../reply-versions.service.js';
import { ReplyPolicy } from '../reply.policy.js';
import { dutyQuery, queryOf } from '../../duty/web/duty-address.js';
import { crumbsOf, presentCaseFacts, presentOrigins } from './reply-origins.js';
import { presentComparison, staleSignatures } from './reply-versions.presenter.js';
import { presentReply, STATUS_TAG } from './reply-view.js';

/** For `replies/signatures`: what waits for this person's signature, the most urgent first. */
export function presentSignatureList(waiting: readonly WaitingReply[], today: string): object {
  return {
    pageTitle: msg('replies.signatures.title'),
    head: { title: msg('replies.signatures.title'), lead: msg('replies.signatures.lead') },
    rows: waiting.map((one) => ({
      href: hrefOf(one),
      title: one.title,
      number: one.number,
      tag: { tone: 'wait', text: msg(`replies.signatures.as.${one.part}`) },
      flags: [
        ...(one.amendmentId === null ? [] : [{ tone: 'info', text: msg('amendments.signs') }]),
        ...(one.keyCase ? [{ tone: 'key', text: msg('replies.keyCase') }] : []),
      ],
      next: msg(`replies.signatures.next.${one.part}`, { unit: one.unitName, version: one.version }),
      due: dueOf(one.dueOn, today),
    })),
    deputies: { href: '/me/deputies', text: msg('mandates.title') },
    empty: { text: msg('replies.signatures.empty'), hint: msg('replies.signatures.emptyHint') },
  };
}

/** For `replies/signature`: the reply as it will be sent, and the two things that can be done with it. */
export function presentSignaturePage(
  { record, reply, signatures }: SignatureDesk,
  papers: Papers & { readonly chain: VersionChain },
  isLast: boolean,
  actor: Actor,
  form = new FormView(),
): object {
  const part = new ReplyPolicy(actor).signsAs(reply, signatures, record);
  const title = msg('replies.signature.title');
  const hidden = [
    { name: 'part', value: part ?? '' },
    { name: 'version', value: String(reply.version) },
  ];
  const duty = record.duty(reply.assignmentId);
  const isAmendment = reply.amendsId !== null;
  const path = `/cases/${record.ref}${isAmendment ? `/amendments/${reply.id}` : ''}/signature`;
  const query = isAmendment ? '' : dutyQuery(duty);
  return {
    pageTitle: title,
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    breadcrumbs: [{ text: msg('replies.signatures.title'), href: '/signatures' }, ...crumbsOf(record)],
    head: {
      title: msg('replies.signature.heading'),
      tags: [STATUS_TAG[reply.status]],
      lead: record.title,
    },
    reply: presentReply(reply, record, papers),
    comparison: presentComparison(reply, papers.chain),
    stale: staleSignatures(reply, signatures, papers.people),
    deputy:
      part && isDeputy(part, reply, record, actor)
        ? { tone: 'info', text: msg('mandates.acting', { unit: duty.unit.name }) }
        : null,
    sign: part && { action: `${path}${query}`, hidden, ...signingWords(isLast) },
    back: part && { action: `${path}/return${query}`, hidden, comment: form.field('comment') },
    waiting:
      part === null ? { tone: 'info', text: msg(`replies.pending.${reply.status}`, { version: reply.version }) } : null,
    facts: { rows: presentCaseFacts(record, duty) },
    origins: presentOrigins(record),
    originsTitle: msg('replies.origins'),
  };
}

function hrefOf({ ref, dutyId, amendmentId }: WaitingReply): string {
  if (amendmentId !== null) return `/cases/${ref}/amendments/${amendmentId}/signature`;
  return `/cases/${ref}/signature${queryOf(dutyId)}`;
}

function isDeputy(part: SignaturePart, reply: Reply, record: HandlingCase, actor: Actor): boolean {
  return new ReplyPolicy(actor).signingRole(part, reply, record)?.startsWith('deputy_') ?? false;
}

function signingWords(isLast: boolean): { text: Message; confirm: Message; tone: string; about: Message } {
  const which = isLast ? 'last' : 'first';
  return {
    text: msg(`replies.signature.sign.${which}`),
    confirm: msg(`replies.signature.confirm.${which}`),
    about: msg(`replies.signature.about.${which}`),
    tone: 'primary',
  };
}

function dueOf(dueOn: string, today: string): object {
  const isLate = dueOn < today;
  return { tone: isLate ? 'bad' : 'neutral', date: dueOn, text: msg(isLate ? 'replies.due.late' : 'replies.due.by') };
}
