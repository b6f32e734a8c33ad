import { addDays, type Day, dayOf, daysBetween, earlierDay, isDay } from './day';

/** A quarter of the calendar year; its days are those of the service center’s zone. */
export interface Quarter {
  readonly year: number;
  /** From 1 to 4. */
  readonly number: number;
  /** The first day; uses are kept under it. */
  readonly startsOn: Day;
  /** The last day. */
  readonly endsOn: Day;
}

const bounds = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;

/** A quarter by its year and number, from 1 to 4. */
export function quarter(year: number, number: number): Quarter {
  const days = bounds[number - 1];
  if (!days) throw new RangeError(`A year has quarters 1 to 4, not ${number}.`);
  const prefix = String(year).padStart(4, '0');
  return { year, number, startsOn: `${prefix}-${days[0]}`, endsOn: `${prefix}-${days[1]}` };
}

function quarterHolding(day: Day): Quarter {
  return quarter(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3));
}

/** The quarter that a day is in. */
export function quarterOfDay(day: Day): Quarter {
  if (!isDay(day)) throw new RangeError(`${day} is not a day written YYYY-MM-DD.`);
  return quarterHolding(day);
}

/** The quarter of an instant in an IANA zone: near a border it may not be that of UTC. */
export function quarterOf(instant: Date, zone: string): Quarter {
  return quarterHolding(dayOf(instant, zone));
}

/** The quarter so many quarters later; a negative number goes back. */
export function quarterAfter({ year, number }: Quarter, quarters = 1): Quarter {
  const count = year * 4 + number - 1 + quarters;
  return quarter(Math.floor(count / 4), (((count % 4) + 4) % 4) + 1);
}

/** As people write it: Q3 2024. */
export function quarterLabel({ year, number }: Pick<Quarter, 'year' | 'number'>): string {
  return `Q${number} ${year}`;
}

/** As it stands in an address and in a filter: 2024-Q3. */
export function quarterWord({ year, number }: Pick<Quarter, 'year' | 'number'>): string {
  return `${String(year).padStart(4, '0')}-Q${number}`;
}

/** The quarter that a word names, or null where it names none. */
export function quarterOfWord(word: string): Quarter | null {
  const found = /^(\d{4})-Q([1-4])$/.exec(word);
  return found ? quarter(Number(found[1]), Number(found[2])) : null;
}

/** The day as far into another quarter as a day is into its own; the last where that quarter is shorter. */
export function sameDayOf(day: Day, other: Quarter): Day {
  const into = daysBetween(quarterOfDay(day).startsOn, day);
  return earlierDay(addDays(other.startsOn, into), other.endsOn);
}
