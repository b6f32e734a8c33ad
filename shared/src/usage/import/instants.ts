import type { ZoneClock } from './zone-clock';

/** Whether 1/2/2025 is in January or in February. Texts that begin with the year need no order. */
export const dateOrders = ['MDY', 'DMY'] as const;

export type DateOrder = (typeof dateOrders)[number];

/** Why texts are no instant; ORDER_UNKNOWN where a date could be two days and nobody said which. */
export type InstantFault = 'NOT_A_DATE' | 'NOT_A_TIME' | 'ORDER_UNKNOWN' | 'TIME_TWICE' | 'OUT_OF_BOUNDS';

export interface ReadInstant {
  /** Milliseconds since 1970 in UTC. */
  readonly instant: number;
  /** False where only a date is given: the instant is then the beginning of that day in the service center’s zone. */
  readonly timeKnown: boolean;
}

/** PACER began in 1988; a later end than any file can have. */
const firstYear = 1988;
const lastYear = 2199;

const minute = 60_000;

/** Zones in American letters, in minutes from UTC. */
const zoneNames: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  AST: -240,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
};

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const digitAt = (text: string, i: number): number => {
  const digit = text.charCodeAt(i) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
};

/** Reads a text from left to right; one for all rows, so that reading a date allocates next to nothing. */
class Scanner {
  private text = '';
  at = 0;

  over(text: string): this {
    this.text = text;
    this.at = 0;
    return this;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  code(): number {
    return this.done ? -1 : this.text.charCodeAt(this.at);
  }

  skipSpaces(): boolean {
    const from = this.at;
    for (
      let code = this.code();
      code === 32 || code === 9 || code === 0xa0 || code === 0x202f;
      code = this.code()
    ) {
      this.at++;
    }
    return this.at > from;
  }

  /** How many digits come next. */
  digits(): number {
    let end = this.at;
    while (digitAt(this.text, end) >= 0) end++;
    return end - this.at;
  }

  /** A number of at least one and at most so many digits, or -1. */
  number(most: number): number {
    let value = -1;
    for (let n = 0; n < most; n++) {
      const digit = digitAt(this.text, this.at);
      if (digit < 0) break;
      value = (value < 0 ? 0 : value * 10) + digit;
      this.at++;
    }
    return value;
  }

  /** The letters that come next. */
  word(): string {
    const from = this.at;
    for (let code = this.code() | 32; code >= 97 && code <= 122; code = this.code() | 32) this.at++;
    return this.text.slice(from, this.at);
  }

  take(code: number): boolean {
    if (this.code() !== code) return false;
    this.at++;
    return true;
  }
}

const scanner = new Scanner();
const nothing = Number.NaN;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Two digits are 1980 to 2079. */
function fullYear(year: number, digits: number): number {
  if (digits === 4) return year;
  return digits === 2 ? year + (year < 80 ? 2000 : 1900) : -1;
}

function wallDay(year: number, month: number, day: number): number | InstantFault {
  if (month < 1 || month > 12 || day < 1 || day > (monthDays[month - 1] ?? 0)) return 'NOT_A_DATE';
  if (month === 2 && day === 29 && !isLeap(year)) return 'NOT_A_DATE';
  if (year < firstYear || year > lastYear) return year < 0 ? 'NOT_A_DATE' : 'OUT_OF_BOUNDS';
  return Date.UTC(year, month - 1, day);
}

/** The month of a name or its beginning, from 1; 0 where it is none. */
function monthOf(word: string): number {
  const name = word.toLowerCase();
  return word.length < 3 ? 0 : months.findIndex((month) => month.startsWith(name)) + 1;
}

function yearNext(): number {
  const digits = scanner.digits();
  return fullYear(scanner.number(4), digits);
}

/** Jan 31, 2025. */
function namedMonthFirst(): number | InstantFault {
  const month = monthOf(scanner.word());
  scanner.take(46);
  scanner.skipSpaces();
  const day = scanner.number(2);
  scanner.take(44);
  scanner.skipSpaces();
  return wallDay(yearNext(), month, day);
}

/** 31-Jan-2025. */
function namedMonthSecond(day: number): number | InstantFault {
  const month = monthOf(scanner.word());
  scanner.take(46);
  if (!scanner.take(45)) scanner.skipSpaces();
  return wallDay(yearNext(), month, day);
}

const isDateMark = (code: number) => code === 47 || code === 45 || code === 46;

/** The midnight a date begins with, as if in UTC. */
function readDate(order: DateOrder | null): number | InstantFault {
  const digits = scanner.digits();
  if (digits === 0) return namedMonthFirst();
  if (digits === 8) return wallDay(scanner.number(4), scanner.number(2), scanner.number(2));
  const first = scanner.number(4);
  const mark = scanner.code();
  const letter = (mark | 32) >= 97 && (mark | 32) <= 122;
  if (digits <= 2 && (mark === 32 || letter)) {
    scanner.skipSpaces();
    return namedMonthSecond(first);
  }
  if (!isDateMark(mark)) return 'NOT_A_DATE';
  scanner.at++;
  const second = scanner.number(2);
  if (second < 0) return digits <= 2 ? namedMonthSecond(first) : 'NOT_A_DATE';
  if (!scanner.take(mark)) return 'NOT_A_DATE';
  if (digits === 4) return wallDay(first, second, scanner.number(2));
  if (digits > 2) return 'NOT_A_DATE';
  const year = yearNext();
  if (order === 'DMY') return wallDay(year, second, first);
  if (order === null && first !== second && first <= 12 && second <= 12) return 'ORDER_UNKNOWN';
  return order === null && first > 12 ? wallDay(year, second, first) : wallDay(year, first, second);
}

/** Whether AM or PM comes next, also as a.m.; null where neither does, and nothing is then read. */
function halfOfDay(): 'AM' | 'PM' | null {
  const from = scanner.at;
  scanner.skipSpaces();
  let word = scanner.word().toUpperCase();
  if ((word === 'A' || word === 'P') && scanner.take(46)) word += scanner.word().toUpperCase();
  if (word === 'A' || word === 'AM' || word === 'P' || word === 'PM') {
    scanner.take(46);
    return word.startsWith('A') ? 'AM' : 'PM';
  }
  scanner.at = from;
  return null;
}

/** Milliseconds since midnight. */
function readTime(): number | InstantFault {
  let hour = scanner.number(2);
  if (hour < 0) return 'NOT_A_TIME';
  let minutes = 0;
  let seconds = 0;
  let thousandths = 0;
  const colon = scanner.take(58);
  if (colon) {
    if (scanner.digits() !== 2) return 'NOT_A_TIME';
    minutes = scanner.number(2);
    if (scanner.take(58)) {
      if (scanner.digits() !== 2) return 'NOT_A_TIME';
      seconds = scanner.number(2);
      if (scanner.take(46) || scanner.take(44)) {
        const digits = scanner.digits();
        if (digits === 0 || digits > 9) return 'NOT_A_TIME';
        for (let place = 100; place >= 1; place /= 10) thousandths += place * Math.max(0, scanner.number(1));
        scanner.number(9);
      }
    }
  }
  const half = scanner.done ? null : halfOfDay();
  if (half === null ? !colon : hour < 1 || hour > 12) return 'NOT_A_TIME';
  if (half !== null) hour = (hour % 12) + (half === 'PM' ? 12 : 0);
  if (hour > 23 || minutes > 59 || seconds > 59) return 'NOT_A_TIME';
  return ((hour * 60 + minutes) * 60 + seconds) * 1000 + thousandths;
}

/** Milliseconds from UTC, NaN where no zone is written. */
function readOffset(): number | InstantFault {
  scanner.skipSpaces();
  if (scanner.done) return nothing;
  const sign = scanner.code();
  if (sign !== 43 && sign !== 45 && sign !== 0x2212) {
    const minutes = zoneNames[scanner.word().toUpperCase()];
    return minutes === undefined ? 'NOT_A_TIME' : minutes * minute;
  }
  scanner.at++;
  const hours = scanner.number(2);
  scanner.take(58);
  const minutes = scanner.done ? 0 : scanner.number(2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return 'NOT_A_TIME';
  return (sign === 43 ? 1 : -1) * (hours * 60 + minutes) * minute;
}

/** A time and its zone up to the end of the text, added to the day’s midnight. */
function instantWithTime(midnight: number, clock: ZoneClock): number | InstantFault {
  const time = readTime();
  if (typeof time !== 'number') return time;
  const offset = readOffset();
  if (typeof offset !== 'number') return offset;
  scanner.skipSpaces();
  if (!scanner.done) return 'NOT_A_TIME';
  const wall = midnight + time;
  return Number.isNaN(offset) ? clock.instantOf(wall) : wall - offset;
}

/**
 * The instant of a use from its date and time, in two cells or both in the first. A zone in the text holds (Z,
 * -05:00, CDT); a time without one is the service center’s.
 */
export function readInstant(
  date: string,
  time: string,
  order: DateOrder | null,
  clock: ZoneClock,
): ReadInstant | InstantFault {
  scanner.over(date).skipSpaces();
  const midnight = readDate(order);
  if (typeof midnight !== 'number') return midnight;
  const letterT = scanner.take(84) || scanner.take(116);
  const apart = letterT || scanner.take(44) || scanner.skipSpaces();
  scanner.skipSpaces();
  const second = time.trim() !== '';
  if (!scanner.done && !apart) return 'NOT_A_DATE';
  if (scanner.done && letterT) return 'NOT_A_TIME';
  if (!scanner.done && second) {
    // Spreadsheets write a date as its midnight.
    if (readTime() !== 0 || !scanner.done) return 'TIME_TWICE';
  }
  if (scanner.done) {
    if (!second) return { instant: clock.instantOf(midnight), timeKnown: false };
    scanner.over(time).skipSpaces();
  }
  const instant = instantWithTime(midnight, clock);
  return typeof instant === 'number' ? { instant, timeKnown: true } : instant;
}
