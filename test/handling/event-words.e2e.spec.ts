import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { awardWorkflow } from '../../src/awards/index.js';
import { noticeWorkflow } from '../../src/disclosure/index.js';
import { caseWorkflow } from '../../src/handling/index.js';
import { newId } from '../../src/kernel/index.js';
import { Ledger } from '../../src/ledger/index.js';
import { proposalWorkflow } from '../../src/proposals/index.js';
import { Catalogues, LOCALES } from '../../src/web/views/i18n.js';
import { cast, castOn } from '../support/cast.js';
import { projectFiles, ROOT } from '../support/project-files.js';
import { TestApp } from '../support/test-app.js';
import { find, inHandling } from './cases.js';

const FILES = ['add_attachment', 'remove_attachment'];
const COLLECTIVE = ['start_seconding', 'second', 'decline_to_second'].map((action) => `${action}_collective`);
const FOLLOW_UP = ['report_progress', 'slip_promise', 'start_follow_up', 'confirm_implemented', 'reclassify'];

/** What a timeline calls the events of a subject: every step of its workflow, and what happens to it beside the workflow. */
const TIMELINES: readonly (readonly [string, readonly string[]])[] = [
  ['handling.event', ['open', ...caseWorkflow.actions, ...FILES]],
  ['proposals.event', ['begin', 'submit_unchecked', 'take_over_nobody', ...proposalWorkflow.actions, ...COLLECTIVE, ...FILES]], // prettier-ignore
  ['disclosure.event', [...noticeWorkflow.actions, ...FILES]],
  ['awards.event', awardWorkflow.actions],
  ['replies.followUp.event', FOLLOW_UP],
];

describe('every event that a timeline can show', () => {
  it.each(TIMELINES)('has its words in both languages: %s', (prefix, actions) => {
    const catalogues = new Catalogues(path.join(ROOT, 'locales'), true);
    const missing = LOCALES.flatMap((locale) => {
      const known = new Set(catalogues.keys(locale));
      return actions.filter((action) => !known.has(`${prefix}.${action}`)).map((action) => `${locale}: ${action}`);
    });

    expect(missing).toEqual([]);
  });

  it('has words for the role in which it was done', () => {
    const catalogues = new Catalogues(path.join(ROOT, 'locales'), true);
    for (const [room, prefix] of [
      ['handling', 'handling.role'],
      ['proposals', 'proposals.role'],
    ] as const) {
      // prettier-ignore
      const rules = projectFiles([`src/${room}`], ['.ts']).filter(({ path: file }) => /-rules\.ts$|\.policy\.ts$/.test(file)); // prettier-ignore
      const roles = rules.flatMap(({ text }) => [...text.matchAll(/\? '(\w+)'(?= : null|;| :)/g)].map(([, role]) => role!)); // prettier-ignore
      expect(roles.length).toBeGreaterThan(5);
      expect([...new Set(roles)].filter((role) => !catalogues.has(`${prefix}.${role}`))).toEqual([]);
    }
  });
});

describe('an event of a file that belongs to a case', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it('is read by the offices on the page of the case, and by nobody else', async () => {
    const { ref } = await inHandling(app);
    const { id } = await find(app, ref);
    const who = { actorId: cast.gao.id, actorName: cast.gao.name, role: 'unit_officer' };
    const event = { subjectType: 'case', subjectId: id, action: 'add_attachment', ...who, at: app.clock.now() };
    const facts = { from: null, to: null, note: null, data: { attachmentId: newId(), name: '图纸.pdf' } };
    await app.db.transaction((tx) => app.get(Ledger).record({ ...event, ...facts }, tx));

    for (const one of [cast.gao, cast.chen])
      await (
        await app.as(one)
      )
        .get(`/cases/${ref}`)
        .expect(200)
        .expect(/添加了附件/);
    for (const address of [`/cases/${ref}`, '/proposals'])
      expect((await app.visitor().get(address).expect(200)).text).not.toContain('添加了附件');
    expect((await (await app.as(cast.wu)).get(`/cases/${ref}`).expect(200)).text).not.toContain('添加了附件');
  });
});
