import { type Actor, type Message, msg } from '../../../kernel/index.js';
import type { CasePapers } from '../reply-papers.service.js';
import type { Desk } from '../reply-drafts.service.js';
import { presentContacts, presentOpinions } from '../../case/web/case-page.presenter.js';
import { presentRatings, type RatingView } from '../../rating/web/rating-view.js';
import { staleSignatures } from './reply-versions.presenter.js';
import { presentReply, type ReplyView } from './reply-view.js';

/** For `replies/draft-sides`: what the writer needs beside the editor. */
export interface DraftSides {
  readonly before: readonly { readonly reply: ReplyView; readonly ratings: readonly RatingView[] }[];
  readonly contacts: ReturnType<typeof presentContacts> | null;
  readonly opinions: ReturnType<typeof presentOpinions> | null;
  readonly stale: Message | null;
  readonly versions: string | null;
}

/** The answers of earlier rounds with what the proposers said of them, the talks, the opinions of assisting units. */
export function presentDraftSides({ record, reply }: Desk, papers: CasePapers, actor: Actor): DraftSides {
  const file = { record, people: papers.people };
  const earlier = papers.replies.filter((one) => one.isSigned && one.round < record.round);
  const [contacts, opinions] = [presentContacts(file), presentOpinions(file)];
  return {
    before: earlier.map((one) => ({
      reply: presentReply(one, record, papers),
      ratings: presentRatings(record, one.round, papers, actor),
    })),
    contacts: contacts.length > 0 ? contacts : null,
    opinions: opinions.length > 0 ? opinions : null,
    stale: reply && staleSignatures(reply, papers.signatures, papers.people),
    versions: reply && reply.version > 1 ? `/cases/${record.ref}/versions/${reply.id}` : null,
  };
}

export const SIDES = {
  before: msg('replies.draft.before'),
  contacts: msg('handling.contact.section'),
  opinions: msg('handling.opinion.section'),
} as const;
