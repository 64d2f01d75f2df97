import { type AttachmentView, presentAttachments } from '../../../files/index.js';
import { type Actor, mayRead, type Message, msg } from '../../../kernel/index.js';
import { concernedIn } from '../../case/case-audience.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { Satisfaction } from '../rating-arithmetic.js';
import type { Rating } from '../rating.entity.js';
import type { CasePapers } from '../../reply/reply-papers.service.js';
import type { Tag } from '../../reply/web/reply-view.js';

/** One rating as its reader sees it; the name and the reason are for those concerned. */
export interface RatingView {
  readonly who: string | null;
  readonly attitude: Tag;
  readonly result: Tag;
  readonly reason: string | null;
  readonly at: string;
  /** It came on paper; who entered it, for those concerned. */
  readonly paper: Tag | null;
  readonly entered: Message | null;
  readonly scans: { readonly files: readonly AttachmentView[] } | null;
}

export const PAPER_TAG: Tag = { tone: 'neutral', text: msg('paper.tag') };
const TONE: Record<Satisfaction, Tag['tone']> = { satisfied: 'good', mostly: 'info', dissatisfied: 'bad' };

export function satisfactionText(value: Satisfaction): Message {
  return msg(`replies.satisfaction.${value}`);
}

export function presentRatings(
  record: HandlingCase,
  round: number,
  { ratings, people, scans }: Pick<CasePapers, 'ratings' | 'people' | 'scans'>,
  actor: Actor,
): RatingView[] {
  const isConcerned = mayRead(concernedIn(record), actor);
  return ratings
    .filter((rating) => rating.round === round)
    .map((rating) => ({
      who: isConcerned ? (people.get(rating.staffId)?.name ?? null) : null,
      attitude: tagOf(rating.attitude),
      result: tagOf(rating.result),
      reason: isConcerned ? rating.reason : null,
      at: rating.ratedAt.toISOString(),
      ...presentPaper(rating, isConcerned ? { people, scans } : null),
    }));
}

/** Everybody sees that it came on paper; the scan with its signature is for those concerned. */
function presentPaper(rating: Rating, known: Pick<CasePapers, 'people' | 'scans'> | null) {
  if (!rating.onPaper) return { paper: null, entered: null, scans: null };
  const name = known?.people.get(rating.enteredBy ?? '')?.name;
  const scans = known?.scans.filter(({ ownerId }) => ownerId === rating.id) ?? [];
  return {
    paper: PAPER_TAG,
    entered: name ? msg('paper.rating.enteredBy', { name }) : null,
    scans: scans.length > 0 ? { files: presentAttachments(scans) } : null,
  };
}

/** How many of the parties have rated in the present round, while the others are awaited. */
export function awaitedOf(record: HandlingCase, ratings: readonly Rating[]): Message | null {
  if (record.status !== 'replied' || record.rateBy === null) return null;
  const given = ratings.filter(({ round }) => round === record.round).length;
  return msg(given === 0 ? 'replies.rating.noneYet' : 'replies.rating.awaited', {
    given,
    of: record.parties.length,
    date: record.rateBy,
  });
}

function tagOf(value: Satisfaction): Tag {
  return { tone: TONE[value], text: satisfactionText(value) };
}
