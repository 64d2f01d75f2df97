import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../kernel/index.js';

const CASES = 'select case_id from case_origin where origin_id = $1';
const NO_LONGER_LEADS = `
  update case_party gone set part = 'joint' where staff_id = $2 and part = 'lead' and case_id in (${CASES})
    and exists (select from case_party where case_id = gone.case_id and staff_id = $3)`;
const LEADS = `
  update case_party heir set part = 'lead' where staff_id = $3 and case_id in (${CASES}) and $2::uuid <> $3
    and not exists (select from case_party where case_id = heir.case_id and part = 'lead')`;

/** The people whose matter a case is, when one of them is gone. */
@Injectable()
export class CaseParties {
  /** Another party leads the cases that come from this original. Nobody becomes a party who was none. */
  async handOver(originId: string, goneId: string, heirId: string, tx: Transaction): Promise<void> {
    for (const change of [NO_LONGER_LEADS, LEADS]) await tx.query(change, [originId, goneId, heirId]);
  }
}
