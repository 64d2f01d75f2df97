import path from 'node:path';
import pg from 'pg';
import type { Settings } from '../config/index.js';
import { migrate } from './migrate.js';

/** Removes everything, our tables and those of the job queue, and makes the tables anew. Only the demo does this. */
export async function emptyDatabase(url: string, settings: Pick<Settings, 'root' | 'environment'>): Promise<void> {
  if (settings.environment === 'production') throw new Error('the database of a production site is never emptied');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('drop schema public cascade; create schema public; drop schema if exists pgboss cascade');
  } finally {
    await client.end();
  }
  await migrate(url, path.join(settings.root, 'migrations'));
}
