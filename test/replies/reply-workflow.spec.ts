import { describe, expect, it } from '@jest/globals';
import { REPLY_STATUSES, replyWorkflow } from '../../src/handling/reply/reply-workflow.js';
import { ActionNotAvailable } from '../../src/kernel/index.js';

/** The drawing of the sign-off, a second time: from → action → to. */
const DRAWING: Record<string, Record<string, string>> = {
  draft: { revise: 'draft', submit: 'at_head' },
  at_head: { recall: 'draft', return_by_head: 'draft', sign_as_head: 'at_leader', sign_as_head_finally: 'signed' },
  at_leader: { return_by_leader: 'draft', sign_as_leader: 'signed' },
  signed: {},
};

describe('the way of a reply', () => {
  const pairs = REPLY_STATUSES.flatMap((status) => replyWorkflow.actions.map((action) => [status, action] as const));

  it.each(pairs)('from %s by %s is as drawn', (status, action) => {
    const to = DRAWING[status]![action];
    if (to === undefined) expect(() => replyWorkflow.statusAfter(action, status)).toThrow(ActionNotAvailable);
    else expect(replyWorkflow.statusAfter(action, status)).toBe(to);
  });

  it('has every step that is drawn', () => {
    const drawn = Object.values(DRAWING).flatMap((steps) => Object.keys(steps));
    expect(new Set(drawn)).toEqual(new Set(replyWorkflow.actions));
  });
});
