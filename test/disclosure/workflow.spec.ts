import { describe, expect, it } from '@jest/globals';
import { noticeWorkflow, type NoticeStatus } from '../../src/disclosure/notice-workflow.js';

/** The drawing of domain.md §4.1, written a second time. */
const DRAWING: Record<string, readonly (readonly [from: NoticeStatus, to: NoticeStatus])[]> = {
  edit: [['draft', 'draft']],
  discard: [['draft', 'discarded']],
  submit: [['draft', 'at_head']],
  recall: [
    ['at_head', 'draft'],
    ['at_secrecy', 'draft'],
    ['at_office', 'draft'],
  ],
  approve: [['at_head', 'at_secrecy']],
  return_by_head: [['at_head', 'draft']],
  clear: [['at_secrecy', 'at_office']],
  doubt: [['at_secrecy', 'at_secrecy']],
  block: [['at_secrecy', 'draft']],
  publish: [['at_office', 'published']],
  return_by_office: [['at_office', 'draft']],
  post_result: [['draft', 'published']],
  revise: [['published', 'published']],
  supersede: [['published', 'superseded']],
  withdraw: [
    ['published', 'withdrawn'],
    ['superseded', 'withdrawn'],
  ],
};

describe('the way of a notice', () => {
  it('has the steps of the drawing and no others', () => {
    expect(noticeWorkflow.actions.toSorted()).toEqual(Object.keys(DRAWING).toSorted());
  });

  for (const action of noticeWorkflow.actions) {
    for (const status of noticeWorkflow.statuses) {
      const to = DRAWING[action]?.find(([from]) => from === status)?.[1];
      it(to ? `${action} leads from ${status} to ${to}` : `${action} does not start from ${status}`, () => {
        if (to) expect(noticeWorkflow.statusAfter(action, status)).toBe(to);
        else expect(() => noticeWorkflow.statusAfter(action, status)).toThrow();
      });
    }
  }
});
