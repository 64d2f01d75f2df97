import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { awardWorkflow } from '../../src/awards/award-workflow.js';
import { noticeWorkflow } from '../../src/disclosure/notice-workflow.js';
import { assignmentWorkflow } from '../../src/handling/duty/assignment-workflow.js';
import { caseWorkflow } from '../../src/handling/case/case-workflow.js';
import { replyWorkflow } from '../../src/handling/reply/reply-workflow.js';
import { REMINDER_KINDS } from '../../src/notifications/reminders/reminder.js';
import { SILENT } from '../../src/notifications/rules/silent.js';
import { CIRCLES, TOPICS } from '../../src/notifications/rules/telling.js';
import { WHO_IS_TOLD } from '../../src/notifications/rules/who-is-told.js';
import { proposalWorkflow } from '../../src/proposals/proposal-workflow.js';
import { Catalogues } from '../../src/web/views/i18n.js';
import { ROOT } from '../support/project-files.js';

const steps = [
  ...proposalWorkflow.actions.map((action) => `proposal.${action}`),
  ...caseWorkflow.actions.map((action) => `case.${action}`),
  ...assignmentWorkflow.actions.map((action) => `assignment.${action}`),
  ...replyWorkflow.actions.map((action) => `reply.${action}`),
  ...noticeWorkflow.actions.map((action) => `notice.${action}`),
  ...awardWorkflow.actions.map((action) => `award.${action}`),
  'case.open',
  'notice.hand_over',
  'staff.authorize_deputy',
  'staff.revoke_deputy',
];
const isSilent = (step: string) => step in SILENT || step.replace(/\.\w+$/, '.*') in SILENT;

describe('the table of who is told', () => {
  it.each(steps)('knows %s, or says why it tells nobody', (step) => {
    expect([step in WHO_IS_TOLD, isSilent(step)]).toEqual(expect.arrayContaining([true, false]));
  });

  it('names no step that does not exist', () => {
    const known = (name: string) => name.endsWith('.*') || steps.includes(name);

    expect([...Object.keys(WHO_IS_TOLD), ...Object.keys(SILENT)].filter((name) => !known(name))).toEqual([]);
  });

  it('has a subject, a text and a reason for every message, in both languages', () => {
    const catalogues = new Catalogues(path.join(ROOT, 'locales'), true);
    const kinds = new Set(Object.values(WHO_IS_TOLD).flatMap((tellings) => tellings.map(({ kind }) => kind)));
    const keys = [
      ...[...kinds, ...REMINDER_KINDS].flatMap((kind) => [`told.${kind}.subject`, `told.${kind}.text`]),
      ...CIRCLES.map((circle) => `why.${circle}`),
      ...TOPICS.map((topic) => `topics.${topic}`),
    ];

    expect(keys.filter((key) => !catalogues.keys('zh').includes(`notifications.${key}`))).toEqual([]);
    expect(catalogues.keys('zh').filter(isTold).length).toBe(2 * (kinds.size + REMINDER_KINDS.length));
  });
});

function isTold(key: string): boolean {
  return key.startsWith('notifications.told.');
}
