import { describe, expect, it } from '@jest/globals';
import type { LedgerEntry } from '../../src/ledger/index.js';
import { presentTimeline } from '../../src/proposals/web/timeline.presenter.js';

const SIGHT = { everything: true, deliberation: false, proposers: true };
const at = new Date('2026-04-14T01:00:00Z');
const saved = (actorId: string, data: object = {}, from: string | null = 'draft') =>
  ({
    action: 'edit',
    actorId,
    actorName: actorId,
    role: 'author',
    at,
    from,
    to: null,
    note: null,
    data,
  }) as LedgerEntry;

function keysOf(events: readonly LedgerEntry[]): string[] {
  return presentTimeline(events, SIGHT, new Map()).map(({ what }) => what.key.replace('proposals.event.', ''));
}

describe('the timeline of a proposal', () => {
  it('shows the saves of one person in a row once, and each of two who take turns', () => {
    expect(keysOf([saved('wu', {}, null), saved('wu'), saved('wu'), saved('wu')])).toEqual(['begin', 'edit']);
    expect(keysOf([saved('wu'), saved('lin'), saved('wu')])).toEqual(['edit', 'edit', 'edit']);
  });

  it('never folds a change that asks the seconders again', () => {
    const asking = saved('wu', { askedAgain: ['lin'] });

    expect(keysOf([saved('wu'), asking, saved('wu')])).toEqual(['edit', 'edit_asking_again', 'edit']);
  });
});
