import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './day';
import { quarter, quarterAfter, quarterLabel, quarterOf, quarterOfDay } from './quarter';

const zone = 'America/Chicago';

const quarters = fc
  .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => quarter(year, number));

describe('quarterOfDay', () => {
  it.each([
    ['2024-01-01', 'Q1 2024', '2024-01-01', '2024-03-31'],
    ['2024-03-31', 'Q1 2024', '2024-01-01', '2024-03-31'],
    ['2024-04-01', 'Q2 2024', '2024-04-01', '2024-06-30'],
    ['2024-06-30', 'Q2 2024', '2024-04-01', '2024-06-30'],
    ['2024-07-01', 'Q3 2024', '2024-07-01', '2024-09-30'],
    ['2024-09-30', 'Q3 2024', '2024-07-01', '2024-09-30'],
    ['2024-10-01', 'Q4 2024', '2024-10-01', '2024-12-31'],
    ['2024-12-31', 'Q4 2024', '2024-10-01', '2024-12-31'],
    ['2024-02-29', 'Q1 2024', '2024-01-01', '2024-03-31'],
  ])('%s is in %s, %s to %s', (day, label, startsOn, endsOn) => {
    const found = quarterOfDay(day);
    expect(quarterLabel(found)).toBe(label);
    expect(found).toMatchObject({ startsOn, endsOn });
  });

  it('refuses what is no day', () => {
    expect(() => quarterOfDay('2024-02-30')).toThrow('2024-02-30 is not a day');
    expect(() => quarter(2024, 5)).toThrow('not 5');
  });

  it('holds its first and last day and not the days beside them', () => {
    fc.assert(
      fc.property(quarters, (one) => {
        expect(quarterOfDay(one.startsOn)).toEqual(one);
        expect(quarterOfDay(one.endsOn)).toEqual(one);
        expect(quarterOfDay(addDays(one.endsOn, 1))).toEqual(quarterAfter(one));
        expect(quarterOfDay(addDays(one.startsOn, -1))).toEqual(quarterAfter(one, -1));
      }),
    );
  });
});

describe('quarterAfter', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(quarters, fc.integer({ min: -40, max: 40 }), (one, by) => {
        expect(quarterAfter(quarterAfter(one, by), -by)).toEqual(one);
      }),
    );
  });
});

describe('quarterOf', () => {
  it.each([
    // The new year in winter time: UTC-6.
    ['2025-01-01T05:59:59.999Z', 'Q4 2024'],
    ['2025-01-01T06:00:00Z', 'Q1 2025'],
    // The other borders are in summer time: UTC-5.
    ['2024-04-01T04:59:59.999Z', 'Q1 2024'],
    ['2024-04-01T05:00:00Z', 'Q2 2024'],
    ['2024-07-01T04:59:59Z', 'Q2 2024'],
    ['2024-07-01T05:00:00Z', 'Q3 2024'],
    ['2024-10-01T04:59:59Z', 'Q3 2024'],
    ['2024-10-01T05:00:00Z', 'Q4 2024'],
    // Until 2006 the first of April was still in winter time.
    ['2006-04-01T05:30:00Z', 'Q1 2006'],
    ['2006-04-01T06:00:00Z', 'Q2 2006'],
  ])('%s is in %s in Chicago', (instant, label) => {
    expect(quarterLabel(quarterOf(new Date(instant), zone))).toBe(label);
  });

  it('is another one elsewhere', () => {
    const instant = new Date('2024-03-31T15:00:00Z');
    expect(quarterLabel(quarterOf(instant, zone))).toBe('Q1 2024');
    expect(quarterLabel(quarterOf(instant, 'Pacific/Guam'))).toBe('Q2 2024');
  });
});
