import { linkages } from '@countersign/drizzle/tables/firms';
import { usageTotalsNow, uses } from '@countersign/drizzle/tables/usage';
import type { Days, SpendPeriod } from '@countersign/shared/usage/days';
import { quarterAfter, quarterOf } from '@countersign/shared/usage/quarter';
import { planTotals, type TotalDimension, type TotalsPiece } from '@countersign/shared/usage/totals-plan';
import { filteredDimensions, filtersOtherwise, type UseFilter } from '@countersign/shared/usage/use-filter';
import { and, type SQL, sql } from 'drizzle-orm';
import { keyOf } from '../api/global-id';
import type { Condition } from '../api/list';
import type { Site } from '../platform/site';
import type { Values } from '../platform/statement';
import { sumsOfTotals, sumsOfUses } from './measures';
import type { UsageScope } from './scope';
import { accountCondition, oneOf, useConditions } from './use-conditions';

const value = sql.placeholder;

/** Earlier uses than this are not kept: no partition is made for them. */
const firstDay = '2000-01-01';

/** All the days there can be uses of. */
export function allDays(site: Site): Days {
  const now = quarterOf(site.clock.now(), site.serviceCenter.zone);
  return { from: firstDay, to: quarterAfter(now).endsOn };
}

/** A piece of SQL that sums uses: from totals or from the uses themselves. */
export interface TotalsSource {
  /** Tells sources apart whose SQL differs. */
  readonly shape: string;
  readonly values: Values;
  readonly from: SQL;
  readonly where: SQL | undefined;
  readonly sums: typeof sumsOfTotals;
  /** What a dimension’s groups are told apart by, as a text. */
  readonly key: (dimension: TotalDimension) => SQL<string>;
  /** The first day of the period a row lies in. */
  readonly bucket: (period: SpendPeriod) => SQL<string>;
}

/** Pieces of time as a table of four columns. */
export const piecesTable = sql`unnest(${value('quarters')}::text[]::date[], ${value('periods')}::text[],
  ${value('starts')}::text[]::date[], ${value('ends')}::text[]::date[]) as piece (its_quarter, its_period, first, last)`;

export const pieceValues = (pieces: readonly TotalsPiece[]): Values => ({
  quarters: pieces.map((piece) => piece.quarter),
  periods: pieces.map((piece) => piece.period),
  starts: pieces.map((piece) => piece.from),
  ends: pieces.map((piece) => piece.to),
});

/** The totals of the pieces. */
export const isInPiece = sql`${usageTotalsNow.quarter} = piece.its_quarter and ${usageTotalsNow.period} = piece.its_period
  and ${usageTotalsNow.startsOn} between piece.first and piece.last`;

/** Whose totals. A person’s own are his account’s, at himself and at the firms that paid for him. */
export function totalsScope(scope: UsageScope): Condition {
  if (scope.kind === 'PAYER') {
    return {
      name: 'payer',
      where: sql`${usageTotalsNow.payerId} = ${value('payerId')}::uuid`,
      values: { payerId: scope.payerId },
    };
  }
  return {
    name: 'own',
    where: sql`${usageTotalsNow.payerId} = any(array(
        select ${linkages.payerId} from ${linkages} where ${linkages.accountId} = ${value('ownId')}::uuid
        union select ${value('ownId')}::uuid))
      and ${usageTotalsNow.accountId} = ${value('ownId')}::uuid`,
    values: { ownId: scope.accountId },
  };
}

function totalsConditions(scope: UsageScope, filter: UseFilter): Condition[] {
  const { account, court, clientCode, costCenter, kind } = filter;
  const courts = court?.map((id) => keyOf('court', id)?.[0] ?? id.toLowerCase());
  return [
    totalsScope(scope),
    ...(account ? [accountCondition(usageTotalsNow.accountId, account)] : []),
    ...(courts ? [oneOf('court', usageTotalsNow.courtId, courts)] : []),
    ...(clientCode ? [oneOf('clientCode', usageTotalsNow.clientCode, clientCode)] : []),
    ...(costCenter ? [oneOf('costCenter', usageTotalsNow.costCenter, costCenter)] : []),
    ...(kind ? [oneOf('kind', usageTotalsNow.kind, kind)] : []),
  ];
}

type Tables = typeof usageTotalsNow | typeof uses;

function keyIn(table: Tables): TotalsSource['key'] {
  const keys: Record<TotalDimension, SQL<string>> = {
    ACCOUNT: sql`${table.accountId}::text`,
    COURT: sql`coalesce(${table.courtId}, '')`,
    CLIENT: sql`${table.clientCode}`,
    COST_CENTER: sql`${table.costCenter}`,
    KIND: sql`${table.kind}`,
  };
  return (dimension) => keys[dimension];
}

function bucketIn(table: Tables, day: SQL | Tables['quarter']): TotalsSource['bucket'] {
  const buckets: Record<SpendPeriod, SQL<string>> = {
    DAY: sql`${day}::text`,
    WEEK: sql`(${table.quarter} + (${day} - ${table.quarter}) / 7 * 7)::text`,
    MONTH: sql`date_trunc('month', ${day})::date::text`,
    QUARTER: sql`${table.quarter}::text`,
  };
  return (period) => buckets[period];
}

const sharedParts = {
  totals: {
    from: sql`${piecesTable} join ${usageTotalsNow} on ${isInPiece}`,
    sums: sumsOfTotals,
    key: keyIn(usageTotalsNow),
    bucket: bucketIn(usageTotalsNow, sql`${usageTotalsNow.startsOn}`),
  },
  uses: {
    from: sql`${uses}`,
    sums: sumsOfUses,
    key: keyIn(uses),
    bucket: bucketIn(uses, sql`${uses.day}`),
  },
};

const namesOf = (conditions: readonly Condition[]) => conditions.map(({ name }) => name).join();
const valuesOf = (conditions: readonly Condition[]): Values =>
  Object.assign({}, ...conditions.map((condition) => condition.values));

interface Wanted {
  readonly scope: UsageScope;
  readonly filter: UseFilter;
  readonly days: Days;
  readonly by?: TotalDimension;
  readonly period?: SpendPeriod;
}

/** Where to sum what is wanted, by the plan that reads least. */
export function totalsSource({ scope, filter, days, by, period }: Wanted): TotalsSource {
  const own: TotalDimension[] = scope.kind === 'OWN' ? ['ACCOUNT'] : [];
  const plan = planTotals({
    days,
    filtered: [...own, ...filteredDimensions(filter)],
    otherwise: filtersOtherwise(filter),
    by,
    period,
  });
  if (plan.from === 'USES') {
    const conditions = useConditions(scope, { ...filter, days });
    return {
      ...sharedParts.uses,
      shape: `uses ${namesOf(conditions)}`,
      values: valuesOf(conditions),
      where: and(...conditions.map(({ where }) => where)),
    };
  }
  const conditions = totalsConditions(scope, filter);
  return {
    ...sharedParts.totals,
    shape: `totals ${namesOf(conditions)}`,
    values: { ...valuesOf(conditions), ...pieceValues(plan.pieces), grouping: plan.grouping },
    where: and(
      sql`${usageTotalsNow.grouping} = ${value('grouping')}::text`,
      ...conditions.map(({ where }) => where),
    ),
  };
}
