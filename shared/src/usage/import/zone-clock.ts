import type { Day } from '../day';

const dayMilliseconds = 86_400_000;

/** Turns the wall clock of one zone into instants and back; a million times a file, so what it learns is kept. */
export interface ZoneClock {
  readonly zone: string;
  /**
   * The instant of a wall time, both in milliseconds, the wall time as if it were UTC. A time that comes twice, when
   * clocks are set back, is the first of the two; one that is skipped, when they are set forward, is as much later
   * as the clocks are set (2:30 becomes 3:30).
   */
  instantOf(wall: number): number;
  /** The day it is in the zone at an instant in milliseconds. */
  dayAt(instant: number): Day;
}

function offsetFormatter(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

function newClock(zone: string): ZoneClock {
  const formatter = offsetFormatter(zone);
  /** Wall time less UTC at an instant of whole seconds. */
  const askedOffset = (instant: number): number => {
    const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of formatter.formatToParts(instant)) {
      if (type in parts) parts[type as keyof typeof parts] = Number(value);
    }
    const { year, month, day, hour, minute, second } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  };
  /** For each day of UTC its offset, or NaN where the clocks are set in it or around it. */
  const offsets = new Map<number, number>();
  const dayNames = new Map<number, Day>();
  let lastDay = Number.NaN;
  let lastOffset = Number.NaN;

  /** The offset all through a day of UTC and the days beside it, or NaN. */
  const offsetOfDay = (day: number): number => {
    if (day === lastDay) return lastOffset;
    let offset = offsets.get(day);
    if (offset === undefined) {
      offset = askedOffset((day - 1) * dayMilliseconds);
      if (askedOffset((day + 2) * dayMilliseconds) !== offset) offset = Number.NaN;
      offsets.set(day, offset);
    }
    lastDay = day;
    lastOffset = offset;
    return offset;
  };

  const offsetAt = (instant: number): number => {
    const offset = offsetOfDay(Math.floor(instant / dayMilliseconds));
    return Number.isNaN(offset) ? askedOffset(Math.floor(instant / 1000) * 1000) : offset;
  };

  return {
    zone,
    instantOf(wall) {
      const steady = offsetOfDay(Math.floor(wall / dayMilliseconds));
      if (!Number.isNaN(steady)) return wall - steady;
      const before = offsetAt(wall - dayMilliseconds);
      const after = offsetAt(wall + dayMilliseconds);
      for (const offset of before > after ? [before, after] : [after, before]) {
        if (offsetAt(wall - offset) === offset) return wall - offset;
      }
      return wall - before;
    },
    dayAt(instant) {
      const day = Math.floor((instant + offsetAt(instant)) / dayMilliseconds);
      let name = dayNames.get(day);
      if (name === undefined) {
        name = new Date(day * dayMilliseconds).toISOString().slice(0, 10);
        dayNames.set(day, name);
      }
      return name;
    },
  };
}

const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA zone such as America/Chicago; throws a RangeError for an unknown zone. */
export function zoneClock(zone: string): ZoneClock {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = newClock(zone);
    clocks.set(zone, clock);
  }
  return clock;
}
