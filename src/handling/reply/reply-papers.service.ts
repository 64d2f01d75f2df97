import { Injectable } from '@nestjs/common';
import { type Attachment, Attachments } from '../../files/index.js';
import { type LedgerEntry, Ledger } from '../../ledger/index.js';
import { Directory, type Staff } from '../../organization/index.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import type { Rating } from '../rating/rating.entity.js';
import { RepliesRepository } from './replies.repository.js';
import type { ReplySignature } from './reply-signature.entity.js';
import type { Reply } from './reply.entity.js';

/** The attachments of a reply belong to records of this type. */
export const REPLY_OWNER = 'reply';
/** The scanned opinion form belongs to the rating that was typed in from it. */
export const RATING_OWNER = 'rating';

/** Everything that is read of the replies of one case; what of it somebody may see is the presenter's question. */
export interface CasePapers {
  readonly replies: readonly Reply[];
  /** What amends the replies, the oldest first. */
  readonly amendments: readonly Reply[];
  readonly signatures: readonly ReplySignature[];
  readonly ratings: readonly Rating[];
  readonly people: ReadonlyMap<string, Staff>;
  readonly files: readonly Attachment[];
  /** The opinion forms of ratings that came on paper. */
  readonly scans: readonly Attachment[];
}

const FOLLOW_UP = ['report_progress', 'slip_promise', 'start_follow_up', 'confirm_implemented', 'reclassify'];

@Injectable()
export class ReplyReader {
  constructor(
    private readonly replies: RepliesRepository,
    private readonly directory: Directory,
    private readonly attachments: Attachments,
    private readonly ledger: Ledger,
  ) {}

  async of(record: HandlingCase): Promise<CasePapers> {
    const [replies, ratings] = await Promise.all([this.replies.ofCase(record.id), this.replies.ratings(record.id)]);
    const amendments = await this.replies.amendmentsOf(replies.map(({ id }) => id));
    const ids = [...replies, ...amendments].map(({ id }) => id);
    const onPaper = ratings.filter((one) => one.onPaper).map(({ id }) => id);
    const [signatures, files, scans] = await Promise.all([
      this.replies.signatures(ids),
      this.attachments.of(REPLY_OWNER, ids),
      this.attachments.of(RATING_OWNER, onPaper),
    ]);
    const people = await this.directory.peopleById([
      ...[...signatures, ...ratings].map(({ staffId }) => staffId),
      ...ratings.map(({ enteredBy }) => enteredBy).filter((id) => id !== null),
      ...signatures.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
      ...talkersOf(record),
    ]);
    return { replies, amendments, signatures, ratings, people, files, scans };
  }

  /** Reports and postponements of a promise, oldest first. */
  async followUpOf(record: HandlingCase): Promise<LedgerEntry[]> {
    const events = await this.ledger.timeline([record.id]);
    return events.filter(({ action }) => FOLLOW_UP.includes(action));
  }
}

/** Who logged talks and gave opinions: they are read beside the draft. */
function talkersOf({ contacts, assignments }: HandlingCase): string[] {
  return [...contacts.map(({ loggedBy }) => loggedBy), ...assignments.flatMap(({ opinionBy }) => opinionBy ?? [])];
}
