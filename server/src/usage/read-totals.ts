import {
  type Days,
  daysCount,
  periodHolding,
  periodsOf,
  type SpendPeriod,
} from '@countersign/shared/usage/days';
import { quarterAfter, quarterOf } from '@countersign/shared/usage/quarter';
import { daysAreBounded, type UseFilter } from '@countersign/shared/usage/use-filter';
import { sql } from 'drizzle-orm';
import { statementByShape } from '../api/statements-by-shape';
import type { Actor } from '../platform/actor';
import { readTogether } from '../platform/read-together';
import { BadArgument } from '../platform/refusal';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';
import { type Measures, nothing } from './measures';
import { authorizeUsage, type UsageScope } from './scope';
import { allDays, totalsSource } from './totals-source';

/** What a filter’s uses add up to. */
export async function readTotals(
  site: Site,
  actor: Actor,
  scope: UsageScope,
  filter: UseFilter,
): Promise<Measures> {
  authorizeUsage(actor, scope);
  if (filter.days === 'NONE') return nothing;
  const source = totalsSource({ scope, filter, days: filter.days ?? allDays(site) });
  const statement = statementByShape(`sum ${source.shape}`, source.values, () =>
    compile(builder.select(source.sums).from(source.from).where(source.where)),
  );
  const [[sums]] = await readTogether(site.database).read(actor, [statement]);
  return sums ?? nothing;
}

export interface Spend extends Days {
  readonly totals: Measures;
}

/** More points than any chart shows. */
const mostPeriods = 400;

/** Quarters that spending by month or quarter goes back when no days are given. */
const usualQuarters = 8;

/** The days of a spending that says none, or leaves one end open: up to the end of this quarter. */
function spendDays(site: Site, filter: UseFilter, period: SpendPeriod): Days {
  const now = quarterOf(site.clock.now(), site.serviceCenter.zone);
  const back = period === 'DAY' || period === 'WEEK' ? 0 : usualQuarters - 1;
  const usual = { from: quarterAfter(now, -back).startsOn, to: now.endsOn };
  const { days } = filter;
  if (days === null || days === 'NONE') return usual;
  if (daysAreBounded(days)) return days;
  throw new BadArgument('filter: give both from and to, or neither, to tell spending by time.');
}

/** What was spent in each day, week, month or quarter of the filter’s days. */
export async function readSpend(
  site: Site,
  actor: Actor,
  scope: UsageScope,
  filter: UseFilter,
  period: SpendPeriod,
): Promise<Spend[]> {
  authorizeUsage(actor, scope);
  if (filter.days === 'NONE') return [];
  const days = spendDays(site, filter, period);
  if (daysCount(days) > mostPeriods * daysCount(periodHolding(days.from, period)))
    throw new BadArgument(`filter: at most ${mostPeriods} of these at once; ask for fewer days.`);
  const source = totalsSource({ scope, filter, days, period });
  const statement = statementByShape(`spend ${period} ${source.shape}`, source.values, () => {
    const startsOn = source.bucket(period);
    return compile(
      builder
        .select({ startsOn, ...source.sums })
        .from(source.from)
        .where(source.where)
        .groupBy(sql`1`),
    );
  });
  const [rows] = await readTogether(site.database).read(actor, [statement]);
  const byStart = new Map(rows.map(({ startsOn, ...totals }) => [startsOn, totals]));
  return periodsOf(days, period).map((one) => ({
    ...one,
    totals: byStart.get(periodHolding(one.from, period).from) ?? nothing,
  }));
}
