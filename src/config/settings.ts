import path from 'node:path';

/** Everything the environment decides, read once at start. Each variable is explained in the README's table of settings. */
export class Settings {
  readonly root: string;
  readonly environment: 'production' | 'demo' | 'test';
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly dataFolder: string;
  readonly role: 'web' | 'worker' | 'both';
  readonly trustProxy: boolean;
  readonly startsAt: Date | null;
  readonly schoolName: string;
  readonly idleMinutes: number;
  readonly uploadMegabytes: number;
  /** Memory for the pages of visitors in each process; 0 keeps none. */
  readonly pageCacheMegabytes: number;
  /** Failed sign-ins from one address in 15 minutes. A campus behind one address needs many. */
  readonly failuresPerAddress: number;
  /** Sign-in links asked for in one hour, for one staff number and from one address. */
  readonly linksPerNumber: number;
  readonly linksPerAddress: number;
}

export class SettingWrong extends Error {
  constructor(name: string, expected: string) {
    super(`${name}: ${expected}`);
    this.name = 'SettingWrong';
  }
}

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const root = path.resolve(import.meta.dirname, '../..');
  const environment = choice(
    env,
    'NODE_ENV',
    ['production', 'demo', 'test'] as const,
    env.DEMO === '0' ? 'production' : 'demo',
  );
  const port = wholeNumber(env, 'PORT', 3000, 0, 65535);
  return {
    root,
    environment,
    databaseUrl: env.DATABASE_URL || null,
    port,
    host: env.HOST || '0.0.0.0',
    baseUrl: url(env, 'BASE_URL', `http://localhost:${port}`),
    smtpUrl: env.SMTP_URL || null,
    mailFrom: env.MAIL_FROM || 'jianyan@localhost',
    dataFolder: path.resolve(env.DATA_FOLDER || path.join(root, 'var')),
    role: choice(env, 'ROLE', ['web', 'worker', 'both'] as const, 'both'),
    trustProxy: env.TRUST_PROXY === '1',
    startsAt: startOfClock(env, environment),
    schoolName: env.SCHOOL_NAME || '江临大学',
    idleMinutes: wholeNumber(env, 'IDLE_MINUTES', 60, 1, 1440),
    uploadMegabytes: wholeNumber(env, 'UPLOAD_MEGABYTES', 20, 1, 500),
    pageCacheMegabytes: wholeNumber(env, 'PAGE_CACHE_MEGABYTES', environment === 'test' ? 0 : 32, 0, 4096),
    failuresPerAddress: wholeNumber(env, 'FAILURES_PER_ADDRESS', 200, 1, 100_000),
    linksPerNumber: wholeNumber(env, 'LINKS_PER_NUMBER', 3, 1, 1000),
    linksPerAddress: wholeNumber(env, 'LINKS_PER_ADDRESS', 60, 1, 100_000),
  };
}

function startOfClock(env: NodeJS.ProcessEnv, environment: Settings['environment']): Date | null {
  if (!env.NOW) return null;
  const moment = new Date(env.NOW);
  if (Number.isNaN(moment.getTime())) throw new SettingWrong('NOW', 'a moment such as 2026-04-14T09:00:00+08:00');
  if (environment === 'production') throw new SettingWrong('NOW', 'is for the demo and for tests only');
  return moment;
}

function choice<T extends string>(env: NodeJS.ProcessEnv, name: string, allowed: readonly T[], otherwise: T): T {
  const text = env[name];
  if (!text) return otherwise;
  if (!(allowed as readonly string[]).includes(text)) throw new SettingWrong(name, `one of ${allowed.join(', ')}`);
  return text as T;
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number, from: number, to: number): number {
  if (!env[name]) return otherwise;
  const number = Number(env[name]);
  if (!Number.isInteger(number) || number < from || number > to)
    throw new SettingWrong(name, `a number from ${from} to ${to}`);
  return number;
}

function url(env: NodeJS.ProcessEnv, name: string, otherwise: string): string {
  const text = env[name] || otherwise;
  if (!URL.canParse(text)) throw new SettingWrong(name, 'an address such as https://jianyan.example.edu.cn');
  return text.replace(/\/$/, '');
}
