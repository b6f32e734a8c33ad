import { type FeeSchedule, scheduleOn } from './fee-schedule';
import { type Quarter, quarterLabel } from './quarter';

/** Over what the waiver is tested: all of a payer, or each account by itself. */
export const waiverBases = ['PAYER', 'ACCOUNT'] as const;

export type WaiverBase = (typeof waiverBases)[number];

/** The schedule says “account holder” and linked accounts get no bill of their own, so the payer is our reading. */
export const usualWaiverBase: WaiverBase = 'PAYER';

export type WaiverThreshold =
  | { readonly ok: true; readonly thresholdCents: number; readonly scheduleId: string }
  | { readonly ok: false; readonly code: 'NO_SCHEDULE' | 'YEARLY'; readonly message: string };

type WaiverTerms = Pick<FeeSchedule, 'id' | 'from' | 'to' | 'waiverThresholdCents' | 'waiverPeriod'>;

/**
 * Up to what a quarter’s charges are waived, in cents. A quarter has one threshold, that of its first day; until 2010
 * the waiver was one of the calendar year, which a quarter alone cannot be tested against.
 */
export function waiverThreshold(
  schedules: readonly WaiverTerms[],
  quarter: Pick<Quarter, 'year' | 'number' | 'startsOn'>,
): WaiverThreshold {
  const schedule = scheduleOn(schedules, quarter.startsOn);
  if (!schedule) {
    return {
      ok: false,
      code: 'NO_SCHEDULE',
      message: `No fee schedule is known for ${quarterLabel(quarter)}.`,
    };
  }
  if (schedule.waiverPeriod === 'CALENDAR_YEAR') {
    return {
      ok: false,
      code: 'YEARLY',
      message: `In ${quarterLabel(quarter)} charges were waived by the calendar year, not by the quarter.`,
    };
  }
  return { ok: true, thresholdCents: schedule.waiverThresholdCents, scheduleId: schedule.id };
}

/** What of a quarter is owed, in cents. */
export interface QuarterDue {
  readonly dueCents: number;
  readonly waivedCents: number;
  /** What corrections left in the payer’s favor, since a waiver takes nothing away. */
  readonly creditCents: number;
  readonly waived: boolean;
}

/**
 * What a quarter’s billable charges come to: nothing up to the threshold, all of them above it (fee schedule, item 8).
 * The total is that of access charges (`isAccess`) after exemptions and before credits, in cents.
 */
export function quarterDue(totalCents: number, thresholdCents: number): QuarterDue {
  if (totalCents > thresholdCents) {
    return { dueCents: totalCents, waivedCents: 0, creditCents: 0, waived: false };
  }
  const waivedCents = Math.max(totalCents, 0);
  return {
    dueCents: 0,
    waivedCents,
    creditCents: Math.max(-totalCents, 0),
    waived: waivedCents > 0,
  };
}

/** The same for a payer with the totals of each account he answers for, in cents. */
export function payerQuarterDue(
  accountTotals: readonly number[],
  thresholdCents: number,
  base: WaiverBase = usualWaiverBase,
): QuarterDue {
  const bases = base === 'ACCOUNT' ? accountTotals : [accountTotals.reduce((sum, cents) => sum + cents, 0)];
  return bases
    .map((total) => quarterDue(total, thresholdCents))
    .reduce(
      (sum, one) => ({
        dueCents: sum.dueCents + one.dueCents,
        waivedCents: sum.waivedCents + one.waivedCents,
        creditCents: sum.creditCents + one.creditCents,
        waived: sum.waived || one.waived,
      }),
      { dueCents: 0, waivedCents: 0, creditCents: 0, waived: false },
    );
}
