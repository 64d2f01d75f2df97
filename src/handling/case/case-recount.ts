import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CountedDates, type DateSource, type MovedDate, type OpenDate, type Recounting } from '../../calendar/index.js';
import type { Transaction } from '../../kernel/index.js';
import { openCaseDates } from './case-dates.js';
import { CaseSteps } from './case-steps.js';
import { CasesRepository } from './cases.repository.js';

const HOLD = 'select id from handling_case where id = any($1) order by ref for update';

/** 期限重算 of cases and their duties. */
@Injectable()
export class CaseRecount implements DateSource, OnModuleInit {
  readonly subjectType = 'case';

  constructor(
    private readonly dates: CountedDates,
    private readonly cases: CasesRepository,
    private readonly steps: CaseSteps,
  ) {}

  onModuleInit(): void {
    this.dates.add(this);
  }

  open(tx: Transaction): Promise<OpenDate[]> {
    return openCaseDates(tx);
  }

  async hold(caseIds: readonly string[], tx: Transaction): Promise<void> {
    await tx.query(HOLD, [caseIds]);
  }

  async move(caseId: string, dates: readonly MovedDate[], { by, ...facts }: Recounting, tx: Transaction) {
    const record = await this.cases.byId(caseId, tx);
    const step = (_: typeof record, act: Parameters<typeof record.recount>[2]) =>
      dates.map((date) => record.recount(date, facts, act));
    await this.steps.take('recount', record, by, step, tx);
  }
}
