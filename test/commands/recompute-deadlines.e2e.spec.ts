import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { recomputeDeadlines } from '../../src/commands/recompute-deadlines.js';
import { Settings } from '../../src/config/index.js';
import { cast, castOn } from '../support/cast.js';
import { Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
let ref: string;

beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  const road = new Road(app);
  ref = await road.assigned();
  await road.post(cast.guan, '/admin/calendar/2026/days', { date: '2026-04-16', kind: 'off', name: '校庆' });
});
afterAll(() => app.close());

/** The command on the same database at the same moment; answers with what it prints. */
async function run(...args: string[]): Promise<string> {
  const print = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    expect(await recomputeDeadlines.run({ ...app.get(Settings), startsAt: app.clock.now() }, args)).toBe(0);
    return print.mock.calls.join('\n');
  } finally {
    print.mockRestore();
  }
}

async function signBy(): Promise<string> {
  const [row] = await app.db.query('select sign_by::text as day from handling_case where ref = $1', [ref]);
  return row.day;
}

describe('recompute-deadlines', () => {
  it('shows what would move, and changes nothing', async () => {
    const printed = await run();

    expect(printed).toContain('江临大学教职工代表大会: 4 deadlines move.');
    expect(printed).toContain('sign 后勤保障部: 2026-04-17 -> 2026-04-20');
    expect(printed).toContain('--apply');
    expect(await signBy()).toBe('2026-04-17');
  });

  it('moves them with --apply, in the name of the system, with the reason; a second time nothing is left', async () => {
    expect(await run('--apply', '--reason', '校庆放假')).toContain('4 deadlines moved.');
    expect(await signBy()).toBe('2026-04-20');
    const events = await app.db.query(
      "select distinct role, actor_name, note from ledger_event where action = 'recount' and subject_type = 'case'",
    );
    expect(events).toEqual([{ role: 'system', actor_name: 'system', note: '校庆放假' }]);

    expect(await run('--apply')).toContain('0 deadlines moved.');
  });
});
