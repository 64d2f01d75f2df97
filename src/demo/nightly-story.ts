import { addDays, endOfBeijingDay } from '../calendar/index.js';
import { Ratings } from '../handling/index.js';
import type { Stage } from './stage.js';
import type { Story } from './story-teller.js';

/** What the worker does every night: rating periods that passed in silence are closed. */
export async function* nightlyStory(stage: Stage, from: string): Story {
  for (let day = from; ; day = addDays(day, 1)) {
    yield endOfBeijingDay(day);
    await stage.get(Ratings).closeRatingPeriods(endOfBeijingDay(day));
  }
}
