import { courtDaysBetween, lastCourtDays } from './court-days';
import { addDays, type Day } from './day';
import { dollars } from './dollars';

/** Court days whose mean is taken, where there are so many. */
const mostDays = 28;

/** With fewer the mean would say nothing. */
const fewestDays = 10;

export const forecastStates = ['FORECAST', 'OVER', 'NOT_ENOUGH_DATA'] as const;

export type ForecastState = (typeof forecastStates)[number];

export interface ForecastBasis {
  /** The last day that is counted as gone by. */
  readonly asOf: Day;
  /** The quarter’s last day. */
  readonly endsOn: Day;
  /** Charges of the quarter up to that day, in cents. */
  readonly soFarCents: number;
  /** The day of the payer’s first use; null where there is none. */
  readonly firstDay: Day | null;
  /** Cents charged on a day, where anything was. */
  readonly chargedOn: ReadonlyMap<Day, number>;
}

/** What a quarter will come to at its end, with the parts of the formula. */
export interface Forecast {
  readonly state: ForecastState;
  readonly soFarCents: number;
  /** Court days that the mean is of, and what was charged on them. */
  readonly meanOfDays: number;
  readonly chargedCents: number;
  readonly courtDaysLeft: number;
  /** Null without enough data. */
  readonly cents: number | null;
  /** The formula with its numbers, or why there is none. */
  readonly formula: string;
}

/** The days whose charges a forecast needs, from the earliest to the last. */
export function forecastWindow(asOf: Day): { from: Day; to: Day } {
  return { from: lastCourtDays(asOf, mostDays).at(-1) ?? asOf, to: asOf };
}

/** The charges so far, and for each court day left the mean daily charge of the last 28 court days. */
export function forecast({ asOf, endsOn, soFarCents, firstDay, chargedOn }: ForecastBasis): Forecast {
  const days = lastCourtDays(asOf, mostDays).filter((day) => firstDay !== null && day >= firstDay);
  const chargedCents = days.reduce((sum, day) => sum + (chargedOn.get(day) ?? 0), 0);
  const courtDaysLeft = courtDaysBetween(addDays(asOf, 1), endsOn);
  const parts = { soFarCents, meanOfDays: days.length, chargedCents, courtDaysLeft };
  if (asOf >= endsOn) {
    return { ...parts, state: 'OVER', cents: soFarCents, formula: 'The quarter is over.' };
  }
  if (days.length < fewestDays) {
    const formula = `Not enough data: a forecast needs ${fewestDays} court days of usage, and there are ${days.length}.`;
    return { ...parts, state: 'NOT_ENOUGH_DATA', cents: null, formula };
  }
  const cents = soFarCents + Math.round((chargedCents * courtDaysLeft) / days.length);
  const formula = `${dollars(soFarCents)} so far + ${dollars(chargedCents)} of the last ${days.length} court days ÷ ${days.length} × ${courtDaysLeft} court days left = ${dollars(cents)}`;
  return { ...parts, state: 'FORECAST', cents, formula };
}
