import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../day';
import { zoneClock } from './zone-clock';

const zones = [
  'America/Chicago',
  'UTC',
  'Pacific/Guam',
  'America/St_Johns',
  'America/Havana',
  'Australia/Lord_Howe',
];

describe('instantOf', () => {
  it.each([
    ['America/Chicago', '2024-07-01T12:00:00Z', '2024-07-01T17:00:00.000Z'],
    ['America/Chicago', '2024-12-01T12:00:00Z', '2024-12-01T18:00:00.000Z'],
    // Set forward at 2:00: 2:30 is 3:30 of summer time.
    ['America/Chicago', '2024-03-10T01:59:59Z', '2024-03-10T07:59:59.000Z'],
    ['America/Chicago', '2024-03-10T02:30:00Z', '2024-03-10T08:30:00.000Z'],
    ['America/Chicago', '2024-03-10T03:30:00Z', '2024-03-10T08:30:00.000Z'],
    // Set back at 2:00: 1:30 comes twice.
    ['America/Chicago', '2024-11-03T01:30:00Z', '2024-11-03T06:30:00.000Z'],
    ['America/Chicago', '2024-11-03T02:00:00Z', '2024-11-03T08:00:00.000Z'],
    ['America/Chicago', '2024-11-03T01:30:00.250Z', '2024-11-03T06:30:00.250Z'],
    // Set forward at midnight: the day begins at 1:00.
    ['America/Havana', '2024-03-10T00:00:00Z', '2024-03-10T05:00:00.000Z'],
    // By half an hour.
    ['Australia/Lord_Howe', '2024-10-06T02:15:00Z', '2024-10-05T15:45:00.000Z'],
    ['UTC', '2024-03-10T02:30:00Z', '2024-03-10T02:30:00.000Z'],
    // In 2006 summer time began in April.
    ['America/Chicago', '2006-03-15T12:00:00Z', '2006-03-15T18:00:00.000Z'],
  ])('in %s %s is %s', (zone, wall, instant) => {
    expect(new Date(zoneClock(zone).instantOf(Date.parse(wall))).toISOString()).toBe(instant);
  });

  it('throws for a zone that is not known', () => {
    expect(() => zoneClock('America/Kansas_City')).toThrow(RangeError);
  });

  it('keeps one clock of each zone', () => {
    expect(zoneClock('America/Chicago')).toBe(zoneClock('America/Chicago'));
  });
});

describe('for any instant', () => {
  const instants = fc.integer({ min: Date.UTC(1988, 0, 1), max: Date.UTC(2100, 0, 1) });
  const partsOf = new Map(
    zones.map((zone) => [
      zone,
      new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      }),
    ]),
  );
  const wallOf = (instant: number, zone: string) => {
    const found = Object.fromEntries(
      (partsOf.get(zone)?.formatToParts(instant) ?? []).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 0, day = 0, hour, minute, second } = found;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };

  it('the wall time leads back to it, or to its first coming', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (any, zone) => {
        const instant = Math.floor(any / 1000) * 1000;
        const wall = wallOf(instant, zone);
        const back = zoneClock(zone).instantOf(wall);
        expect(wallOf(back, zone)).toBe(wall);
        expect(back).toBeLessThanOrEqual(instant);
      }),
      { numRuns: 500 },
    );
  });

  it('the day is that of the calendar', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        expect(zoneClock(zone).dayAt(instant)).toBe(dayOf(new Date(instant), zone));
      }),
      { numRuns: 500 },
    );
  });

  it('near a change of the clocks it holds as well', () => {
    const hours = fc.integer({ min: -60, max: 60 });
    const changes = fc.constantFrom('2024-03-10T08:00:00Z', '2024-11-03T07:00:00Z', '2006-04-02T08:00:00Z');
    fc.assert(
      fc.property(changes, hours, fc.nat(3599), (change, hour, second) => {
        const instant = Date.parse(change) + (hour * 3600 + second) * 1000;
        const clock = zoneClock('America/Chicago');
        const wall = wallOf(instant, 'America/Chicago');
        expect(clock.dayAt(instant)).toBe(new Date(wall).toISOString().slice(0, 10));
        expect([instant, instant - 3_600_000]).toContain(clock.instantOf(wall));
      }),
      { numRuns: 500 },
    );
  });
});
