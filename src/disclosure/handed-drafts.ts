import { Injectable } from '@nestjs/common';
import { RoleHolders } from '../identity/index.js';
import { type Act, newId, type Transaction } from '../kernel/index.js';
import { Notice } from './notice.entity.js';
import { NoPublisher } from './notice.errors.js';
import { NoticeSteps } from './notice-steps.js';
import type { NoticeText } from './notice-text.js';

/** The session whose awards the notice announces. */
export interface AwardOrigin {
  readonly awardSessionId: string;
  readonly congressId: string;
}

/** Drafts that another room hands over to the publishers of a unit: from there they go the ordinary way. */
@Injectable()
export class HandedDrafts {
  constructor(
    private readonly roleHolders: RoleHolders,
    private readonly steps: NoticeSteps,
  ) {}

  /** In the transaction of the step that hands it over, which has been authorized. Refused where nobody would take it up. */
  async handOver(text: NoticeText, origin: AwardOrigin, act: Act, tx: Transaction): Promise<Notice> {
    const publishers = await this.roleHolders.of('publisher', text.unitId, tx);
    if (publishers.length === 0) throw new NoPublisher();
    const { notice, event } = Notice.draft(newId(), text, act, origin);
    await this.steps.keep(notice, event, tx);
    return notice;
  }
}
