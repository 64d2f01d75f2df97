import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../kernel/index.js';
import type { AwardDates } from './award-round.entity.js';
import { AwardSteps } from './award-steps.js';

/** 安排日期: until when delegations nominate and members score. */
@Injectable()
export class AwardSchedule {
  constructor(private readonly steps: AwardSteps) {}

  /** The same dates again change nothing. */
  schedule(code: string, dates: AwardDates, actor: Actor): Promise<void> {
    return this.steps.perform('schedule', code, actor, async ({ round, as }) => {
      const act = as({});
      const { nominateBy, scoreBy } = round;
      if (!round.isDecided && isDeepStrictEqual(dates, { nominateBy, scoreBy })) return null;
      return round.schedule(dates, act);
    });
  }
}
