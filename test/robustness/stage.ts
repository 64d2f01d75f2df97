import type { FastifyInstance } from 'fastify';
import { castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import type { Journey } from './journeys.js';

const MORNING = '2026-04-14T09:00:00+08:00';

/** Where journeys are walked: all in one school, but for those that want another one or change it for good. */
export class Stage {
  private school: TestApp | null = null;

  constructor(private readonly prepare: (fastify: FastifyInstance) => void) {}

  async play<T>({ settings, alone }: Journey, play: (app: TestApp) => Promise<T>): Promise<T> {
    if (!settings && !alone) {
      this.school ??= await this.open();
      this.school.clock.set(MORNING);
      return play(this.school);
    }
    const app = await this.open(settings);
    try {
      return await play(app);
    } finally {
      await app.close();
    }
  }

  async close(): Promise<void> {
    await this.school?.close();
  }

  private async open(settings?: Record<string, unknown>): Promise<TestApp> {
    const app = await TestApp.start({}, undefined, this.prepare);
    await castOn(app.db, settings);
    return app;
  }
}
