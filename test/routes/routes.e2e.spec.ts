import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '../support/cast.js';
import { type Scene, setScene } from '../support/scene.js';
import { type Client, TestApp } from '../support/test-app.js';
import type { TestDatabase } from '../support/test-database.js';
import { FOR_VISITORS } from './for-visitors.js';
import { pathsOf } from './paths.js';
import { READERS } from './readers.js';
import { printed, readTable, writeTable } from './table.js';

/** These change what the reader may do afterwards: tried last. */
const LAST = ['/close', '/discard', '/withdrawal', '/sessions/end', '/sign-out', '/language'];

/** The one click of a mail program, which sends no origin: its address carries a signature instead. */
const FROM_ELSEWHERE = ['POST /unsubscribe/:staffId/:what/:signature'];

interface Attempt {
  readonly route: string;
  readonly line: string;
  readonly method: string;
  readonly address: string;
}

describe('every route', () => {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-scene-'));
  const answers = new Map<string, number[]>();
  /** What a visitor is not sent to sign in for. */
  const open: string[] = [];
  let scene: Scene;
  let stage: TestDatabase;
  let attempts: Attempt[];
  let routes: string[];
  beforeAll(async () => {
    const app = await TestApp.start({ dataFolder });
    scene = await setScene(app);
    routes = [...new Set(app.routes.map(({ method, url }) => `${method} ${url}`))];
    attempts = attemptsOn(scene);
    stage = await app.leave();
  }, 400_000);
  afterAll(async () => {
    await stage.drop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });

  it('has its place in the list of addresses, and nothing else has', () => {
    const listed = Object.keys(pathsOf(scene));

    expect(routes.filter((route) => !listed.includes(route))).toEqual([]);
    expect(listed.filter((route) => !routes.includes(route))).toEqual([]);
  });

  it.each(Object.keys(READERS))(
    'is tried by: %s',
    async (reader) => {
      const app = await TestApp.start({ dataFolder }, stage);
      const person = READERS[reader];
      const client = person ? await app.as(person) : app.visitor();
      for (const attempt of attempts) {
        const { status, headers } = await answerTo(attempt, client);
        answers.set(attempt.line, [...(answers.get(attempt.line) ?? []), status]);
        const isSentAway = status === 303 && String(headers.location).startsWith('/sign-in');
        if (!person && !isSentAway) open.push(attempt.route);
      }
      await app.close();
    },
    400_000,
  );

  it('answers as the table says', () => {
    const now = printed(Object.keys(READERS), answers);
    if (process.env.UPDATE_ROUTES) writeTable(now);

    expect(now).toBe(readTable());
  });

  it('sends a visitor to sign in unless it is for visitors', () => {
    expect(open.filter((route) => !FOR_VISITORS.includes(route))).toEqual([]);
  });

  it('of the demo and of the designers is absent from a production site', async () => {
    const app = await TestApp.start({ dataFolder, environment: 'production' }, stage);
    const places = ['/outbox', `/outbox/${scene.mail}`, `/outbox/${scene.mail}/letter`, '/style', '/demo'];
    for (const place of places) await app.visitor().get(place).expect(404);
    await app.visitor().post('/demo/sign-in', { staffId: cast.chen.id, number: cast.chen.number }).expect(404);
    await app.close();
  });

  it('refuses what another site sends, whoever sits there', async () => {
    const app = await TestApp.start({ dataFolder }, stage);
    const accepted: string[] = [];
    for (const client of [app.visitor(), await app.as(cast.wu), await app.as(cast.chen)])
      for (const { line, address } of attempts.filter(isGuarded)) {
        const answer = await client
          .post(address)
          .set('sec-fetch-site', 'cross-site')
          .set('origin', 'https://evil.example');
        if (answer.status !== 403) accepted.push(line);
      }
    await app.close();

    expect(accepted).toEqual([]);
  }, 200_000);
});

function isGuarded({ method, route }: Attempt): boolean {
  return method !== 'GET' && !FROM_ELSEWHERE.includes(route);
}

function attemptsOn(scene: Scene): Attempt[] {
  const all = Object.entries(pathsOf(scene)).flatMap(([route, places]) =>
    Object.entries(places).map(([label, address]) => {
      const line = label === '' ? route : `${route} [${label}]`;
      return { route, line, method: route.split(' ')[0]!, address };
    }),
  );
  const order = ({ method, address }: Attempt) =>
    method === 'GET' ? 0 : 1 + (LAST.findIndex((end) => address.endsWith(end)) + 1);
  return all.toSorted((a, b) => order(a) - order(b));
}

function answerTo({ method, address }: Attempt, client: Client) {
  return method === 'GET' ? client.get(address) : client.post(address);
}
