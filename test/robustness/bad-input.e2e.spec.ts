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
    await walk(writing(), () => [EMPTY], watch);
  }

  const writing = () => attempts.filter(({ method }) => method === 'POST');
  const reading = () => attempts.filter(({ method }) => method === 'GET');

  async function walk(some: readonly Attempt[], bad: Bad, prepared?: FieldWatch): Promise<string[]> {
    const app = await TestApp.start({ dataFolder }, stage, prepared?.prepare);
    const troubles: string[] = [];
    for (const { line, method, route, address, reader } of some) {
      const person = READERS[reader];
      for (const payload of bad([...watch.of(route)])) {
        const token = person ? (await app.as(person)).token : null;
        const trouble = troubleWith(
          await send(app.nest, { method, url: encodeURI(decodeURI(address)), token, payload }),
          route,
        );
        if (trouble) troubles.push(`${line} by ${reader}, ${payload.type}: ${trouble}`);
      }
    }
    await app.close();
    return troubles;
  }

  it('is put into the fields that the application really reads', () => {
    expect([...watch.of('POST /proposals/:ref/draft')]).toEqual(expect.arrayContaining(['title', 'reason', 'version']));
    expect([...watch.of('POST /cases/:ref/rating')]).toEqual(expect.arrayContaining(['attitude', 'result']));
  });

  it.each(Object.keys(BAD))(
    'is refused in Chinese and breaks nothing: %s',
    async (kind) => {
      expect(await walk(writing(), BAD[kind]!)).toEqual([]);
    },
    600_000,
  );

  it('in the address of a page is refused in Chinese too', async () => {
    const app = await TestApp.start({ dataFolder }, stage);
    const troubles: string[] = [];
    for (const { line, route, address, reader } of reading()) {
      const person = READERS[reader];
      const token = person ? (await app.as(person)).token : null;
      for (const url of [...garbageQueries(address), ...garbageIds(route)]) {
        const trouble = troubleWith(await send(app.nest, { method: 'GET', url, token }), route);
        if (trouble) troubles.push(`${line} ${url.slice(0, 100)}: ${trouble}`);
      }
    }
    await app.close();

    expect(troubles).toEqual([]);
  }, 600_000);
});
