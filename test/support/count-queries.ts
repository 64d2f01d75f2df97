import type { DataSource } from 'typeorm';

/** How many statements go to the database while something happens. */
export async function countQueries(db: DataSource, happen: () => PromiseLike<unknown>): Promise<number> {
  const { logger } = db;
  const statements: string[] = [];
  Object.assign(db, { logger: { ...silent, logQuery: (sql: string) => statements.push(sql) } });
  try {
    await happen();
  } finally {
    Object.assign(db, { logger });
  }
  return statements.length;
}

const nothing = (): void => {};
const silent = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
