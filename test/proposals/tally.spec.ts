import { describe, expect, it } from '@jest/globals';
import { reasonNeeded, tallyOf } from '../../src/proposals/review/tally.js';

describe('the votes of the committee', () => {
  it('are counted by what was voted for', () => {
    const tally = tallyOf(['file', 'file', 'decline', 'abstain']);

    expect(tally.counts).toEqual({ file: 2, merge: 0, convert: 0, decline: 1, abstain: 1 });
    expect([tally.cast, tally.leading, tally.isTie]).toEqual([4, 'file', false]);
  });

  it('lead nowhere when there are none, or only abstentions', () => {
    expect([tallyOf([]).leading, tallyOf([]).isTie]).toEqual([null, false]);
    expect([tallyOf(['abstain', 'abstain']).leading, tallyOf(['abstain']).isTie]).toEqual([null, false]);
  });

  it('are a tie when two outcomes have the most, however many abstain', () => {
    expect(tallyOf(['file', 'decline']).isTie).toBe(true);
    expect(tallyOf(['file', 'decline', 'abstain', 'abstain', 'abstain']).isTie).toBe(true);
    expect(tallyOf(['file', 'file', 'convert', 'convert', 'decline']).leading).toBeNull();
    expect(tallyOf(['file', 'file', 'convert', 'decline']).isTie).toBe(false);
  });

  it('ask the decider for a reason when the decision goes against them', () => {
    const most = tallyOf(['file', 'file', 'decline']);

    expect([reasonNeeded(most, 'file', false), reasonNeeded(most, 'decline', false)]).toEqual([null, 'majority']);
    expect(reasonNeeded(most, 'convert', true)).toBe('majority');
    expect(reasonNeeded(tallyOf([]), 'decline', false)).toBeNull();
  });

  it('are followed by a split when each of its parts does what was voted for', () => {
    const most = tallyOf(['file', 'file', 'decline']);
    const split = (...parts: ('file' | 'convert' | 'decline')[]) => reasonNeeded(most, 'split', false, parts);

    expect([split('file', 'file'), split('file', 'convert'), split('file', 'decline')]).toEqual([
      null,
      'majority',
      'majority',
    ]);
    expect(reasonNeeded(tallyOf(['merge']), 'split', false, ['file', 'file'])).toBe('majority');
    expect(reasonNeeded(tallyOf(['file', 'decline']), 'split', false, ['file', 'file'])).toBe('tie');
    expect(reasonNeeded(tallyOf([]), 'split', false, ['file', 'decline'])).toBeNull();
  });

  it('that are equal ask the chair for a reason, and not the presidium', () => {
    const tie = tallyOf(['file', 'decline']);

    expect([reasonNeeded(tie, 'file', false), reasonNeeded(tie, 'file', true)]).toEqual(['tie', null]);
  });
});
