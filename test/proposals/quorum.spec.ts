import { describe, expect, it } from '@jest/globals';
import { neededOf } from '../../src/proposals/delegation/quorum.js';

const SIZES = Array.from({ length: 400 }, (_, i) => i + 1);

describe('how many of those present must agree', () => {
  it.each([
    [1, 1, 1],
    [2, 2, 2],
    [3, 2, 2],
    [4, 3, 3],
    [5, 4, 3],
    [6, 4, 4],
    [7, 5, 4],
    [9, 6, 5],
    [10, 7, 6],
    [30, 20, 16],
  ])('of %i: two thirds are %i, more than half are %i', (present, twoThirds, moreThanHalf) => {
    expect([neededOf(present, 'two_thirds'), neededOf(present, 'more_than_half')]).toEqual([twoThirds, moreThanHalf]);
  });

  it('two thirds is the smallest whole number that is not below two thirds', () => {
    for (const present of SIZES) {
      const needed = neededOf(present, 'two_thirds');
      expect([needed * 3 >= present * 2, (needed - 1) * 3 < present * 2]).toEqual([true, true]);
    }
  });

  it('more than half is the smallest whole number above half: exactly half is not enough', () => {
    for (const present of SIZES) {
      const needed = neededOf(present, 'more_than_half');
      expect([needed * 2 > present, (needed - 1) * 2 <= present]).toEqual([true, true]);
    }
  });

  it('never asks for more than are present, nor for nobody', () => {
    for (const present of SIZES)
      for (const quorum of ['two_thirds', 'more_than_half'] as const) {
        expect(neededOf(present, quorum)).toBeLessThanOrEqual(present);
        expect(neededOf(present, quorum)).toBeGreaterThanOrEqual(1);
      }
  });

  it('with nobody recorded still asks for one', () => {
    expect([neededOf(0, 'two_thirds'), neededOf(0, 'more_than_half')]).toEqual([1, 1]);
  });
});
