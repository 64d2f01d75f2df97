import { describe, expect, it } from '@jest/globals';
import { CongressSession, SESSION_STATUSES } from '../../src/congress/index.js';
import { SESSION_WORKFLOW } from '../../src/congress/session-workflow.js';

const DRAWING: Record<string, Record<string, string>> = {
  open: { preparing: 'open', closed: 'open' },
  close: { open: 'closed' },
  archive: { closed: 'archived' },
};

function sessionIn(status: string): CongressSession {
  return Object.assign(new CongressSession(), { status, chosenSettings: {} });
}

describe('the steps of a session', () => {
  it('are exactly those of the drawing', () => {
    expect(SESSION_WORKFLOW.actions.toSorted()).toEqual(Object.keys(DRAWING).toSorted());
    for (const action of SESSION_WORKFLOW.actions)
      for (const status of SESSION_STATUSES) {
        const to = DRAWING[action]![status];
        const session = sessionIn(status);
        if (to === undefined) expect(() => session.take(action)).toThrow();
        else {
          session.take(action);
          expect(session.status).toBe(to);
        }
      }
  });

  it('leave an archived session as it is', () => {
    const nothing = { heldFrom: null, heldUntil: null, windowFrom: null, windowUntil: null };

    expect(() => sessionIn('archived').setDates(nothing)).toThrow('archived');
    expect(() => sessionIn('archived').choose(sessionIn('open').settings)).toThrow('archived');
  });
});
