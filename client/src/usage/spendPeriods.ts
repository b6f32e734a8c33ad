import { daysBetween } from '@countersign/shared/usage/day';
import { type Quarter, quarterAfter, quarterLabel, quarterOfDay } from '@countersign/shared/usage/quarter';

export const periods = ['day', 'week', 'month', 'quarter'] as const;

export type Period = (typeof periods)[number];

/** What was spent in a stretch of days. */
export interface Spend {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly uses: number;
  readonly cents: number;
}

/** Beside what was spent as far into the last quarter, where that is compared. */
export interface ComparedSpend extends Spend {
  readonly before: Spend | null;
}

/** Quarters that months and quarters are shown of, the one looked at as the last. */
const quartersShown = 8;

/** The days whose spending a dashboard needs: two quarters by day, and eight by month. */
export const daysNeeded = (quarter: Quarter) => ({
  days: { from: quarterAfter(quarter, -1).startsOn, to: quarter.endsOn },
  months: { from: quarterAfter(quarter, 1 - quartersShown).startsOn, to: quarter.endsOn },
});

/** Spending of consecutive stretches, put together where the key is the same. */
function together(spends: readonly Spend[], keyOf: (spend: Spend) => string): Spend[] {
  const sums = new Map<string, Spend>();
  for (const spend of spends) {
    const key = keyOf(spend);
    const sum = sums.get(key);
    sums.set(
      key,
      sum
        ? {
            ...sum,
            endsOn: spend.endsOn,
            uses: sum.uses + spend.uses,
            cents: sum.cents + spend.cents,
          }
        : spend,
    );
  }
  return [...sums.values()];
}

/** Weeks are seven days counted from the first of the quarter. */
const weekOf = ({ startsOn }: Spend) => {
  const first = quarterOfDay(startsOn).startsOn;
  return `${first} ${Math.floor(daysBetween(first, startsOn) / 7)}`;
};

const compared = (spends: readonly Spend[], before: readonly Spend[]): ComparedSpend[] =>
  spends.map((spend, place) => ({ ...spend, before: before[place] ?? null }));

interface SpendRead {
  /** Of this quarter and the last, by day. */
  readonly days: readonly Spend[];
  readonly months: readonly Spend[];
}

/** Spending by a period: days and weeks of the quarter beside those of the last, months and quarters by themselves. */
export function spendBy(period: Period, { days, months }: SpendRead, { startsOn }: Quarter): ComparedSpend[] {
  if (period === 'month') return compared(months, []);
  if (period === 'quarter')
    return compared(
      together(months, (spend) => quarterOfDay(spend.startsOn).startsOn),
      [],
    );
  const spends = period === 'day' ? days : together(days, weekOf);
  return compared(
    spends.filter((spend) => spend.startsOn >= startsOn),
    spends.filter((spend) => spend.startsOn < startsOn),
  );
}

const monthAndDay = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});
const month = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const monthOnly = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** What a stretch of time is called. */
export const periodNames: Record<Period, (spend: Spend) => string> = {
  day: ({ startsOn }) => weekday.format(at(startsOn)),
  // Some browsers put thin spaces round the dash and some do not.
  week: ({ startsOn, endsOn }) =>
    monthAndDay.formatRange(at(startsOn), at(endsOn)).replace(/\s*–\s*/u, ' – '),
  month: ({ startsOn }) => month.format(at(startsOn)),
  quarter: ({ startsOn }) => quarterLabel(quarterOfDay(startsOn)),
};

/** What stands below a column; nothing below most days. Where there is little room, minor ones are left out. */
export function periodTick(period: Period, { startsOn }: Spend, place: number) {
  if (period === 'quarter')
    return { text: periodNames.quarter({ startsOn } as Spend), minor: place % 2 === 0 };
  if (period === 'month') {
    const january = startsOn.slice(5, 7) === '01';
    return { text: (january ? month : monthOnly).format(at(startsOn)), minor: place % 6 !== 0 };
  }
  if (period === 'week') return { text: monthAndDay.format(at(startsOn)), minor: place % 4 !== 0 };
  const day = startsOn.slice(8);
  if (day !== '01' && day !== '15') return null;
  return { text: monthAndDay.format(at(startsOn)), minor: day !== '01' };
}
