import { type Message, msg } from '../../../kernel/index.js';
import type { Option } from '../../../web/index.js';

/** How a signature is asked for and called. */
export interface SigningWords {
  readonly title: Message;
  /** Catalogue keys, for the parts that take parameters or name a field. */
  readonly lead: string;
  readonly question: string;
  readonly again: string;
  readonly done: Message;
  readonly declined: Message;
  readonly answers: readonly Option[];
}

const USUAL: SigningWords = {
  title: msg('proposals.second.title'),
  lead: 'proposals.second.lead',
  question: 'proposals.second.question',
  again: 'proposals.second.again',
  done: msg('proposals.second.done'),
  declined: msg('proposals.second.declined'),
  answers: [
    { value: 'second', text: msg('proposals.answers.second'), hint: msg('proposals.answers.secondHint') },
    { value: 'decline', text: msg('proposals.answers.decline'), hint: msg('proposals.answers.declineHint') },
  ],
};

/** 附议, and the agreement of a delegation's member to a collective proposal. */
export const SIGNING: Record<'usual' | 'collective', SigningWords> = {
  usual: USUAL,
  collective: {
    title: msg('filing.agree.title'),
    lead: 'filing.agree.lead',
    question: 'filing.agree.question',
    again: 'filing.agree.again',
    done: msg('filing.agree.done'),
    declined: msg('filing.agree.declined'),
    answers: [
      { value: 'second', text: msg('filing.agree.yes'), hint: msg('filing.agree.yesHint') },
      { value: 'decline', text: msg('filing.agree.no'), hint: msg('filing.agree.noHint') },
    ],
  },
};
