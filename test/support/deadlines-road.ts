import { CalendarAdministration } from '../../src/calendar/calendar-administration.js';
import { cast, congress, units } from './cast.js';
import { Road } from './road.js';
import type { TestApp } from './test-app.js';

/** The calendar changes while cases and proposals are under way, and the chair moves what was counted by it. */
export class DeadlinesRoad {
  private readonly road: Road;

  constructor(private readonly app: TestApp) {
    this.road = new Road(app);
  }

  async recounted(): Promise<void> {
    await this.road.assigned({ title: '关于修缮理科楼屋面的提案' });
    await this.road.replied(undefined, { title: '关于食堂错峰供餐的提案' });
    const serial = await this.road.underReview({ title: '关于改善教室照明的提案' });
    const question = { unit: units.cw.id, question: '经费如何？', days: '3' };
    await this.road.post(cast.chen, `/review/${serial}/inquiries`, question);
    const day = { date: '2026-04-16', isWorkday: false, name: '校庆' };
    await this.app.get(CalendarAdministration).putDay(day, await this.app.actor(cast.guan));
    const page = await (await this.app.as(cast.chen)).get('/deadlines');
    const version = /name="version" value="([^"]*)"/.exec(page.text)![1]!;
    await this.road.post(cast.chen, '/deadlines', { congress: congress.id, version, reason: '校庆放假' });
  }
}
