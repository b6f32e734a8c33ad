import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, isDay } from './day';

const zone = 'America/Chicago';

describe('isDay', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-02-30', false],
    ['2024-13-01', false],
    ['2024-1-1', false],
    ['01/02/2024', false],
    ['2024-01-01T00:00:00Z', false],
    ['', false],
  ])('%j: %s', (text, is) => expect(isDay(text)).toBe(is));
});

describe('addDays and daysBetween', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    // Clocks go forward and back in these spans.
    ['2024-03-09', 2, '2024-03-11'],
    ['2024-11-02', 2, '2024-11-04'],
    ['2024-01-01', -1, '2023-12-31'],
  ])('%s and %i days: %s', (day, days, then) => {
    expect(addDays(day, days)).toBe(then);
    expect(daysBetween(day, then)).toBe(days);
  });
});

describe('dayOf', () => {
  it.each([
    // Winter: UTC-6.
    ['2024-01-01T05:59:59.999Z', '2023-12-31'],
    ['2024-01-01T06:00:00Z', '2024-01-01'],
    // The day the clocks go forward begins in winter time and ends in summer time.
    ['2024-03-10T05:59:59Z', '2024-03-09'],
    ['2024-03-10T06:00:00Z', '2024-03-10'],
    ['2024-03-11T04:59:59Z', '2024-03-10'],
    ['2024-03-11T05:00:00Z', '2024-03-11'],
    // The day they go back has 25 hours.
    ['2024-11-03T04:59:59Z', '2024-11-02'],
    ['2024-11-03T05:00:00Z', '2024-11-03'],
    ['2024-11-04T05:59:59Z', '2024-11-03'],
    ['2024-11-04T06:00:00Z', '2024-11-04'],
    // Before 2007 the clocks went forward in April.
    ['2006-04-01T05:59:59Z', '2006-03-31'],
    ['2006-04-01T06:00:00Z', '2006-04-01'],
  ])('%s is %s in Chicago', (instant, day) => expect(dayOf(new Date(instant), zone)).toBe(day));

  it('writes what isDay takes, within a day of UTC', () => {
    const instants = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(zone, 'UTC', 'Pacific/Guam', 'Pacific/Honolulu'),
        (instant, at) => {
          const day = dayOf(instant, at);
          expect(isDay(day)).toBe(true);
          expect(Math.abs(daysBetween(day, instant.toISOString().slice(0, 10)))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('is the same whichever instant of a quarter hour was asked for first', () => {
    const border = Date.parse('2024-06-11T05:00:00Z');
    expect(dayOf(new Date(border + 899_999), zone)).toBe('2024-06-11');
    expect(dayOf(new Date(border), zone)).toBe('2024-06-11');
    expect(dayOf(new Date(border - 1), zone)).toBe('2024-06-10');
    // Fifteen minutes that are not those of Chicago’s hours.
    const nepal = Date.parse('2024-06-10T18:15:00Z');
    expect(dayOf(new Date(nepal), 'Asia/Kathmandu')).toBe('2024-06-11');
    expect(dayOf(new Date(nepal - 1), 'Asia/Kathmandu')).toBe('2024-06-10');
  });

  it('refuses an instant that is none', () => {
    expect(() => dayOf(new Date(Number.NaN), zone)).toThrow(RangeError);
  });

  it('refuses a zone there is not', () => {
    expect(() => dayOf(new Date(0), 'America/Springfield')).toThrow(RangeError);
  });
});
