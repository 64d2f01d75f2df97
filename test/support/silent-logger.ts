const nothing = (): void => {};

/** For statements that fail on purpose. */
export const SILENT_LOGGER = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
