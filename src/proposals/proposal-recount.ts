import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CountedDates, type DateSource, type MovedDate, type OpenDate, type Recounting } from '../calendar/index.js';
import type { Transaction } from '../kernel/index.js';
import type { Change } from './step-change.js';
import { openProposalDates } from './proposal-dates.js';
import { ProposalSteps } from './proposal-steps.js';
import { ReviewInquiry } from './review/review-inquiry.entity.js';

const HOLD = 'select id from proposal where id = any($1) order by id for update';

/** 期限重算 of proposals under review. */
@Injectable()
export class ProposalRecount implements DateSource, OnModuleInit {
  readonly subjectType = 'proposal';

  constructor(
    private readonly dates: CountedDates,
    private readonly steps: ProposalSteps,
  ) {}

  onModuleInit(): void {
    this.dates.add(this);
  }

  open(tx: Transaction): Promise<OpenDate[]> {
    return openProposalDates(tx);
  }

  async hold(ids: readonly string[], tx: Transaction): Promise<void> {
    await tx.query(HOLD, [ids]);
  }

  async move(id: string, dates: readonly MovedDate[], { by, reason, actId }: Recounting, tx: Transaction) {
    for (const { field, holderId, on, to } of dates)
      await this.steps.performIn(tx, 'recount', id, by, async ({ proposal, deed }) => {
        const data = {
          date: field,
          before: on,
          after: to,
          actId,
          ...(await this.onTheInquiry(field, holderId, to, tx)),
        };
        return proposal.record('recount', deed, data, reason, changeOf(field, to));
      });
  }

  private async onTheInquiry(field: string, id: string, dueOn: string, tx: Transaction): Promise<object> {
    if (field !== 'inquiry') return {};
    await tx.update(ReviewInquiry, { id }, { dueOn });
    const { unitId } = await tx.findOneByOrFail(ReviewInquiry, { id });
    return { unitId, inquiryId: id };
  }
}

function changeOf(field: string, to: string): Change {
  if (field === 'decision') return { reviewBy: to };
  if (field === 'completion') return { completeBy: to };
  return field === 'second_look' ? { secondLookBy: to } : {};
}
