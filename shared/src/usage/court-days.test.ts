import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courtDaysBetween, holidayOn, isCourtDay, lastCourtDays } from './court-days';
import { addDays, daysBetween } from './day';

describe('holidayOn', () => {
  // As the Office of Personnel Management lists them.
  it.each([
    ['2023-12-25', 'Christmas Day'],
    ['2024-01-01', 'New Year’s Day'],
    ['2024-01-15', 'Birthday of Martin Luther King, Jr.'],
    ['2024-02-19', 'Washington’s Birthday'],
    ['2024-05-27', 'Memorial Day'],
    ['2024-06-19', 'Juneteenth National Independence Day'],
    ['2024-07-04', 'Independence Day'],
    ['2024-09-02', 'Labor Day'],
    ['2024-10-14', 'Columbus Day'],
    ['2024-11-11', 'Veterans Day'],
    ['2024-11-28', 'Thanksgiving Day'],
    ['2025-05-26', 'Memorial Day'],
    ['2025-09-01', 'Labor Day'],
    ['2026-05-25', 'Memorial Day'],
    ['2026-11-26', 'Thanksgiving Day'],
  ])('%s is %s', (day, name) => {
    expect(holidayOn(day)).toBe(name);
    expect(isCourtDay(day)).toBe(false);
  });

  it.each([
    ['Saturday', '2026-07-04', '2026-07-03'],
    ['Saturday', '2027-06-19', '2027-06-18'],
    ['Sunday', '2022-06-19', '2022-06-20'],
    ['Sunday', '2023-01-01', '2023-01-02'],
    ['Saturday', '2022-01-01', '2021-12-31'],
    ['Saturday', '2028-01-01', '2027-12-31'],
    ['Saturday', '2021-12-25', '2021-12-24'],
  ])('one on a %s, %s, is kept on %s', (_, day, kept) => {
    expect(holidayOn(day)).toBeNull();
    expect(holidayOn(kept)).not.toBeNull();
    expect(isCourtDay(kept)).toBe(false);
  });

  it.each(['2020-06-19', '1985-01-21', '2024-04-15', '2024-12-24', '2024-11-29'])(
    '%s is none: before its first year, or no federal holiday',
    (day) => {
      expect(holidayOn(day)).toBeNull();
      expect(isCourtDay(day)).toBe(true);
    },
  );
});

describe('court days', () => {
  it.each([
    ['2024-01-01', '2024-01-07', 4],
    ['2024-01-06', '2024-01-07', 0],
    ['2024-01-02', '2024-01-02', 1],
    ['2024-01-03', '2024-01-02', 0],
    ['2024-01-01', '2024-12-31', 251],
    ['2025-10-01', '2025-12-31', 62],
  ])('from %s to %s there are %i', (from, to, count) => {
    expect(courtDaysBetween(from, to)).toBe(count);
  });

  it('are never on a weekend, and five of seven days at most', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));
    fc.assert(
      fc.property(days, (day) => {
        const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
        if (weekday === 0 || weekday === 6) expect(isCourtDay(day)).toBe(false);
        expect(courtDaysBetween(day, addDays(day, 6))).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('are counted back from a day: the last ones, the latest first', () => {
    expect(lastCourtDays('2024-01-03', 3)).toEqual(['2024-01-03', '2024-01-02', '2023-12-29']);
    const back = lastCourtDays('2026-11-29', 28);
    expect(back).toHaveLength(28);
    expect(courtDaysBetween(back.at(-1) ?? '', '2026-11-29')).toBe(28);
    expect(daysBetween(back.at(-1) ?? '', '2026-11-29')).toBeLessThan(45);
  });
});
