import type { DataSource } from 'typeorm';
import { SILENT_LOGGER } from './silent-logger.js';

/** How many statements go to the database while something happens. */
export async function countQueries(db: DataSource, happen: () => PromiseLike<unknown>): Promise<number> {
  const { logger } = db;
  const statements: string[] = [];
  Object.assign(db, { logger: { ...SILENT_LOGGER, logQuery: (sql: string) => statements.push(sql) } });
  try {
    await happen();
  } finally {
    Object.assign(db, { logger });
  }
  return statements.length;
}
