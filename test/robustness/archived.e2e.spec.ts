import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { READERS } from '../routes/readers.js';
import { congress } from '../support/cast.js';
import { setScene } from '../support/scene.js';
import { tableSums } from '../support/table-sums.js';
import { TestApp } from '../support/test-app.js';
import { goodForms, SENDERS } from './archive-forms.js';
import { type Attempt, attemptsOn } from './walker.js';

/** What belongs to a session; notices, people and the calendar do not. */
const OF_A_SESSION =
  /^POST \/(proposals\/:ref|review\/:ref|cases\/:ref|board\/|admin\/congress\/(sessions|terms|delegates|seats)\/)/;
/** Changes with every visit, whoever comes: who signed in, what was looked up, what was typed into a form that was parked. */
const NOISE = ['browser_session', 'parked_form', 'sign_in_link', 'account'];
const SENTENCE = /会议已归档|会议已全部归档/;

interface Tried {
  readonly line: string;
  readonly status: number;
  readonly text: string;
}

describe('an archived session', () => {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-archive-'));
  let app: TestApp;
  let attempts: Attempt[];
  let forms: ReturnType<typeof goodForms>;
  let before: Record<string, string>;

  beforeAll(async () => {
    app = await TestApp.start({ dataFolder });
    const scene = await setScene(app);
    attempts = attemptsOn(scene).filter(({ route }) => OF_A_SESSION.test(route));
    const duties = (await app.db.query(
      'select ref, part, assignment.id from assignment join handling_case on handling_case.id = case_id',
    )) as { ref: string; part: string; id: string }[];
    forms = goodForms(scene, (ref, part) => duties.find((one) => one.ref === ref && one.part === part)!.id);
    // Past the service, which hands over what is unfinished: here every status lies in the archive.
    await app.db.query("update congress_session set status = 'archived' where id = $1", [congress.sessionId]);
    before = await tableSums(app.db, NOISE);
  }, 400_000);
  afterAll(async () => {
    await app.close();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });

  async function send({ line, address, reader }: Attempt, fields: Record<string, string | string[]>): Promise<Tried> {
    const answer = await (await app.as(READERS[SENDERS[line] ?? reader]!)).post(address, fields);
    return { line, status: answer.status, text: answer.text };
  }

  it('has a record behind every route that the forms speak of', () => {
    const lines = attempts.map(({ line }) => line);

    expect(Object.keys(forms).filter((line) => !lines.includes(line))).toEqual([]);
    expect(attempts.length).toBeGreaterThan(60);
  });

  it('refuses every step with a sentence in Chinese, and nothing at all is written', async () => {
    const done: string[] = [];
    for (const attempt of attempts) {
      const { line, status, text } = await send(attempt, forms[attempt.line] ?? {});
      if (status < 400 || status >= 500 || !/\p{Script=Han}/u.test(text))
        done.push(`${line} by ${attempt.reader}: ${status}`);
    }

    expect(done).toEqual([]);
    expect(await tableSums(app.db, NOISE)).toEqual(before);
  }, 400_000);

  it('says that it is archived wherever the step would be possible otherwise', async () => {
    const others: string[] = [];
    for (const attempt of attempts.filter(({ line }) => line in forms)) {
      const { line, status, text } = await send(attempt, forms[attempt.line]!);
      if (status !== 409 || !SENTENCE.test(text)) others.push(`${line} by ${attempt.reader}: ${status}`);
    }

    expect(others).toEqual([]);
  }, 400_000);

  it('offers no button on the pages of what was handed in; a text that never was may still leave', async () => {
    const offering: string[] = [];
    const pages = new Set(
      attempts.map(({ address }) => /^\/(?:proposals\/\d{4}-|cases\/)[^/]+/.exec(address)?.[0]).filter(Boolean),
    );
    for (const page of pages)
      for (const [reader, person] of Object.entries(READERS)) {
        if (person === null) continue;
        const { status, text } = await (await app.as(person)).get(page!);
        if (status === 200 && /class="action"|class="button button-primary"/.test(text))
          offering.push(`${page} to ${reader}`);
      }

    expect(offering).toEqual([]);
  }, 400_000);

  it('is behind the services too: the database refuses', async () => {
    const tables = ['handling_case', 'proposal', 'assignment', 'contact', 'reply'];
    const every = (table: string, rule = 'true') => [
      `update ${table} set id = id where ${rule}`,
      `delete from ${table} where ${rule}`,
    ];
    const session = every('congress_session', "status = 'archived'");
    for (const sql of [...tables.flatMap((table) => every(table)), ...session])
      await expect(app.db.query(sql)).rejects.toThrow('is archived');
  });
});
