import { addDays, type Day, daysBetween } from '@countersign/shared/usage/day';
import { quarterOfDay } from '@countersign/shared/usage/quarter';

const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** From Sunday on. */
const byWeekday = [0.05, 1.05, 1.12, 1.1, 1.04, 0.86, 0.08];

const fixedHolidays = new Set(['01-01', '06-19', '07-04', '11-11', '12-24', '12-25', '12-31']);

/** Month, weekday, and which of the month; the last one where it is 5. */
const movingHolidays: readonly (readonly [string, number, number])[] = [
  ['01', 1, 3],
  ['02', 1, 3],
  ['05', 1, 5],
  ['09', 1, 1],
  ['11', 4, 4],
];

/** Whether courts and firms are closed. */
export function isHoliday(day: Day): boolean {
  if (fixedHolidays.has(day.slice(5))) return true;
  const month = day.slice(5, 7);
  return movingHolidays.some(([of, on, which]) => {
    if (of !== month || weekday(day) !== on) return false;
    const place = Math.ceil(Number(day.slice(8)) / 7);
    return which === 5 ? addDays(day, 7).slice(5, 7) !== month : place === which;
  });
}

/** How busy a day is beside an ordinary one: by weekday, holidays, and the rush before a quarter ends. */
export function busyness(day: Day): number {
  const usual = (byWeekday[weekday(day)] ?? 1) * (isHoliday(day) ? 0.1 : 1);
  const left = daysBetween(day, quarterOfDay(day).endsOn);
  return usual * (left < 2 ? 1.75 : left < 8 ? 1.4 : 1);
}

/** How busy each hour is. */
const byHour = [
  0, 0, 0, 0, 0, 0.1, 0.5, 1.6, 4.2, 8.4, 10, 9.2, 5.2, 7.2, 9.6, 10, 9.4, 6.2, 2.8, 1.6, 1.3, 0.9, 0.5, 0.1,
];
/** The same while a trial goes on: exhibits and transcripts for the next morning. */
const byHourOfTrial = [
  0, 0, 0, 0, 0, 0.4, 1.5, 3.5, 4, 2.5, 2, 2, 3.5, 2, 2, 2, 4.5, 8, 9, 8.5, 7.5, 6, 4, 1.5,
];

const hourMilliseconds = 3_600_000;

export interface HoursOfDay {
  /** The share of a day's uses that lie before a time, in milliseconds since midnight. */
  shareBefore(time: number): number;
  /** The time at which such a share has passed. */
  timeAt(share: number): number;
}

function hoursOf(weights: readonly number[]): HoursOfDay {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    shareBefore(time) {
      let passed = 0;
      for (const [hour, weight] of weights.entries()) {
        const part = Math.min(Math.max(time / hourMilliseconds - hour, 0), 1);
        passed += weight * part;
      }
      return passed / total;
    },
    timeAt(share) {
      let left = share * total;
      for (const [hour, weight] of weights.entries()) {
        if (left < weight) return (hour + left / weight) * hourMilliseconds;
        left -= weight;
      }
      return weights.length * hourMilliseconds - 1;
    },
  };
}

export const usualHours = hoursOf(byHour);
export const trialHours = hoursOf(byHourOfTrial);
