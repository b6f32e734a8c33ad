import { describe, expect, it } from 'vitest';
import { isCourtDay } from './court-days';
import { addDays, type Day } from './day';
import { forecast, forecastWindow } from './forecast';

const endsOn = '2026-12-31';

/** So many cents on each court day of a span. */
function onCourtDays(from: Day, to: Day, cents: number): Map<Day, number> {
  const charged = new Map<Day, number>();
  for (let day = from; day <= to; day = addDays(day, 1)) if (isCourtDay(day)) charged.set(day, cents);
  return charged;
}

describe('forecast', () => {
  const basis = {
    asOf: '2026-11-25',
    endsOn,
    soFarCents: 123_450,
    firstDay: '2025-01-02',
    chargedOn: onCourtDays('2026-09-01', '2026-11-25', 5_000),
  };

  it('adds the mean of the last 28 court days for each court day left, and shows how', () => {
    // Left: 27 and 30 November, 1 to 24 December without Christmas and Thanksgiving, 28 to 31 December.
    expect(forecast(basis)).toEqual({
      state: 'FORECAST',
      soFarCents: 123_450,
      meanOfDays: 28,
      chargedCents: 140_000,
      courtDaysLeft: 24,
      cents: 123_450 + 24 * 5_000,
      formula: '$1,234.50 so far + $1,400.00 of the last 28 court days ÷ 28 × 24 court days left = $2,434.50',
    });
  });

  it('looks at no day before the 28 and at no weekend among them', () => {
    const chargedOn = new Map(basis.chargedOn);
    chargedOn.set(addDays(forecastWindow(basis.asOf).from, -1), 999_999);
    chargedOn.set('2026-11-22', 999_999);
    expect(forecast({ ...basis, chargedOn })).toEqual(forecast(basis));
  });

  it('counts days without a use as days', () => {
    const chargedOn = new Map([['2026-11-25', 2_800]]);
    expect(forecast({ ...basis, chargedOn })).toMatchObject({ meanOfDays: 28, cents: 123_450 + 24 * 100 });
  });

  it('rounds once, to the cent', () => {
    const chargedOn = new Map([['2026-11-25', 100]]);
    expect(forecast({ ...basis, chargedOn }).cents).toBe(123_450 + 86);
  });

  it.each([
    ['2026-11-13', 9, 'NOT_ENOUGH_DATA', null],
    ['2026-11-12', 10, 'FORECAST', 123_450 + 24 * 5_000],
    // Veterans Day adds none.
    ['2026-11-11', 10, 'FORECAST', 123_450 + 24 * 5_000],
    ['2026-10-01', 28, 'FORECAST', 123_450 + 24 * 5_000],
    [null, 0, 'NOT_ENOUGH_DATA', null],
  ])('with a first use on %s takes the mean of %i days', (firstDay, meanOfDays, state, cents) => {
    expect(forecast({ ...basis, firstDay })).toMatchObject({ meanOfDays, state, cents });
  });

  it('says why there is none', () => {
    expect(forecast({ ...basis, firstDay: '2026-11-24' }).formula).toBe(
      'Not enough data: a forecast needs 10 court days of usage, and there are 2.',
    );
  });

  it('of a quarter that is over is what was charged', () => {
    expect(forecast({ ...basis, asOf: endsOn })).toMatchObject({
      state: 'OVER',
      cents: 123_450,
      courtDaysLeft: 0,
    });
  });
});
