import { uses } from '@countersign/drizzle/tables/usage';
import type { UseFilter } from '@countersign/shared/usage/use-filter';
import { count } from 'drizzle-orm';
import { readList } from '../api/list';
import type { Connection, ListOrder, PageArgs } from '../api/page';
import type { Actor } from '../platform/actor';
import { readTogether } from '../platform/read-together';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';
import type { Measures } from './measures';
import { presentUse } from './present';
import { type UseRow, useFields } from './queries';
import { readTotals } from './read-totals';
import { authorizeUsage, type UsageScope } from './scope';
import { useConditions } from './use-conditions';
import type { Use } from './use-types';

/** A page of uses that can also be summed up, all that the filter finds. */
export interface UseConnectionRead extends Connection<Use> {
  readonly sumUp: () => Promise<Measures>;
}

const orders = {
  AT: {
    columns: [uses.at, uses.useId],
    cursor: (row: UseRow): [string, string] => [row.at.toISOString(), row.useId],
  },
  CHARGE: {
    columns: [uses.chargeCents, uses.useId],
    cursor: (row: UseRow): [number, string] => [row.chargeCents, row.useId],
  },
} as const;

export interface UseOrderWanted {
  readonly field: keyof typeof orders;
  readonly direction: 'ASC' | 'DESC';
}

/** A page of the uses that a filter finds. */
export async function listUses(
  site: Site,
  actor: Actor,
  scope: UsageScope,
  filter: UseFilter,
  { field, direction }: UseOrderWanted,
  args: PageArgs,
): Promise<UseConnectionRead> {
  authorizeUsage(actor, scope);
  const { columns, cursor } = orders[field];
  const order: ListOrder = { name: `${field} ${direction}`, columns, descending: direction === 'DESC' };
  const page = await readList<UseRow, Use>(readTogether(site.database), actor, {
    name: 'uses',
    order,
    conditions: useConditions(scope, filter),
    args,
    rows: (where, sorted, limit) =>
      compile(
        builder
          .select(useFields)
          .from(uses)
          .where(where)
          .orderBy(...sorted)
          .limit(limit),
      ),
    count: (where) => compile(builder.select({ count: count() }).from(uses).where(where)),
    cursor,
    node: presentUse,
  });
  const sumUp = () => readTotals(site, actor, scope, filter);
  return { ...page, sumUp, countTotal: async () => (await sumUp()).uses };
}
