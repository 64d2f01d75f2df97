import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Settings } from '../../src/config/index.js';
import { Attachments, FileOwners, type Owner } from '../../src/files/index.js';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn } from '../support/cast.js';
import { EXE, PDF } from '../support/sample-files.js';
import { TestApp } from '../support/test-app.js';

describe('the files of a record', () => {
  let app: TestApp;
  let files: Attachments;
  const readers = new Map<string, string>(); // owner id → key that opens it
  const incoming = path.join(os.tmpdir(), `jianyan-incoming-${process.pid}`);

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    files = app.get(Attachments);
    app.get(FileOwners).register('paper', async (id, actor) => actor.keys.has(readers.get(id) ?? 'nobody'));
  });
  afterAll(async () => {
    fs.rmSync(incoming, { force: true });
    await app.close();
  });

  function paperFor(key: string): Owner {
    const ownerId = newId();
    readers.set(ownerId, key);
    return { ownerType: 'paper', ownerId };
  }

  async function attach(owner: Owner, name = '附件1 决算表.pdf', body: Buffer = PDF) {
    fs.writeFileSync(incoming, body);
    const upload = { path: incoming, name, declaredType: '', bytes: body.length, tooLarge: false };
    const by = await app.actor(cast.mei);
    return app.db.transaction((tx) => files.add(tx, { ...owner, upload, by, role: 'publisher' }));
  }

  const storedFiles = () =>
    (fs.readdirSync(path.join(app.get(Settings).dataFolder, 'files'), { recursive: true }) as string[]).filter((n) =>
      /\/\w{64}$/.test(n),
    );

  it('are sent under their Chinese name, shown in the browser when it can, never guessed', async () => {
    const file = await attach(paperFor('public'));

    const answer = await app.visitor().get(`/files/${file.id}/x`).expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toContain(`inline; filename="__1____.pdf"; filename*=UTF-8''`);
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('附件1 决算表.pdf'));
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cache-control']).toBe('public, no-cache');
    expect(Buffer.from(answer.body as Buffer)).toEqual(PDF);
    await app.visitor().get(`/files/${file.id}/x`).set('if-none-match', answer.headers['etag']!).expect(304);
  });

  it('are saved, not shown, when they are texts', async () => {
    const file = await attach(paperFor('public'), '名单.txt', Buffer.from('<script>alert(1)</script>'));

    const answer = await app.visitor().get(`/files/${file.id}/x`).expect(200);
    expect(answer.headers['content-disposition']).toMatch(/^attachment;/);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
  });

  it('are asked for their owner on every download', async () => {
    const owner = paperFor('staff');
    const file = await attach(owner);

    await app.visitor().get(`/files/${file.id}/x`).expect(404);
    const answer = await (await app.as(cast.wu)).get(`/files/${file.id}/x`).expect(200);
    expect(answer.headers['cache-control']).toBe('private, no-cache');
    readers.delete(owner.ownerId);
    await (await app.as(cast.wu)).get(`/files/${file.id}/x`).set('if-none-match', answer.headers['etag']!).expect(404);
    await app.visitor().get(`/files/${newId()}/x`).expect(404);
    await app.visitor().get('/files/zzz/x').expect(404);
  });

  it('leave an event when they come and when they go', async () => {
    const owner = paperFor('public');
    const file = await attach(owner);
    const by = await app.actor(cast.mei);
    await app.db.transaction((tx) => files.remove(tx, owner, file.id, { by, role: 'publisher' }));

    const events = await app.db.query(
      'select action, actor_name, role, data from ledger_event where subject_id = $1 order by position',
      [owner.ownerId],
    );
    expect(events).toMatchObject([
      {
        action: 'add_attachment',
        actor_name: '梅兰',
        role: 'publisher',
        data: { name: '附件1 决算表.pdf', sha256: file.sha256 },
      },
      { action: 'remove_attachment', actor_name: '梅兰' },
    ]);
    await app.visitor().get(`/files/${file.id}/x`).expect(404);
  });

  it('are ten at most, also when many come at the same moment', async () => {
    const owner = paperFor('public');
    const results = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => attach(owner, `${i}.pdf`)));

    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(10);
    expect((await files.of('paper', [owner.ownerId])).map(({ position }) => position)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it('are not taken when their content is something else', async () => {
    await expect(attach(paperFor('public'), '通知.pdf', EXE)).rejects.toMatchObject({
      reason: { key: 'files.errors.content' },
    });
  });

  it('leave no content behind when the transaction failed, and keep what others use', async () => {
    await attach(paperFor('public'), '共同.pdf', PDF);
    const lost = Buffer.concat([PDF, Buffer.from('% only here\n')]);
    fs.writeFileSync(incoming, lost);
    const upload = { path: incoming, name: '丢失.pdf', declaredType: '', bytes: lost.length, tooLarge: false };
    const by = await app.actor(cast.mei);
    const failing = app.db.transaction(async (tx) => {
      await files.add(tx, { ...paperFor('public'), upload, by });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    const before = storedFiles().length;

    expect(await files.removeOrphans()).toBe(1);
    expect(storedFiles()).toHaveLength(before - 1);
  });
});
