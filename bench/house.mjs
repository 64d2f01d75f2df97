// The whole house for a measurement: a PostgreSQL of its own, a seeded school, the built server as a process of its own.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../src/database/embedded-postgres.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const START_MS = 60_000;

export async function startHouse({ proposals, notices }) {
  if (!fs.existsSync(path.join(ROOT, 'dist/main.js'))) throw new Error('Build first: npm run build');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-bench-'));
  fs.chmodSync(folder, 0o755);
  const postgres = await startPostgres(folder);
  const env = { ...process.env, DEMO: '0', DATABASE_URL: postgres.url, DATA_FOLDER: path.join(folder, 'data') };
  const seededIn = seed(['--proposals', proposals, '--notices', notices, '--staff', 6000], env);
  const db = new pg.Client({ connectionString: postgres.url });
  await db.connect();
  await db.query('vacuum analyze');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
    cwd: ROOT,
    env: { ...env, PORT: String(port), HOST: '127.0.0.1', BASE_URL: address },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = async () => {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    await db.end();
    await postgres.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  await ready(`${address}/health/ready`);
  return { address, db, seededIn, stop, signIn: (staffId) => signIn(db, staffId) };
}

function seed(wish, env) {
  const began = Date.now();
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'seed', ...wish.map(String)], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('seeding failed');
  return (Date.now() - began) / 1000;
}

/** A session as the sign-in opens it; answers with the cookie. */
async function signIn(db, staffId) {
  const token = randomBytes(32).toString('base64url');
  await db.query(
    "insert into browser_session (id, token_hash, staff_id, created_at, seen_at, address, agent) values ($1, $2, $3, now(), now(), '127.0.0.1', 'bench')",
    [randomUUID(), createHash('sha256').update(token).digest('hex'), staffId],
  );
  return `session=${token}`;
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function ready(url) {
  for (const until = Date.now() + START_MS; Date.now() < until;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the server did not start');
}
