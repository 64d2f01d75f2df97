import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, congress } from '../support/cast.js';
import { Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';

const SESSION = `/admin/congress/sessions/${congress.sessionId}`;

interface Kept {
  readonly as_of: string;
  readonly figures: {
    readonly groups: Record<string, number>;
    readonly rates: Record<string, { numerator: number; denominator: number }>;
    readonly units: readonly { name: string; numerator: number; denominator: number }[];
  };
}

describe('the figures of a session that is closed', () => {
  let app: TestApp;
  let road: Road;
  let ref: string;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db, { minimumSample: 1 });
    road = new Road(app);
    ref = await road.atLeader();
    await road.underReview({ title: '关于改善教室照明的提案' });
  }, 180_000);
  afterAll(() => app.close());

  const kept = () =>
    app.db.query('select as_of::text, figures from session_snapshot order by taken_at') as Promise<Kept[]>;
  const page = async () => (await app.visitor().get('/statistics?session=8-3').expect(200)).text;
  const close = async () => (await app.as(cast.tang)).post(`${SESSION}/close`);

  it('are kept in the moment of closing, once, with what was counted of how many', async () => {
    expect(await page()).not.toContain('截至关闭日');

    const answers = await Promise.all(Array.from({ length: 10 }, close));

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, ...Array<number>(9).fill(409)]);
    const [snapshot, ...others] = await kept();
    expect(others).toEqual([]);
    expect(snapshot!.figures.groups).toEqual({ filed: 1, converted: 0, declined: 0, withdrawn: 0, pending: 1 });
    expect(snapshot!.figures.rates).toMatchObject({
      filingForms: { numerator: 1, denominator: 2 },
      reply: { numerator: 0, denominator: 0 },
    });
    expect(snapshot!.figures.units).toEqual([
      expect.objectContaining({ name: '后勤保障部', numerator: 0, denominator: 1 }),
    ]);
  });

  it('stay as they were while those of today go on', async () => {
    const before = await kept();
    await road.post(cast.fang, `/cases/${ref}/signature`, { part: 'leader', version: '1' });

    expect(await kept()).toEqual(before);
    const text = await page();
    expect(text).toContain('截至关闭日：收到 2 份，立案 1 份（1 件），已答复 0 件');
    expect(text).toContain('今天的数据截至');
    expect(rowOf(text, '办复率')).toEqual(['100%', '1 / 1', '样本不足', '0 / 0']);
    expect(rowOf(text, '立案率（按提案表）')).toEqual(['50%', '1 / 2', '50%', '1 / 2']);
    expect((await app.visitor().get('/statistics/reply?session=8-3').expect(200)).text).toContain('充电点');
  });

  it('cannot be changed, not even in the database', async () => {
    for (const change of [
      "update session_snapshot set as_of = '2026-01-01'",
      'delete from session_snapshot',
      'truncate session_snapshot',
    ])
      await expect(app.db.query(change)).rejects.toThrow('append-only');
  });

  it('say nothing of a figure that was not counted yet', async () => {
    await app.db.query(
      `insert into session_snapshot select gen_random_uuid(), session_id, taken_at + interval '1 second', as_of,
         jsonb_set(figures, '{rates}', (figures -> 'rates') - 'onTime') from session_snapshot`,
    );
    expect(rowOf(await page(), '按时办复率')).toEqual(['100%', '1 / 1']);
    await app.db.query('alter table session_snapshot disable trigger user');
    await app.db.query("delete from session_snapshot where not figures -> 'rates' ? 'onTime'");
    await app.db.query('alter table session_snapshot enable trigger user');
  });

  it('are not shown while the session runs again, and are kept anew when it is closed again', async () => {
    await (await app.as(cast.tang)).post(`${SESSION}/open`).expect(303);
    expect(await page()).not.toContain('截至关闭日');
    app.clock.set('2026-06-30T10:00:00+08:00');

    expect((await close()).status).toBe(303);

    const [first, second] = await kept();
    expect(first!.figures.rates.reply).toEqual({ numerator: 0, denominator: 0 });
    expect(second).toMatchObject({
      as_of: '2026-06-30',
      figures: { rates: { reply: { numerator: 1, denominator: 1 } } },
    });
    expect(await page()).toContain('已答复 1 件');
  });
});

/** The cells of a rate: today and at the closing, each as percent and fraction. */
function rowOf(html: string, name: string): string[] {
  const row = html.split('<tr>').find((part) => part.includes(`>${name}<`))!;
  return [...row.matchAll(/(\d+(?:\.\d)?%|\d+ \/ \d+|样本不足)/g)].map(([text]) => text);
}
