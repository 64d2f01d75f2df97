import { once } from 'node:events';
import type { Server } from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { readSettings, SettingWrong, type Settings } from './config/index.js';
import {
  DatabaseAddress,
  isDatabaseAway,
  KeptPostgres,
  migrate,
  RunningServer,
  type RunningPostgres,
  startPostgres,
} from './database/index.js';
import { accountTable, demoSettings, ensureDemo } from './demo/index.js';

const UNANSWERED_MS = 3000;
const LONGEST_FAREWELL_MS = 25_000;

/** Starts everything; what the operator can put right is told in one line. */
export async function serve(): Promise<void> {
  try {
    await run(readSettings());
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === null) throw error;
    console.error(sentence);
    process.exit(1);
  }
}

/** Everything in order: database, migrations, demo, application. Ends it in the opposite order. */
async function run(settings: Settings): Promise<void> {
  const address = `http://localhost:${settings.port}`;
  const server = new RunningServer(settings.dataFolder);
  if (!settings.databaseUrl) await beTheOnlyOne(server, address);
  await tryPort(settings);
  const opened = await openDatabase(settings);
  const postgres = opened && new KeptPostgres(opened, settings.dataFolder, console.error);
  if (settings.environment === 'demo') await ensureDemo(settings);
  const { createApp } = await import('./create-app.js');
  const app = await createApp(settings.environment === 'demo' ? await demoSettings(settings) : settings);
  await app.listen(settings.port, settings.host);
  if (settings.environment === 'demo') console.log(accountTable(settings));
  console.log(
    `Jianyan 建言 → ${address}${settings.environment === 'demo' ? `  (one-click sign-in: ${address}/demo)` : ''}`,
  );
  await new Promise((resolve) => process.once('SIGTERM', resolve).once('SIGINT', resolve));
  const http = app.getHttpServer() as Server;
  setTimeout(() => http.closeAllConnections(), UNANSWERED_MS).unref(); // browsers that ask nothing and stay
  setTimeout(() => process.exit(1), LONGEST_FAREWELL_MS).unref();
  await app.close();
  await postgres?.stop();
  server.forget();
  process.exit(0);
}

/** Before minutes are spent on a database and a demo. */
async function tryPort({ port, host }: Settings): Promise<void> {
  const server = net.createServer((visitor) => visitor.destroy()).listen(port, host);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

/** Starts the embedded server unless DATABASE_URL names another one, and brings the tables up to date. */
export async function openDatabase(settings: Settings): Promise<RunningPostgres | null> {
  const postgres = settings.databaseUrl ? null : await startPostgres(settings.dataFolder);
  if (postgres) DatabaseAddress.useEmbedded(postgres.url);
  await migrate(DatabaseAddress.of(settings), path.join(settings.root, 'migrations'));
  return postgres;
}

async function beTheOnlyOne(server: RunningServer, address: string): Promise<void> {
  const running = await server.register(address);
  if (!running) return;
  console.log(`Jianyan is running already: ${running.address} (process ${running.pid}).`);
  process.exit(0);
}

function sentenceFor(error: unknown): string | null {
  if (error instanceof SettingWrong) return `Wrong setting. ${error.message}.`;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another one: PORT=${port! + 1} npm start`;
  if (code === 'EACCES' && port) return `Port ${port} needs more rights. Choose another one: PORT=3000 npm start`;
  if (isDatabaseAway(error)) return `The database does not answer: ${(error as Error).message || code}`;
  return null;
}
