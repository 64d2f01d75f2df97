import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../kernel/index.js';
import { DeclineReason } from './decline-reason.entity.js';
import { DeclineReasonNotUsable } from './proposal.errors.js';

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

  async usable(code: string, tx: Transaction): Promise<DeclineReason> {
    const reason = await tx.findOneBy(DeclineReason, { code, active: true });
    if (!reason) throw new DeclineReasonNotUsable(code);
    return reason;
  }
}
