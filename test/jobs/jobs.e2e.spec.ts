import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Jobs, Schedule } from '../../src/jobs/index.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
const done: object[] = [];
let runs = 0;

beforeAll(async () => {
  app = await TestApp.start();
  app.get(Jobs).define('test', async (jobs) => void done.push(...jobs), { batch: 10 });
  app.get(Jobs).schedule('test.daily', '30 8 * * *', async () => {
    runs += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  app.get(Jobs).schedule('test.broken', '* * * * *', () => Promise.reject(new Error('no paper')));
});
afterAll(() => app.close());

describe('a job', () => {
  it('exists when its transaction is committed, and not when it is rolled back', async () => {
    const { db } = app;
    await db.transaction((tx) => app.get(Jobs).enqueue(tx, 'test', { id: 1 }));
    await db
      .transaction(async (tx) => {
        await app.get(Jobs).enqueue(tx, 'test', { id: 2 });
        throw new Error('refused');
      })
      .catch(() => {});
    expect(done).toEqual([]);

    await app.get(Jobs).drain();

    expect(done).toEqual([{ id: 1 }]);
  });

  it('of a queue that nobody serves is a bug', async () => {
    await expect(app.db.transaction((tx) => app.get(Jobs).enqueue(tx, 'nowhere', {}))).rejects.toThrow('no queue');
  });
});

describe('a scheduled task', () => {
  it('runs once a period, however many processes try', async () => {
    const schedule = app.get(Schedule);
    const ran = await Promise.all([1, 2, 3].map(() => schedule.run('test.daily')));
    expect(ran.filter(Boolean)).toHaveLength(1);
    expect(await schedule.run('test.daily')).toBe(false);

    app.clock.passDays(1);
    expect(await schedule.run('test.daily')).toBe(true);
    expect(runs).toBe(2);
  });

  it('shows when it ran last, and what went wrong', async () => {
    await expect(app.get(Schedule).run('test.broken')).rejects.toThrow('no paper');

    const last = new Map((await app.get(Schedule).lastRuns()).map((run) => [run.name, run]));
    expect(last.get('test.broken')).toMatchObject({ error: 'no paper' });
    expect(last.get('test.daily')).toMatchObject({ error: null });
    expect(last.get('test.daily')!.finishedAt).toEqual(app.clock.now());
    await expect(app.get(Schedule).run('test.broken')).rejects.toThrow('no paper');
  });
});
