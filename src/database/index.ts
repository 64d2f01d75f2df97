export { DatabaseModule } from './database.module.js';
export { isDatabaseAway } from './database-away.js';
export { emptyDatabase } from './empty-database.js';
export { DatabaseAddress } from './database-address.js';
export { RunningServer } from './running-server.js';
export { startPostgres, type RunningPostgres } from './embedded-postgres.js';
export { migrate } from './migrate.js';
export { KeptPostgres } from './kept-postgres.js';
