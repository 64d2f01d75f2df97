import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe } from '@jest/globals';

const MAIN = path.resolve(import.meta.dirname, '../../dist/main.js');
const PATIENCE_MS = 90_000;

export const LONG = 180_000;
/** `npm test` builds first; a single test by jest may have no build. */
export const described = fs.existsSync(MAIN) ? describe : describe.skip;

/** `npm start` without npm: the built server as a process of its own. */
export class ServerProcess {
  private static running: ServerProcess[] = [];
  said = '';
  readonly exit: Promise<number | null>;
  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (this.said += String(chunk)));
    this.exit = new Promise((resolve) => child.on('close', (code) => resolve(code)));
  }

  static start(this: void, env: Record<string, string>, user: { uid?: number; gid?: number } = {}): ServerProcess {
    const basic = { PATH: process.env.PATH!, NODE_ENV: 'test', HOST: '127.0.0.1' };
    const server = new ServerProcess(spawn(process.execPath, [MAIN], { env: { ...basic, ...env }, ...user }));
    ServerProcess.running.push(server);
    return server;
  }

  static async endAll(this: void): Promise<void> {
    for (const server of ServerProcess.running.splice(0)) {
      server.kill('SIGKILL');
      await server.exit;
    }
  }

  get pid(): number {
    return this.child.pid!;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async untilItSays(words: string | RegExp): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    let code: number | null | undefined;
    void this.exit.then((ended) => (code = ended));
    while (!new RegExp(words).test(this.said)) {
      if (code !== undefined || performance.now() > until)
        throw new Error(`never said ${words} (${code}): ${this.said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A data folder that everybody may enter, as PostgreSQL may run as somebody else. */
export function dataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-start-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/** The PostgreSQL processes that serve this folder. */
export function postgresOf(folder: string): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandOf(pid).includes(`${folder}/pg18`));
}

/** The first of them, which started the others. */
export function postmasterOf(folder: string): number {
  return Number(fs.readFileSync(path.join(folder, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
