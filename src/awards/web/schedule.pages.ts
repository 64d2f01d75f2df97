import { Injectable } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { sessionName } from '../../congress/index.js';
import { type Actor, Clock, type Message, msg } from '../../kernel/index.js';
import { FormView } from '../../web/index.js';
import { AwardReading, type AwardView } from '../award-reading.js';
import type { ScheduleForm } from './award.forms.js';
import { frameOf } from './candidate.pages.js';

/** The form of the last days, and what is wrong with them. */
@Injectable()
export class SchedulePages {
  constructor(
    private readonly reading: AwardReading,
    private readonly clock: Clock,
  ) {}

  /** Without `typed` the dates that hold now stand in the fields. */
  async show(code: string, typed: FormView | null, actor: Actor): Promise<object> {
    const { session, round } = await this.reading.for('schedule', code, actor);
    const form = typed ?? new FormView({ nominateBy: round.nominateBy ?? '', scoreBy: round.scoreBy ?? '' });
    const title = msg('awards.schedule.do');
    return {
      ...frameOf(code, title, form),
      head: { title, kicker: [sessionName(session)], lead: msg('awards.schedule.lead') },
      action: `/congress/${code}/awards/schedule`,
      nominateBy: form.field('nominateBy'),
      scoreBy: form.field('scoreBy'),
    };
  }

  /** A new day lies ahead; a day that held before may stay. */
  async problemsOf(
    code: string,
    { nominateBy, scoreBy }: ScheduleForm,
    actor: Actor,
  ): Promise<Record<string, Message>> {
    const { round } = await this.reading.for('schedule', code, actor);
    const today = beijingDate(this.clock.now());
    const isPast = (day: string, before: string | null) => day !== '' && day < today && day !== before;
    if (isPast(nominateBy, round.nominateBy)) return { nominateBy: msg('awards.schedule.past') };
    if (isPast(scoreBy, round.scoreBy)) return { scoreBy: msg('awards.schedule.past') };
    const isTurned = nominateBy !== '' && scoreBy !== '' && scoreBy < nominateBy;
    return isTurned ? { scoreBy: msg('awards.schedule.turned') } : {};
  }
}

/** The days as facts on the page of the awards; none of them after the decision. */
export function presentDays({ round, isClosed }: AwardView) {
  if (isClosed) return [];
  const { nominateBy, scoreBy } = round;
  const days = Object.entries({ nominateBy, scoreBy }).filter(([, day]) => day !== null);
  return days.map(([name, day]) => ({
    term: msg(`awards.schedule.${name}`),
    text: msg('awards.schedule.until', { date: day! }),
    datetime: day,
  }));
}
