import { Injectable } from '@nestjs/common';
import { HandedDrafts, type Notice, NoticeLookup, type NoticeText } from '../disclosure/index.js';
import type { Actor } from '../kernel/index.js';
import { AwardSteps } from './award-steps.js';
import { AlreadyAnnounced } from './award.errors.js';

export type Announcement = Pick<NoticeText, 'unitId' | 'title' | 'body'>;

/** 公告: a decided award becomes the draft of a notice, which its publishers take the ordinary way; once. */
@Injectable()
export class AwardNotices {
  constructor(
    private readonly steps: AwardSteps,
    private readonly drafts: HandedDrafts,
    private readonly notices: NoticeLookup,
  ) {}

  /** Answers the id of the draft. */
  async announce(code: string, text: Announcement, actor: Actor): Promise<string> {
    let draft: Notice | null = null;
    await this.steps.perform('announce', code, actor, async ({ round, session, as, tx }) => {
      const act = as({});
      const event = round.take('announce', act, { unitId: text.unitId });
      if (await this.notices.isAnnounced(session.id, tx)) throw new AlreadyAnnounced();
      const origin = { awardSessionId: session.id, congressId: session.term.congressId };
      draft = await this.drafts.handOver({ ...ANNOUNCEMENT, ...text }, origin, act, tx);
      return { ...event, data: { ...event.data, noticeId: draft.id } };
    });
    return draft!.id;
  }
}

const ANNOUNCEMENT = {
  category: 'congress',
  catalogueItem: null,
  attribute: 'own',
  audienceKind: 'public',
  audienceUnitIds: [],
  audienceReason: '',
  documentNumber: '',
  documentDate: null,
  keywords: [],
  validFrom: null,
  validUntil: null,
} as const;
