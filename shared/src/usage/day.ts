/** A day of the calendar, written YYYY-MM-DD; such texts sort as their days do. */
export type Day = string;

const dayMilliseconds = 86_400_000;

/** Whether a text is a day that exists: 2024-02-30 does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The days from one to another; negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds);
}

/** The day so many days later; a negative number goes back. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * dayMilliseconds).toISOString().slice(0, 10);
}

export const earlierDay = (one: Day, other: Day): Day => (one < other ? one : other);

export const laterDay = (one: Day, other: Day): Day => (one > other ? one : other);

// A formatter costs a hundred times what formatting does, and an import asks for a million days.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(zone, formatter);
  return formatter;
}

function formattedDay(instant: Date, zone: string): Day {
  const parts = { year: '', month: '', day: '' };
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) {
    if (type === 'year' || type === 'month' || type === 'day') parts[type] = value;
  }
  return `${parts.year.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

const quarterHour = 900_000;

/** Since then every zone is whole quarter hours from UTC, so that no day begins within one. */
const wholeQuarterHoursSince = Date.UTC(1972, 1, 1);

// Formatting is the dearest step of attributing a use, and the uses of a file crowd into the same hours.
const knownDays = new Map<string, Map<number, Day>>();

/** About three years of quarter hours. */
const mostKnown = 100_000;

/** The day it is at an instant in an IANA zone such as America/Chicago; throws a RangeError for an unknown zone. */
export function dayOf(instant: Date, zone: string): Day {
  const time = instant.getTime();
  if (!(time >= wholeQuarterHoursSince)) return formattedDay(instant, zone);
  let days = knownDays.get(zone);
  const slot = Math.floor(time / quarterHour);
  const known = days?.get(slot);
  if (known !== undefined) return known;
  const day = formattedDay(instant, zone);
  if (!days || days.size >= mostKnown) {
    days = new Map();
    knownDays.set(zone, days);
  }
  days.set(slot, day);
  return day;
}
