import { addDays, type Day, daysBetween } from '../usage/day';
import type { Problem } from './problem';

/** The last month of a card: it counts through that month's last day. */
export interface Expiry {
  readonly year: number;
  readonly month: number;
}

const two = (value: number) => String(value).padStart(2, '0');

/** As it is printed on a card: 04/29. */
export function expiryText({ year, month }: Expiry): string {
  return `${two(month)}/${two(year % 100)}`;
}

/** Reads an expiry as people type it: 4/29, 04/2029, 0429, 04 29. Null where it is none. */
export function readExpiry(text: string): Expiry | null {
  const [, month, year] =
    /^(\d{1,2})\s*[/.\s-]\s*(\d{2}|\d{4})$/.exec(text.trim()) ??
    /^(\d{2})(\d{2}|\d{4})$/.exec(text.trim()) ??
    [];
  if (!month || !year) return null;
  const expiry = { month: Number(month), year: year.length === 2 ? 2000 + Number(year) : Number(year) };
  return expiry.month >= 1 && expiry.month <= 12 ? expiry : null;
}

/** The first day on which a card counts no longer. */
export function firstDayAfter({ year, month }: Expiry): Day {
  return month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`;
}

const longestValidity = 20;

/** What is wrong with an expiry on a day. */
export function expiryProblem(expiry: Expiry, today: Day): Problem {
  const { year, month } = expiry;
  const real = Number.isInteger(month) && month >= 1 && month <= 12 && Number.isInteger(year);
  if (!real) return 'The month must be 1 to 12.';
  if (firstDayAfter(expiry) <= today) return `This card expired at the end of ${expiryText(expiry)}.`;
  if (year > Number(today.slice(0, 4)) + longestValidity)
    return `No card is valid until ${year}: check the year.`;
  return null;
}

/** What is wrong with an expiry as it was typed. */
export function typedExpiryProblem(text: string, today: Day): Problem {
  if (text.trim() === '') return 'Enter the month and year when the card expires.';
  const expiry = readExpiry(text);
  return expiry ? expiryProblem(expiry, today) : 'Write when the card expires as month and year: 04/29.';
}

export const expiryStandings = ['VALID', 'EXPIRES_SOON', 'EXPIRED'] as const;

export type ExpiryStanding = (typeof expiryStandings)[number];

/** Days before the end of its last month that a card is said to expire soon. */
export const soonDays = 45;

/** How a card stands on a day. */
export function expiryStanding(expiry: Expiry, today: Day): ExpiryStanding {
  const end = firstDayAfter(expiry);
  if (end <= today) return 'EXPIRED';
  return daysBetween(today, end) <= soonDays ? 'EXPIRES_SOON' : 'VALID';
}

/** Days before the end at which a mail warns; 0 is the mail that the card has expired. */
const warningDays = [soonDays, 7, 0] as const;

/**
 * The warning that is due on a day: the number of days of the last one reached, or null before the first. What was
 * warned of with the same number or a smaller one is not warned of again.
 */
export function warningDue(expiry: Expiry, today: Day, warnedAt: number | null): number | null {
  const end = firstDayAfter(expiry);
  const reached = warningDays.filter((days) => addDays(end, -days) <= today).at(-1) ?? null;
  return reached !== null && (warnedAt === null || reached < warnedAt) ? reached : null;
}
