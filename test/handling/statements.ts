import type { TestApp } from '../support/test-app.js';

interface Runner {
  query: (...args: unknown[]) => unknown;
}

/** Counts what the application asks its database from now on. */
export function watchStatements(app: TestApp): { count: number } {
  const seen = { count: 0 };
  const driver = app.db.driver as unknown as { createQueryRunner(mode: string): Runner };
  const create = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner);
    runner.query = (...args) => {
      seen.count++;
      return query(...args);
    };
    return runner;
  };
  return seen;
}
