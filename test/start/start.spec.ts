import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { dataFolder, described, freePort, LONG, postgresOf, postmasterOf, ServerProcess } from './server-process.js';

const NOBODY = 65534;
const start = ServerProcess.start;
afterEach(ServerProcess.endAll);

described('npm start with the embedded database', () => {
  const folder = dataFolder();
  let env: Record<string, string>;
  beforeAll(async () => {
    const port = await freePort();
    env = { DATA_FOLDER: folder, PORT: String(port) };
  });
  afterAll(async () => {
    await eventually(() => postgresOf(folder).length === 0);
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it(
    'serves; a second start says so and ends well; killed hard, it starts again and no PostgreSQL is left',
    async () => {
      const first = start(env);
      await first.untilItSays('Jianyan 建言 →');
      expect((await fetch(`http://127.0.0.1:${env.PORT}/health/ready`)).status).toBe(200);

      const second = start(env);
      expect(await second.exit).toBe(0);
      expect(second.said).toBe(`Jianyan is running already: http://localhost:${env.PORT} (process ${first.pid}).\n`);

      first.kill('SIGKILL');
      await first.exit;
      const third = start(env);
      await third.untilItSays('Jianyan 建言 →');
      third.kill('SIGKILL');
      await third.exit;
      expect(await eventually(() => postgresOf(folder).length === 0)).toBe(true);
    },
    LONG,
  );

  it(
    'starts a PostgreSQL again that was killed under it',
    async () => {
      const server = start(env);
      await server.untilItSays('Jianyan 建言 →');
      process.kill(postmasterOf(folder), 'SIGKILL');

      await server.untilItSays('PostgreSQL is back');
      expect((await fetch(`http://127.0.0.1:${env.PORT}/health/ready`)).status).toBe(200);
      server.kill('SIGTERM');
      expect(await server.exit).toBe(0);
      expect(postgresOf(folder)).toEqual([]);
    },
    LONG,
  );

  it(
    'begins its database anew when the making of it was cut off',
    async () => {
      const home = dataFolder();
      fs.mkdirSync(path.join(home, 'pg18.unfinished', 'base'), { recursive: true });
      fs.writeFileSync(path.join(home, 'pg18.unfinished', 'PG_VERSION'), '18');

      const server = start({ DATA_FOLDER: home, PORT: String(await freePort()) });
      await server.untilItSays('Jianyan 建言 →');
      server.kill('SIGTERM');
      expect(await server.exit).toBe(0);
      expect(fs.existsSync(path.join(home, 'pg18.unfinished'))).toBe(false);
      fs.rmSync(home, { recursive: true, force: true });
    },
    LONG,
  );

  it(
    'ends within seconds when it is told to, and takes everything along',
    async () => {
      const server = start(env);
      await server.untilItSays('Jianyan 建言 →');
      const agent = net.connect(Number(env.PORT), '127.0.0.1'); // a browser that keeps its connection open
      agent.on('error', () => {}); // it is cut off
      const began = performance.now();
      server.kill('SIGTERM');

      expect(await server.exit).toBe(0);
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(postgresOf(folder)).toEqual([]);
      expect(fs.existsSync(path.join(folder, 'server.json'))).toBe(false);
      agent.destroy();
    },
    LONG,
  );

  it(
    'says that the port is taken, in one line',
    async () => {
      const taker = net.createServer().listen(Number(env.PORT), '127.0.0.1');
      const server = start(env);

      expect(await server.exit).toBe(1);
      expect(server.said).toBe(
        `Port ${env.PORT} is taken by another program. Choose another one: PORT=${Number(env.PORT) + 1} npm start\n`,
      );
      taker.close();
      expect(await eventually(() => postgresOf(folder).length === 0)).toBe(true);
    },
    LONG,
  );

  it(
    'of two that are started together one serves',
    async () => {
      const two = [start(env), start(env)];
      const ended = await Promise.race(two.map(async (server) => ((await server.exit) === 0 ? server : null)));
      expect(ended?.said).toContain('Jianyan is running already');

      await two.find((server) => server !== ended)!.untilItSays('Jianyan 建言 →');
    },
    LONG,
  );

  (process.getuid?.() === 0 ? it : it.skip)(
    'works for an ordinary user as it does for root',
    async () => {
      const home = dataFolder();
      fs.chownSync(home, NOBODY, NOBODY);
      const server = start({ DATA_FOLDER: home, PORT: String(await freePort()) }, { uid: NOBODY, gid: NOBODY });
      await server.untilItSays('Jianyan 建言 →');
      server.kill('SIGTERM');

      expect(await server.exit).toBe(0);
      fs.rmSync(home, { recursive: true, force: true });
    },
    LONG,
  );
});
