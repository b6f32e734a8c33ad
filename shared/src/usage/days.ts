import { addDays, type Day, daysBetween, earlierDay, laterDay } from './day';
import { type Quarter, quarterAfter, quarterOfDay } from './quarter';

/** The days from one to another, both included. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** What spending is told by. */
export const spendPeriods = ['DAY', 'WEEK', 'MONTH', 'QUARTER'] as const;

export type SpendPeriod = (typeof spendPeriods)[number];

/** The quarters that days lie in, the first one first. */
export function quartersOf({ from, to }: Days): Quarter[] {
  const quarters: Quarter[] = [];
  for (let one = quarterOfDay(from); one.startsOn <= to; one = quarterAfter(one)) quarters.push(one);
  return quarters;
}

/** The days that both have; null where there is none. */
export function commonDays(one: Days, other: Days): Days | null {
  const from = laterDay(one.from, other.from);
  const to = earlierDay(one.to, other.to);
  return from <= to ? { from, to } : null;
}

/** A week of a quarter: seven days counted from the quarter’s first, the last one shorter. */
function weekHolding(day: Day): Days {
  const { startsOn, endsOn } = quarterOfDay(day);
  const from = addDays(startsOn, Math.floor(daysBetween(startsOn, day) / 7) * 7);
  return { from, to: earlierDay(addDays(from, 6), endsOn) };
}

function monthHolding(day: Day): Days {
  const from = `${day.slice(0, 8)}01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 8)}01`, -1) };
}

/** The period of its sort that a day lies in. */
export function periodHolding(day: Day, period: SpendPeriod): Days {
  if (period === 'DAY') return { from: day, to: day };
  if (period === 'WEEK') return weekHolding(day);
  if (period === 'MONTH') return monthHolding(day);
  const { startsOn, endsOn } = quarterOfDay(day);
  return { from: startsOn, to: endsOn };
}

/** The periods that make up days, one after another; the first and the last cut to them. */
export function periodsOf(days: Days, period: SpendPeriod): Days[] {
  const periods: Days[] = [];
  for (let from = days.from; from <= days.to; ) {
    const to = earlierDay(periodHolding(from, period).to, days.to);
    periods.push({ from, to });
    from = addDays(to, 1);
  }
  return periods;
}

/** How many days there are, the last one included. */
export function daysCount({ from, to }: Days): number {
  return daysBetween(from, to) + 1;
}
