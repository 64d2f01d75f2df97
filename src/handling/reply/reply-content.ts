import { type Message, msg } from '../../kernel/index.js';
import type { OutcomeClass } from '../case/case-values.js';

/** What a unit answers: the text, the class of the outcome, and what a class B reply promises. */
export interface ReplyContent {
  readonly text: string;
  readonly outcomeClass: OutcomeClass | null;
  readonly promise: string | null;
  readonly promisedOn: string | null;
  readonly responsible: string | null;
}

export const EMPTY_CONTENT: ReplyContent = {
  text: '',
  outcomeClass: null,
  promise: null,
  promisedOn: null,
  responsible: null,
};

/** What a new reply is before anybody has written on it. */
export const NEW_REPLY = {
  status: 'draft',
  version: 1,
  number: null,
  signedAt: null,
  seal: null,
  unitName: null,
  returnComment: null,
  amendsId: null,
  amendmentReason: null,
} as const;

/** Whether two texts say the same of class and promise. */
export function isSameOutcome(one: ReplyContent, other: ReplyContent): boolean {
  const outcome = (content: ReplyContent) => {
    const { outcomeClass, promise, promisedOn, responsible } = withoutIdlePromise(content);
    return JSON.stringify([outcomeClass, promise, promisedOn, responsible]);
  };
  return outcome(one) === outcome(other);
}

/** Only class B promises something: a promise typed under another class is not part of the reply. */
export function withoutIdlePromise(content: ReplyContent): ReplyContent {
  return content.outcomeClass === 'B' ? content : { ...content, promise: null, promisedOn: null, responsible: null };
}

/** What a reply still needs before it can be signed, by field. */
export function missingIn(content: ReplyContent, today: string): Partial<Record<keyof ReplyContent, Message>> {
  const { text, outcomeClass, promisedOn, responsible } = content;
  const isPromise = outcomeClass === 'B';
  return {
    ...(text.trim() === '' && { text: msg('replies.missing.text') }),
    ...(outcomeClass === null && { outcomeClass: msg('replies.missing.class') }),
    ...(isPromise && promisedOn === null && { promisedOn: msg('replies.missing.promisedOn') }),
    ...(isPromise && promisedOn !== null && promisedOn <= today && { promisedOn: msg('replies.missing.future') }),
    ...(isPromise && !responsible && { responsible: msg('replies.missing.responsible') }),
  };
}
