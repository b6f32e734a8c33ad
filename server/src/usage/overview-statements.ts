import { usageTotalsNow, uses } from '@countersign/drizzle/tables/usage';
import type { Day } from '@countersign/shared/usage/day';
import type { Days } from '@countersign/shared/usage/days';
import { piecesOf } from '@countersign/shared/usage/totals-plan';
import { and, asc, desc, sql } from 'drizzle-orm';
import { statementByShape } from '../api/statements-by-shape';
import { builder, compile, type Statement, type Values } from '../platform/statement';
import { type Measures, sumsOfTotals } from './measures';
import { type UseRow, useFields } from './queries';
import type { UsageScope } from './scope';
import { isInPiece, piecesTable, pieceValues, totalsScope } from './totals-source';
import { scopeCondition } from './use-conditions';

const value = sql.placeholder;

/** The totals that hold all of a scope: those of no dimension for a payer, those of the account for a person. */
const allGrouping = (scope: UsageScope) => (scope.kind === 'PAYER' ? 'NONE' : 'ACCOUNT');

const isGrouping = sql`${usageTotalsNow.grouping} = ${value('grouping')}::text`;

/** Stretches of time as one table, each piece with the place of its stretch. */
const stretchesTable = sql`unnest(${value('places')}::text[]::integer[], ${value('quarters')}::text[]::date[],
  ${value('periods')}::text[], ${value('starts')}::text[]::date[], ${value('ends')}::text[]::date[])
  as piece (place, its_quarter, its_period, first, last)`;

function stretchValues(stretches: readonly Days[]): Values {
  const pieces = stretches.flatMap((days, place) => piecesOf(days).map((piece) => ({ place, piece })));
  return {
    ...pieceValues(pieces.map(({ piece }) => piece)),
    places: pieces.map(({ place }) => String(place)),
  };
}

/** What each of several stretches of time adds up to; its place is where it stands in the list. */
export function sumsOfStretches(
  scope: UsageScope,
  stretches: readonly Days[],
): Statement<Measures & { place: number }> {
  const of = totalsScope(scope);
  const values = { ...of.values, ...stretchValues(stretches), grouping: allGrouping(scope) };
  return statementByShape(`stretches ${of.name}`, values, () =>
    compile(
      builder
        .select({ place: sql<number>`piece.place`, ...sumsOfTotals })
        .from(sql`${stretchesTable} join ${usageTotalsNow} on ${isInPiece}`)
        .where(and(isGrouping, of.where))
        .groupBy(sql`piece.place`),
    ),
  );
}

export interface DayCharge {
  readonly day: Day;
  readonly chargeCents: number;
}

/** What was charged on each day. */
export function chargesByDay(scope: UsageScope, days: Days): Statement<DayCharge> {
  const of = totalsScope(scope);
  const values = { ...of.values, ...pieceValues(piecesOf(days, ['DAY'])), grouping: allGrouping(scope) };
  return statementByShape(`charges by day ${of.name}`, values, () =>
    compile(
      builder
        .select({ day: sql<Day>`${usageTotalsNow.startsOn}::text`, chargeCents: sumsOfTotals.chargeCents })
        .from(sql`${piecesTable} join ${usageTotalsNow} on ${isInPiece}`)
        .where(and(isGrouping, of.where))
        .groupBy(usageTotalsNow.startsOn),
    ),
  );
}

/** The dearest uses of a quarter up to a day. */
export function dearestUses(scope: UsageScope, quarter: Day, asOf: Day, most: number): Statement<UseRow> {
  const of = scopeCondition(scope);
  return statementByShape(`dearest ${of.name}`, { ...of.values, quarter, asOf, most }, () =>
    compile(
      builder
        .select(useFields)
        .from(uses)
        .where(
          and(
            of.where,
            sql`${uses.quarter} = ${value('quarter')}::date and ${uses.day} <= ${value('asOf')}::date`,
          ),
        )
        .orderBy(desc(uses.chargeCents), desc(uses.useId))
        .limit(value('most')),
    ),
  );
}

interface Moment {
  readonly at: Date;
  readonly day: Day;
}

/** The first use of all time, or the last. */
export function outermostUse(scope: UsageScope, which: 'FIRST' | 'LAST'): Statement<Moment> {
  const of = scopeCondition(scope);
  const way = which === 'FIRST' ? asc : desc;
  return statementByShape(`${which} use ${of.name}`, of.values, () =>
    compile(
      builder
        .select({ at: uses.at, day: uses.day })
        .from(uses)
        .where(of.where)
        .orderBy(way(uses.at), way(uses.useId))
        .limit(1),
    ),
  );
}
