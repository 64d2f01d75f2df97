import { type Message, msg, type Page } from '../../kernel/index.js';
import { presentPager } from '../../web/index.js';
import type { Addressee } from '../address-book.js';
import type { LetterParts, LetterWriter } from '../letter.js';
import type { Mail, MailState } from '../mail.entity.js';

const STATE_TONE: Record<MailState, string> = {
  queued: 'wait',
  sending: 'wait',
  sent: 'good',
  skipped: 'neutral',
  failed: 'bad',
};

export function presentOutbox(
  page: Page<Mail>,
  readers: ReadonlyMap<string, Addressee>,
  recipient: string,
  letters: LetterWriter,
) {
  return {
    pageTitle: msg('mail.outbox.title'),
    lead: msg('mail.outbox.lead'),
    filters: {
      action: '/outbox',
      selects: [],
      search: { name: 'to', value: recipient, label: msg('mail.outbox.to') },
      chips: recipient === '' ? [] : [{ text: msg('mail.outbox.everybody', { text: recipient }), href: '/outbox' }],
      clear: null,
    },
    rows: page.items.map((mail) => {
      const reader = readers.get(mail.staffId)!;
      return {
        href: `/outbox/${mail.id}`,
        subject: letters.parts(mail, reader).subject,
        to: addressed(reader),
        at: mail.createdAt.toISOString(),
        tag: stateTag(mail),
      };
    }),
    empty: { text: msg('mail.outbox.empty') },
    pager: presentPager(page, '/outbox', { to: recipient }),
  };
}

export function presentMail(mail: Mail, reader: Addressee, letter: LetterParts, printedAt: string) {
  return {
    pageTitle: letter.subject,
    breadcrumbs: [{ text: msg('mail.outbox.title'), href: '/outbox' }],
    facts: [
      fact('to', `${addressed(reader)} <${reader.mail ?? ''}>`),
      fact('at', printedAt),
      fact('state', stateTag(mail).text),
      ...(mail.lastError ? [fact('reason', mail.lastError)] : []),
    ],
    letter,
    htmlHref: `/outbox/${mail.id}/letter`,
  };
}

function fact(name: string, text: Message | string) {
  return { term: msg(`mail.outbox.facts.${name}`), text };
}

function stateTag(mail: Mail) {
  return { tone: STATE_TONE[mail.state], text: msg(`mail.outbox.states.${mail.state}`) };
}

function addressed({ name, number }: Addressee): string {
  return `${name}（${number}）`;
}
