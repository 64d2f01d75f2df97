import { type Command } from './command.js';
import { demo } from './demo.js';
import { mails } from './mails.js';
import { migrateOnly } from './migrate.js';
import { rebuildSearch } from './rebuild-search.js';
import { recomputeDeadlines } from './recompute-deadlines.js';
import { seed } from './seed.js';
import { verifyLedger } from './verify-ledger.js';
import { workflows } from './workflows.js';

/** What `npm run cli -- <name>` can do. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: migrateOnly,
  demo,
  seed,
  workflows,
  mails,
  'rebuild-search': rebuildSearch,
  'verify-ledger': verifyLedger,
  'recompute-deadlines': recomputeDeadlines,
};

export function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { does }]) => `  npm run cli -- ${name.padEnd(20)} ${does}`);
  return ['Commands:', ...lines].join('\n');
}
