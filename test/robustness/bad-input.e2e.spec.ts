import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { READERS } from '../routes/readers.js';
import { type Scene, setScene } from '../support/scene.js';
import { TestApp } from '../support/test-app.js';
import type { TestDatabase } from '../support/test-database.js';
import { BAD, type Bad, EMPTY, garbageIds, garbageQueries } from './bad-values.js';
import { type Attempt, attemptsOn, FieldWatch, send, troubleWith } from './walker.js';

/** One of them, the next one each time. */
function turn<T>(some: readonly T[], n: number): T | undefined {
  return some[n % some.length];
}

describe('bad input', () => {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-bad-'));
  const watch = new FieldWatch();
  let scene: Scene;
  let stage: TestDatabase;
  let attempts: Attempt[];
  beforeAll(async () => {
    const app = await TestApp.start({ dataFolder }, undefined, watch.prepare);
    scene = await setScene(app);
    attempts = attemptsOn(scene);
    stage = await app.leave();
    await learnFields();
  }, 600_000);
  afterAll(async () => {
    await stage.drop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });

  /** An empty form makes the application ask for every field it knows. */
  async function learnFields(): Promise<void> {
    await walk(writing(), () => [EMPTY], 0, watch);
  }

  const writing = () => attempts.filter(({ method }) => method === 'POST');
  const reading = () => attempts.filter(({ method }) => method === 'GET');

  /** Every form at every place gets one of the bad inputs of a kind; which of them goes round, so that each is sent to many. */
  async function walk(some: readonly Attempt[], bad: Bad, first: number, prepared?: FieldWatch): Promise<string[]> {
    const app = await TestApp.start({ dataFolder }, stage, prepared?.prepare);
    const troubles: string[] = [];
    for (const [i, { line, method, route, address, reader }] of some.entries()) {
      const payload = turn(bad([...watch.of(route)]), first + i);
      if (!payload) continue;
      const person = READERS[reader];
      const token = person ? (await app.as(person)).token : null;
      const url = encodeURI(decodeURI(address));
      const trouble = troubleWith(await send(app.nest, { method, url, token, payload }), route);
      if (trouble) troubles.push(`${line} by ${reader}, ${payload.type}: ${trouble}`);
    }
    await app.close();
    return troubles;
  }

  it('is put into the fields that the application really reads', () => {
    expect([...watch.of('POST /proposals/:ref/draft')]).toEqual(expect.arrayContaining(['title', 'reason', 'version']));
    expect([...watch.of('POST /cases/:ref/rating')]).toEqual(expect.arrayContaining(['attitude', 'result']));
  });

  it.each(Object.keys(BAD).map((kind, i) => [kind, i] as const))(
    'is refused in Chinese and breaks nothing: %s',
    async (kind, i) => {
      expect(await walk(writing(), BAD[kind]!, i)).toEqual([]);
    },
    600_000,
  );

  it('in the address of a page is refused in Chinese too', async () => {
    const app = await TestApp.start({ dataFolder }, stage);
    const troubles: string[] = [];
    for (const [i, { line, route, address, reader }] of reading().entries()) {
      const person = READERS[reader];
      const token = person ? (await app.as(person)).token : null;
      const [queries, ids] = [garbageQueries(address), garbageIds(route)];
      for (const url of [turn(queries, i), turn(queries, i + 5), turn(ids, i), turn(ids, i + 4)].filter(
        (one) => one !== undefined,
      )) {
        const trouble = troubleWith(await send(app.nest, { method: 'GET', url, token }), route);
        if (trouble) troubles.push(`${line} ${url.slice(0, 100)}: ${trouble}`);
      }
    }
    await app.close();

    expect(troubles).toEqual([]);
  }, 600_000);
});
