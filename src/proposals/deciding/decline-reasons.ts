import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../kernel/index.js';
import { DeclineReason } from './decline-reason.entity.js';
import { DeclinedPart } from './declined-part.entity.js';
import { DeclineReasonNotUsable } from '../proposal.errors.js';

export interface DeclinedPartView extends Pick<DeclinedPart, 'title' | 'measures' | 'explanation'> {
  /** In the reader's language. */
  readonly reason: string;
}

/** The managed list of reasons for not filing. */
@Injectable()
export class DeclineReasons {
  constructor(private readonly db: DataSource) {}

  /** Those that may be chosen today. */
  active(tx: Transaction = this.db.manager): Promise<DeclineReason[]> {
    return tx.find(DeclineReason, { where: { active: true }, order: { position: 'ASC' } });
  }

  /** All of them, retired ones included, in their order. */
  all(): Promise<DeclineReason[]> {
    return this.db.manager.find(DeclineReason, { order: { position: 'ASC' } });
  }

  /** By code, retired ones included: what was decided keeps its wording. */
  find(code: string): Promise<DeclineReason | null> {
    return this.db.manager.findOneBy(DeclineReason, { code });
  }

  /** What of a proposal was not filed when it was split, in the order of the parts. */
  async partsOf(proposalId: string, locale: 'zh' | 'en'): Promise<DeclinedPartView[]> {
    const parts = await this.db.manager.find(DeclinedPart, { where: { proposalId }, order: { position: 'ASC' } });
    const reasons = new Map(parts.length > 0 ? (await this.all()).map((one) => [one.code, one.wording(locale)]) : []);
    return parts.map((part) => ({ ...part, reason: reasons.get(part.declineCode) ?? '' }));
  }

  async usable(code: string, tx: Transaction): Promise<DeclineReason> {
    const reason = await tx.findOneBy(DeclineReason, { code, active: true });
    if (!reason) throw new DeclineReasonNotUsable(code);
    return reason;
  }
}
