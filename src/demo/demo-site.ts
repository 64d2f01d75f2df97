import pg from 'pg';
import type { Settings } from '../config/index.js';
import { DatabaseAddress, emptyDatabase } from '../database/index.js';
import { DEMO_STARTS_AT } from './demo-dates.js';

export const DEMO_PASSWORD = 'jianyan-2026';

interface DemoFact {
  /** The real moment at which the demo's clock showed DEMO_STARTS_AT. */
  readonly startedAt: string;
}

/** Loads the demo institution into an empty database; a load that was interrupted is begun again, a site with people of its own is left alone. */
export async function ensureDemo(settings: Settings): Promise<void> {
  const fact = await readFact('demo');
  if (fact) return;
  if (await readFact('demo_loading')) await emptyDatabase(DatabaseAddress.of(settings), settings);
  else if (await hasPeople()) return;
  await load(settings);

  async function readFact(name: string): Promise<unknown> {
    return query(settings, 'select value from site_fact where name = $1', [name]);
  }

  async function hasPeople(): Promise<boolean> {
    return (await query(settings, 'select number from staff limit 1')) !== null;
  }
}

/** Empties the database and loads the demo institution afresh. */
export async function resetDemo(settings: Settings): Promise<void> {
  await emptyDatabase(DatabaseAddress.of(settings), settings);
  await load(settings);
}

/** The demo's clock goes on where it is, however often the server was started; NOW starts it somewhere else. */
export async function demoSettings(settings: Settings): Promise<Settings> {
  const row = (await query(settings, "select value from site_fact where name = 'demo'")) as { value: DemoFact } | null;
  if (!row || settings.startsAt) return settings;
  const passed = Date.now() - new Date(row.value.startedAt).getTime();
  return { ...settings, startsAt: new Date(DEMO_STARTS_AT.getTime() + passed) };
}

async function load(settings: Settings): Promise<void> {
  await setFact(settings, 'demo_loading', {});
  const began = Date.now();
  console.log('Loading the demo institution 江临大学 (once, about a minute) …');
  const { loadInstitution } = await import('./load-institution.js');
  await query(settings, 'alter role current_user set synchronous_commit = off'); // a load that a crash interrupts is begun again
  await loadInstitution(settings);
  await query(settings, 'alter role current_user reset synchronous_commit');
  await setFact(settings, 'demo', { startedAt: new Date().toISOString() } satisfies DemoFact);
  console.log(`The demo institution is loaded (${Math.round((Date.now() - began) / 1000)} s).`);
}

async function setFact(settings: Settings, name: string, value: object): Promise<void> {
  await query(
    settings,
    'insert into site_fact values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, JSON.stringify(value)],
  );
}

/** The first row, or null. */
async function query(settings: Settings, sql: string, values: unknown[] = []): Promise<Record<string, unknown> | null> {
  const client = new pg.Client({ connectionString: DatabaseAddress.of(settings) });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows[0] ?? null;
  } finally {
    await client.end();
  }
}
