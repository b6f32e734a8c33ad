import { describe, expect, it } from 'vitest';
import { waiverState } from './waiver-state';

const thirty = { ok: true, thresholdCents: 3000, scheduleId: '2020-01' } as const;

describe('waiverState', () => {
  it.each([
    [-10, 'NOTHING_CHARGED', 3000, 0, 0],
    [0, 'NOTHING_CHARGED', 3000, 0, 0],
    [10, 'WAIVED', 2990, 10, 0],
    [3000, 'WAIVED', 0, 3000, 0],
    [3010, 'DUE', 0, 0, 3010],
    [100_000, 'DUE', 0, 0, 100_000],
  ])('%i cents of access charges: %s', (tested, state, leftCents, waivedCents, dueCents) => {
    for (const over of [false, true])
      expect(waiverState(tested, thirty, over)).toMatchObject({
        state,
        leftCents,
        waivedCents,
        dueCents,
        testedCents: tested,
        thresholdCents: 3000,
      });
  });

  it('explains what it means before the threshold and after it', () => {
    const told = (cents: number, over = false) => waiverState(cents, thirty, over).explanation;
    expect(told(0)).toBe('Nothing is charged for access yet; up to $30.00 in a quarter is waived.');
    expect(told(1200)).toBe(
      'Access charges of $12.00 are not above $30.00 and are waived if it stays so; with more than $18.00 on top all of them are due.',
    );
    expect(told(1200, true)).toBe('Access charges of $12.00 are not above $30.00 and are waived.');
    expect(told(4520)).toBe(
      'Access charges of $45.20 are above $30.00, so that all of them are due and not only what is above.',
    );
  });

  it('tells why a threshold is not known', () => {
    const yearly = { ok: false, code: 'YEARLY', message: 'By the year.' } as const;
    expect(waiverState(4520, yearly, true)).toEqual({
      state: 'UNKNOWN',
      testedCents: 4520,
      thresholdCents: null,
      leftCents: null,
      waivedCents: 0,
      dueCents: 4520,
      explanation: 'By the year.',
    });
  });
});
