import { addDays } from '@countersign/shared/usage/day';
import { quarter } from '@countersign/shared/usage/quarter';
import { describe, expect, it } from 'vitest';
import { daysNeeded, periodNames, periodTick, type Spend, spendBy } from './spendPeriods';

const shown = quarter(2026, 3);

/** A cent for the first day, two for the second and so on. */
function daysFrom(from: string, to: string): Spend[] {
  const days: Spend[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    days.push({ startsOn: day, endsOn: day, uses: 1, cents: days.length + 1 });
  return days;
}

const days = daysFrom('2026-04-01', '2026-09-30');
const months: Spend[] = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'].map(
  (month, i) => ({
    startsOn: `${month}-01`,
    endsOn: `${month}-28`,
    uses: i,
    cents: i * 100,
  }),
);
const by = (period: Parameters<typeof spendBy>[0]) => spendBy(period, { days, months }, shown);

it('asks for two quarters of days and eight of months', () => {
  expect(daysNeeded(shown)).toEqual({
    days: { from: '2026-04-01', to: '2026-09-30' },
    months: { from: '2024-10-01', to: '2026-09-30' },
  });
});

describe('days and weeks stand beside those as far into the last quarter', () => {
  it('days', () => {
    const spends = by('day');
    expect(spends).toHaveLength(92);
    expect(spends[0]).toMatchObject({
      startsOn: '2026-07-01',
      cents: 92,
      before: { startsOn: '2026-04-01' },
    });
    // The second quarter is a day shorter than the third.
    expect(spends[91]).toMatchObject({ startsOn: '2026-09-30', before: null });
  });

  it('weeks, counted from the quarter’s first day', () => {
    const spends = by('week');
    expect(spends).toHaveLength(14);
    expect(spends[0]).toMatchObject({
      startsOn: '2026-07-01',
      endsOn: '2026-07-07',
      uses: 7,
      cents: 92 + 93 + 94 + 95 + 96 + 97 + 98,
      before: { startsOn: '2026-04-01', endsOn: '2026-04-07', cents: 28 },
    });
    expect(spends[13]).toMatchObject({ startsOn: '2026-09-30', endsOn: '2026-09-30', uses: 1 });
  });
});

it('months and quarters stand by themselves, and a quarter is the sum of its months', () => {
  expect(by('month').map(({ cents, before }) => [cents, before])).toEqual(
    [0, 100, 200, 300, 400, 500].map((cents) => [cents, null]),
  );
  expect(by('quarter')).toEqual([
    { startsOn: '2026-04-01', endsOn: '2026-06-28', uses: 3, cents: 300, before: null },
    { startsOn: '2026-07-01', endsOn: '2026-09-28', uses: 12, cents: 1200, before: null },
  ]);
});

it('calls stretches of time by their names', () => {
  const week: Spend = { startsOn: '2026-07-29', endsOn: '2026-08-04', uses: 0, cents: 0 };
  expect(periodNames.day(week)).toBe('Wed, Jul 29');
  expect(periodNames.week(week)).toBe('Jul 29 – Aug 4');
  expect(periodNames.month(week)).toBe('Jul 2026');
  expect(periodNames.quarter(week)).toBe('Q3 2026');
});

it('names few columns, and fewer where there is little room', () => {
  const tick = (startsOn: string, place: number, period: 'day' | 'month' = 'day') =>
    periodTick(period, { startsOn, endsOn: startsOn, uses: 0, cents: 0 }, place);
  expect(tick('2026-07-01', 0)).toEqual({ text: 'Jul 1', minor: false });
  expect(tick('2026-07-15', 14)).toEqual({ text: 'Jul 15', minor: true });
  expect(tick('2026-07-16', 15)).toBeNull();
  expect(tick('2026-01-01', 12, 'month')).toEqual({ text: 'Jan 2026', minor: false });
  expect(tick('2026-02-01', 13, 'month')).toEqual({ text: 'Feb', minor: true });
});
