import type { Settings } from '../config/index.js';

let embedded: string | null = null;

/** Where the database is: `DATABASE_URL`, or the embedded server that this process started or adopted. */
export const DatabaseAddress = {
  useEmbedded(url: string): void {
    embedded = url;
  },

  of(settings: Settings): string {
    const url = settings.databaseUrl ?? embedded;
    if (!url) throw new Error('no database: set DATABASE_URL or start the embedded PostgreSQL first');
    return url;
  },
};
