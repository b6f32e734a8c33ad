import { addDays, type Day, daysBetween, earlierDay, laterDay } from './day';
import { type Days, quartersOf, type SpendPeriod } from './days';
import type { Quarter } from './quarter';

/** What totals are kept by besides time. */
export const totalDimensions = ['ACCOUNT', 'COURT', 'CLIENT', 'KIND', 'COST_CENTER'] as const;

export type TotalDimension = (typeof totalDimensions)[number];

export type TotalPeriod = 'DAY' | 'WEEK' | 'QUARTER';

/** Totals of one period’s sort in one quarter, those whose first day is from one to another. */
export interface TotalsPiece {
  /** The quarter’s first day. */
  readonly quarter: Day;
  readonly period: TotalPeriod;
  readonly from: Day;
  readonly to: Day;
}

/** How totals are got: from what is kept of the grouping in pieces, or from the uses themselves. */
export type TotalsPlan =
  | { readonly from: 'TOTALS'; readonly grouping: string; readonly pieces: readonly TotalsPiece[] }
  | { readonly from: 'USES' };

function daysPiece(quarter: Quarter, from: Day, to: Day): TotalsPiece[] {
  return from <= to ? [{ quarter: quarter.startsOn, period: 'DAY', from, to }] : [];
}

/** Whole weeks of the quarter and the days beside them. */
function weekPieces(quarter: Quarter, from: Day, to: Day): TotalsPiece[] {
  const { startsOn, endsOn } = quarter;
  const firstWeek = Math.ceil(daysBetween(startsOn, from) / 7);
  // The quarter’s last week is whole however few days it has.
  const wholeWeeks =
    to === endsOn
      ? Math.floor(daysBetween(startsOn, endsOn) / 7) + 1
      : Math.floor((daysBetween(startsOn, to) + 1) / 7);
  const lastWeek = wholeWeeks - 1;
  if (firstWeek > lastWeek) return daysPiece(quarter, from, to);
  const weeksFrom = addDays(startsOn, firstWeek * 7);
  const lastFrom = addDays(startsOn, lastWeek * 7);
  return [
    ...daysPiece(quarter, from, addDays(weeksFrom, -1)),
    { quarter: startsOn, period: 'WEEK', from: weeksFrom, to: lastFrom },
    ...daysPiece(quarter, addDays(lastFrom, 7), to),
  ];
}

/** The fewest totals that days are made of, using the periods allowed; days alone are always allowed. */
export function piecesOf(
  days: Days,
  allowed: readonly TotalPeriod[] = ['QUARTER', 'WEEK', 'DAY'],
): TotalsPiece[] {
  return quartersOf(days).flatMap((quarter): TotalsPiece[] => {
    const { startsOn, endsOn } = quarter;
    const from = laterDay(days.from, startsOn);
    const to = earlierDay(days.to, endsOn);
    if (from === startsOn && to === endsOn && allowed.includes('QUARTER')) {
      return [{ quarter: startsOn, period: 'QUARTER', from: startsOn, to: startsOn }];
    }
    return allowed.includes('WEEK') ? weekPieces(quarter, from, to) : daysPiece(quarter, from, to);
  });
}

/** Which periods’ totals lie wholly in one period that spending is told by. */
const periodsWithin: Record<SpendPeriod, readonly TotalPeriod[]> = {
  DAY: ['DAY'],
  WEEK: ['WEEK', 'DAY'],
  MONTH: ['DAY'],
  QUARTER: ['QUARTER', 'WEEK', 'DAY'],
};

/** The grouping whose totals tell these dimensions apart; null where none is kept. */
function groupingOf(dimensions: ReadonlySet<TotalDimension>): string | null {
  const named = totalDimensions.filter((dimension) => dimensions.has(dimension));
  if (named.length === 0) return 'NONE';
  if (named.length > 2 || (named.length === 2 && named.includes('COST_CENTER'))) return null;
  return named.join('_');
}

export interface TotalsWanted {
  readonly days: Days;
  /** The dimensions the filter names. */
  readonly filtered: readonly TotalDimension[];
  /** Whether it names anything else, which no totals are kept by. */
  readonly otherwise: boolean;
  /** What is told apart. */
  readonly by?: TotalDimension | null;
  readonly period?: SpendPeriod | null;
}

/**
 * Reads as little as tells the answer: totals where they are kept by what is asked, and uses where they are not. Pairs
 * of dimensions are kept by whole quarters alone.
 */
export function planTotals({ days, filtered, otherwise, by, period }: TotalsWanted): TotalsPlan {
  const dimensions = new Set(by ? [...filtered, by] : filtered);
  const grouping = otherwise ? null : groupingOf(dimensions);
  if (grouping === null) return { from: 'USES' };
  const pieces = piecesOf(days, periodsWithin[period ?? 'QUARTER']);
  const pair = dimensions.size === 2;
  if (pair && pieces.some((piece) => piece.period !== 'QUARTER')) return { from: 'USES' };
  return { from: 'TOTALS', grouping, pieces };
}
