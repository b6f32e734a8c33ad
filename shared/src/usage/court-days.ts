import { addDays, type Day } from './day';

const sunday = 0;
const monday = 1;
const thursday = 4;
const saturday = 6;

const weekdayOf = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();

const dayIn = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The nth such weekday of a month. */
function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  const first = dayIn(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7);
}

function lastWeekday(year: number, month: number, weekday: number): Day {
  const last = addDays(month === 12 ? dayIn(year + 1, 1, 1) : dayIn(year, month + 1, 1), -1);
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
}

interface HolidayRule {
  readonly name: string;
  /** The first year it was kept. */
  readonly since: number;
  readonly on: (year: number) => Day;
}

/** The legal public holidays of 5 U.S.C. 6103(a), on which federal courts are closed. */
export const holidayRules: readonly HolidayRule[] = [
  { name: 'New Year’s Day', since: 1870, on: (year) => dayIn(year, 1, 1) },
  {
    name: 'Birthday of Martin Luther King, Jr.',
    since: 1986,
    on: (year) => nthWeekday(year, 1, monday, 3),
  },
  { name: 'Washington’s Birthday', since: 1971, on: (year) => nthWeekday(year, 2, monday, 3) },
  { name: 'Memorial Day', since: 1971, on: (year) => lastWeekday(year, 5, monday) },
  { name: 'Juneteenth National Independence Day', since: 2021, on: (year) => dayIn(year, 6, 19) },
  { name: 'Independence Day', since: 1870, on: (year) => dayIn(year, 7, 4) },
  { name: 'Labor Day', since: 1894, on: (year) => nthWeekday(year, 9, monday, 1) },
  { name: 'Columbus Day', since: 1971, on: (year) => nthWeekday(year, 10, monday, 2) },
  { name: 'Veterans Day', since: 1978, on: (year) => dayIn(year, 11, 11) },
  { name: 'Thanksgiving Day', since: 1942, on: (year) => nthWeekday(year, 11, thursday, 4) },
  { name: 'Christmas Day', since: 1870, on: (year) => dayIn(year, 12, 25) },
];

/** The day a holiday is kept: on Friday for one on a Saturday, on Monday for one on a Sunday. */
function keptOn(day: Day): Day {
  const weekday = weekdayOf(day);
  if (weekday === saturday) return addDays(day, -1);
  return weekday === sunday ? addDays(day, 1) : day;
}

const holidaysOfYear = new Map<number, ReadonlyMap<Day, string>>();

/** The days of a year on which a holiday is kept; that of a New Year’s Day on a Saturday is the year before. */
function holidaysIn(year: number): ReadonlyMap<Day, string> {
  const known = holidaysOfYear.get(year);
  if (known) return known;
  const kept = holidayRules.flatMap(({ name, since, on }) =>
    [year, year + 1]
      .filter((one) => one >= since)
      .map((one) => [keptOn(on(one)), name] as const)
      .filter(([day]) => Number(day.slice(0, 4)) === year),
  );
  const days = new Map(kept);
  holidaysOfYear.set(year, days);
  return days;
}

/** The federal holiday kept on a day, or null. */
export function holidayOn(day: Day): string | null {
  return holidaysIn(Number(day.slice(0, 4))).get(day) ?? null;
}

/** Whether courts are open: a weekday on which no federal holiday is kept. */
export function isCourtDay(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday !== saturday && weekday !== sunday && holidayOn(day) === null;
}

/** How many court days there are from a day to another, both included. */
export function courtDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isCourtDay(day)) count += 1;
  return count;
}

/** The last so many court days up to a day, that day included, the latest first. */
export function lastCourtDays(to: Day, count: number): Day[] {
  const days: Day[] = [];
  for (let day = to; days.length < count; day = addDays(day, -1)) if (isCourtDay(day)) days.push(day);
  return days;
}
