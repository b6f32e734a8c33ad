import { usageTotalsNow, uses } from '@countersign/drizzle/tables/usage';
import type { Day } from '@countersign/shared/usage/day';
import type { Days } from '@countersign/shared/usage/days';
import { piecesOf } from '@countersign/shared/usage/totals-plan';
import { type SQL, sql } from 'drizzle-orm';
import { statementByShape } from '../api/statements-by-shape';
import { builder, compile, type Statement } from '../platform/statement';
import type { UsageScope } from './scope';
import { isInPiece, piecesTable, pieceValues, totalsScope } from './totals-source';
import { scopeCondition } from './use-conditions';

const value = sql.placeholder;

/** The two stretches that are compared: parts of two quarters. */
export interface Compared {
  readonly current: Days;
  readonly previous: Days;
}

export interface ChangeRow {
  readonly dimension: 'ACCOUNT' | 'COURT' | 'CLIENT';
  readonly key: string;
  readonly chargeCents: number;
  readonly previousCents: number;
}

/** What each person, court and client code was charged then and now, as a table of (dimension, key, quarter, cents). */
interface ChargesTable {
  readonly name: string;
  readonly table: SQL;
  readonly values: Record<string, unknown>;
}

function fromTotals(scope: UsageScope, { current, previous }: Compared): ChargesTable {
  const of = totalsScope(scope);
  const key = sql`case ${usageTotalsNow.grouping} when 'ACCOUNT' then ${usageTotalsNow.accountId}::text
    when 'COURT' then ${usageTotalsNow.courtId} else ${usageTotalsNow.clientCode} end`;
  return {
    name: `totals ${of.name}`,
    table: sql`select ${usageTotalsNow.grouping} as dimension, ${key} as key, ${usageTotalsNow.quarter} as quarter,
        ${usageTotalsNow.chargeCents} as cents
      from ${piecesTable} join ${usageTotalsNow} on ${isInPiece}
      where ${usageTotalsNow.grouping} = any('{ACCOUNT,COURT,CLIENT}') and ${of.where}`,
    values: { ...of.values, ...pieceValues([...piecesOf(current), ...piecesOf(previous)]) },
  };
}

/** A person’s own uses are few, and pairs of totals are kept by whole quarters alone. */
function fromUses(scope: UsageScope, { current, previous }: Compared): ChargesTable {
  const of = scopeCondition(scope);
  return {
    name: `uses ${of.name}`,
    table: sql`select told.dimension, told.key, ${uses.quarter} as quarter, ${uses.chargeCents} as cents
      from ${uses} cross join lateral (values ('ACCOUNT', ${uses.accountId}::text),
        ('COURT', coalesce(${uses.courtId}, '')), ('CLIENT', ${uses.clientCode})) as told (dimension, key)
      where ${of.where} and (${uses.day} between ${value('from')}::date and ${value('to')}::date
          and ${uses.quarter} = ${value('quarter')}::date
        or ${uses.day} between ${value('previousFrom')}::date and ${value('previousTo')}::date
          and ${uses.quarter} = ${value('previousFrom')}::date)`,
    values: {
      ...of.values,
      from: current.from,
      to: current.to,
      previousFrom: previous.from,
      previousTo: previous.to,
    },
  };
}

/** The few of each dimension whose charges changed most between parts of two quarters, the largest change first. */
export function largestChanges(scope: UsageScope, compared: Compared, most: number): Statement<ChangeRow> {
  const charges = scope.kind === 'PAYER' ? fromTotals(scope, compared) : fromUses(scope, compared);
  const quarter: Day = compared.current.from;
  return statementByShape(`changes ${charges.name}`, { ...charges.values, quarter, most }, () => {
    const isCurrent = sql`quarter = ${value('quarter')}::date`;
    const table = sql`(
      select *, row_number() over (partition by dimension order by abs(now - before) desc, key) as place
      from (select dimension, key, coalesce(sum(cents) filter (where ${isCurrent}), 0)::bigint as now,
          coalesce(sum(cents) filter (where not ${isCurrent}), 0)::bigint as before
        from (${charges.table}) as charges group by dimension, key) as compared
      where now <> before) as changed`;
    return compile(
      builder
        .select({
          dimension: sql<ChangeRow['dimension']>`dimension`,
          key: sql<string>`key`,
          chargeCents: sql<number>`now`.mapWith(Number),
          previousCents: sql<number>`before`.mapWith(Number),
        })
        .from(table)
        .where(sql`place <= ${value('most')}::integer`)
        .orderBy(sql`place`),
    );
  });
}
