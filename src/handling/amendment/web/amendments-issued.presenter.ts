import { type Actor, mayRead, msg } from '../../../kernel/index.js';
import { beijingDate } from '../../../calendar/index.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { CasePapers } from '../../reply/reply-papers.service.js';
import type { Reply } from '../../reply/reply.entity.js';
import { ReplyPolicy } from '../../reply/reply.policy.js';
import { presentReply } from '../../reply/web/reply-view.js';

/** For `amendments/issued`: what amended a reply, as far as this reader may read it. */
export function presentAmendments(amended: Reply, record: HandlingCase, papers: CasePapers, actor: Actor): object[] {
  const policy = new ReplyPolicy(actor);
  return papers.amendments
    .filter((one) => one.amendsId === amended.id && one.isSigned && mayRead(one.audience, actor))
    .map((one, place) => ({
      ...presentReply(one, record, papers),
      title: msg('amendments.nth', { n: place + 1 }),
      reason: one.amendmentReason,
      at: one.signedAt!.toISOString(),
      rated: hasRatingsBefore(one, papers) ? msg('amendments.ratedBefore', { date: beijingDate(one.signedAt!) }) : null,
      versions: policy.readsVersions(one, record) ? `/cases/${record.ref}/versions/${one.id}` : null,
    }));
}

function hasRatingsBefore({ round, signedAt }: Reply, { ratings }: CasePapers): boolean {
  return ratings.some((rating) => rating.round === round && rating.ratedAt < signedAt!);
}
