import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Settings } from '../../src/config/index.js';
import { newId } from '../../src/kernel/index.js';
import { typed } from '../disclosure/notice-desk.js';
import { cast, castOn } from '../support/cast.js';
import { PROPOSAL } from '../support/road.js';
import { eventually } from '../support/eventually.js';
import { PDF } from '../support/sample-files.js';
import { TestApp } from '../support/test-app.js';
import { upload, uploadFolders } from './big-upload.js';

const MEGABYTE = 1024 * 1024;
const LONG = 120_000;

let app: TestApp;
let origin: string;
let foldersBefore: string[];
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  origin = await app.listen();
  foldersBefore = uploadFolders();
});
afterAll(() => app.close());

const FORMS = [
  {
    form: 'a proposal',
    table: 'proposal',
    who: cast.wu,
    tail: '/draft',
    place: 'proposals',
    fields: { ...PROPOSAL, page: newId() },
  },
  {
    form: 'a notice',
    table: 'notice',
    who: cast.mei,
    tail: '',
    place: 'notices',
    fields: typed() as Record<string, string>,
  },
] as const;
type Form = (typeof FORMS)[number];

const count = async (table: string): Promise<number> =>
  (await app.db.query(`select count(*)::int as n from ${table}`))[0].n;
const newFolders = () => uploadFolders().filter((name) => !foldersBefore.includes(name));
const contents = () => fs.existsSync(path.join(app.get(Settings).dataFolder, 'files'));

async function send({ who, tail, place, fields }: Form, hangsUp?: Parameters<typeof upload>[1]['hangsUp']) {
  const token = (await app.as(who)).token!;
  const address = `/${place}/${newId()}${tail}`;
  return upload(origin, { address, token, fields, megabytes: 200, ...(hangsUp && { hangsUp }) });
}

describe.each(FORMS)('a file of 200 megabytes with $form', (form) => {
  it(
    'is refused with a clear sentence and the text that was typed; nothing is stored, memory stays small',
    async () => {
      let most = 0;
      const before = process.memoryUsage().rss;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
      const answer = await send(form);
      clearInterval(watch);

      expect(answer?.status).toBe(422);
      expect(answer?.text).toContain('20');
      expect(answer?.text).toMatch(/录像\.pdf/);
      expect(answer?.text).toContain(form.fields.title);
      expect(await count(form.table)).toBe(0);
      expect(await count('attachment')).toBe(0);
      expect(contents()).toBe(false);
      expect(await eventually(() => newFolders().length === 0)).toBe(true);
      expect(most - before).toBeLessThan(180 * MEGABYTE);
    },
    LONG,
  );

  it(
    'leaves nothing behind when the browser hangs up in the middle',
    async () => {
      let arrived = false;
      const when = async () => (arrived = await eventually(() => newFolders().length > 0));
      await send(form, { after: 10, when });

      expect(arrived).toBe(true);
      expect(await eventually(() => newFolders().length === 0)).toBe(true);
      expect(await count(form.table)).toBe(0);
    },
    LONG,
  );
});

describe('eleven files', () => {
  it('are refused with the text that was typed', async () => {
    const id = newId();
    const test = (await app.as(cast.mei)).upload(`/notices/${id}`, typed() as Record<string, string>, {});
    for (let i = 1; i <= 11; i++) void test.attach('files', PDF, `附件${i}.pdf`);
    const page = await test.expect(422);

    expect(page.text).toContain('10');
    expect(page.text).toContain('2025年度财务决算公开说明');
  });
});
