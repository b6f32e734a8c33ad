import { describe, expect, it } from 'vitest';
import { commonDays, periodHolding, periodsOf, quartersOf, type SpendPeriod } from './days';
import { quarterLabel, quarterOfDay, quarterOfWord, quarterWord, sameDayOf } from './quarter';

describe('periodHolding', () => {
  it.each<[SpendPeriod, string, string, string]>([
    ['DAY', '2026-02-14', '2026-02-14', '2026-02-14'],
    ['WEEK', '2026-07-01', '2026-07-01', '2026-07-07'],
    ['WEEK', '2026-07-14', '2026-07-08', '2026-07-14'],
    ['WEEK', '2026-03-31', '2026-03-26', '2026-03-31'],
    ['WEEK', '2026-09-30', '2026-09-30', '2026-09-30'],
    ['MONTH', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['MONTH', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['QUARTER', '2026-12-31', '2026-10-01', '2026-12-31'],
  ])('the %s of %s is %s to %s', (period, day, from, to) => {
    expect(periodHolding(day, period)).toEqual({ from, to });
  });
});

describe('periodsOf', () => {
  it.each<[SpendPeriod, number, string]>([
    ['DAY', 92, '2026-07-01'],
    ['WEEK', 14, '2026-07-07'],
    ['MONTH', 3, '2026-07-31'],
    ['QUARTER', 1, '2026-09-30'],
  ])('a quarter of 92 days by %s is %i', (period, count, firstEndsOn) => {
    const periods = periodsOf({ from: '2026-07-01', to: '2026-09-30' }, period);
    expect(periods).toHaveLength(count);
    expect(periods[0]).toEqual({ from: '2026-07-01', to: firstEndsOn });
    expect(periods.at(-1)?.to).toBe('2026-09-30');
  });

  it('cuts the first and the last to the days', () => {
    expect(periodsOf({ from: '2026-01-30', to: '2026-03-02' }, 'MONTH')).toEqual([
      { from: '2026-01-30', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-02' },
    ]);
  });
});

describe('days', () => {
  it('have their quarters, also over a year’s end', () => {
    expect(quartersOf({ from: '2025-12-31', to: '2026-04-01' }).map(quarterLabel)).toEqual([
      'Q4 2025',
      'Q1 2026',
      'Q2 2026',
    ]);
  });

  it('have days in common, or none', () => {
    const july = { from: '2026-07-01', to: '2026-07-31' };
    expect(commonDays(july, { from: '2026-07-31', to: '2026-08-02' })).toEqual({
      from: '2026-07-31',
      to: '2026-07-31',
    });
    expect(commonDays(july, { from: '2026-08-01', to: '2026-08-02' })).toBeNull();
  });
});

describe('a quarter', () => {
  it('is written and read as a word', () => {
    expect(quarterWord(quarterOfDay('2026-11-25'))).toBe('2026-Q4');
    expect(quarterOfWord('2026-Q4')).toEqual(quarterOfDay('2026-11-25'));
  });

  it.each(['2026-Q5', '2026-Q0', '26-Q1', '2026Q1', '2026-q1', ' 2026-Q1', ''])('is none: “%s”', (word) => {
    expect(quarterOfWord(word)).toBeNull();
  });

  it.each([
    ['2026-11-25', '2026-07-01', '2026-08-25'],
    ['2026-10-01', '2026-07-01', '2026-07-01'],
    ['2026-12-31', '2026-07-01', '2026-09-30'],
    ['2026-06-30', '2026-01-01', '2026-03-31'],
    ['2024-03-31', '2023-10-01', '2023-12-30'],
  ])('%s is as far into its quarter as %s of the one from %s', (day, other, same) => {
    expect(sameDayOf(day, quarterOfDay(other))).toBe(same);
  });
});
