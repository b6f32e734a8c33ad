import type { TotalDimension } from '@countersign/shared/usage/totals-plan';
import type { UseKind } from '@countersign/shared/usage/use';
import type { UseFilter } from '@countersign/shared/usage/use-filter';
import { count, sql } from 'drizzle-orm';
import { bigint, pgView, text as textColumn } from 'drizzle-orm/pg-core';
import { type Connection, connectionOf, type ListOrder, type PageArgs, pageQuery } from '../api/page';
import { statementByShape } from '../api/statements-by-shape';
import type { Actor } from '../platform/actor';
import { readTogether } from '../platform/read-together';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';
import { dimensionOf, type UsageDimension } from './enums';
import { type Measures, presentTotals } from './measures';
import { authorizeUsage, type UsageScope } from './scope';
import { allDays, type TotalsSource, totalsSource } from './totals-source';
import type { GroupKey, UsageGroup } from './totals-types';

const sum = (name: string) => bigint(name, { mode: 'number' }).notNull();

/** The groups of one statement, by the name it gives them. */
const groups = pgView('usage_groups', {
  key: textColumn('key').notNull(),
  uses: sum('uses'),
  chargeCents: sum('charge_cents'),
  accessCents: sum('access_cents'),
  recordedUses: sum('recorded_uses'),
  recordedCents: sum('recorded_cents'),
  exemptUses: sum('exempt_uses'),
  differingUses: sum('differing_uses'),
  differenceCents: sum('difference_cents'),
  uncodedUses: sum('uncoded_uses'),
  uncodedCents: sum('uncoded_cents'),
}).existing();

const { key, uses, chargeCents, accessCents, recordedUses, recordedCents } = groups;
const { exemptUses, differingUses, differenceCents, uncodedUses, uncodedCents } = groups;
const groupFields = {
  key,
  uses,
  chargeCents,
  accessCents,
  recordedUses,
  recordedCents,
  exemptUses,
  differingUses,
  differenceCents,
  uncodedUses,
  uncodedCents,
};

const columnOf = { CHARGE: groups.chargeCents, USES: groups.uses, DIFFERENCE: groups.differenceCents };

export type GroupOrderField = keyof typeof columnOf;

type GroupRow = Measures & { readonly key: string };

const cursorOf: Record<GroupOrderField, (row: GroupRow) => [number, string]> = {
  CHARGE: (row) => [row.chargeCents, row.key],
  USES: (row) => [row.uses, row.key],
  DIFFERENCE: (row) => [row.differenceCents, row.key],
};

/** The groups by their name; one whose uses were all given away has none left and is none. */
function withGroups(source: TotalsSource, dimension: TotalDimension) {
  const { sums } = source;
  return builder
    .$with('usage_groups', groupFields)
    .as(sql`select ${source.key(dimension)} as key, ${sums.uses} as uses, ${sums.chargeCents} as charge_cents,
      ${sums.accessCents} as access_cents, ${sums.recordedUses} as recorded_uses,
      ${sums.recordedCents} as recorded_cents, ${sums.exemptUses} as exempt_uses,
      ${sums.differingUses} as differing_uses, ${sums.differenceCents} as difference_cents,
      ${sums.uncodedUses} as uncoded_uses, ${sums.uncodedCents} as uncoded_cents
    from ${source.from} where ${source.where} group by 1 having ${sums.uses} > 0`);
}

const nobody: GroupKey = { accountId: null, courtId: null, clientCode: null, costCenter: null, kind: null };

const keyParts: Record<UsageDimension, (text: string) => Partial<GroupKey>> = {
  ACCOUNT: (text) => ({ accountId: text }),
  COURT: (text) => ({ courtId: text || null }),
  CLIENT_CODE: (text) => ({ clientCode: text || null }),
  COST_CENTER: (text) => ({ costCenter: text || null }),
  KIND: (text) => ({ kind: text as UseKind }),
};

/** What a group is of, by the text that tells it apart. */
export const groupKey = (dimension: UsageDimension, text: string): GroupKey => ({
  ...nobody,
  ...keyParts[dimension](text),
});

function presentGroup(dimension: UsageDimension, row: GroupRow): UsageGroup {
  const group = groupKey(dimension, row.key);
  const { clientCode, costCenter, kind } = group;
  return { key: group, clientCode, costCenter, kind, totals: presentTotals(row) };
}

export interface GroupsWanted {
  readonly filter: UseFilter;
  readonly dimension: UsageDimension;
  readonly orderBy: { readonly field: GroupOrderField; readonly direction: 'ASC' | 'DESC' };
}

/** A page of the persons, courts, client codes, cost centers or kinds that a filter’s uses are of. */
export async function readGroups(
  site: Site,
  actor: Actor,
  scope: UsageScope,
  { filter, dimension, orderBy }: GroupsWanted,
  args: PageArgs,
): Promise<Connection<UsageGroup>> {
  authorizeUsage(actor, scope);
  const order: ListOrder = {
    name: `${dimension} ${orderBy.field} ${orderBy.direction}`,
    columns: [columnOf[orderBy.field], key],
    descending: orderBy.direction === 'DESC',
  };
  const page = pageQuery(args, order);
  const node = (row: GroupRow) => presentGroup(dimension, row);
  const cursor = cursorOf[orderBy.field];
  if (filter.days === 'NONE')
    return connectionOf<GroupRow, UsageGroup>(page, [], cursor, node, async () => 0);
  const by = dimensionOf[dimension];
  const source = totalsSource({ scope, filter, days: filter.days ?? allDays(site), by });
  const told = () => builder.with(withGroups(source, by));
  const database = readTogether(site.database);
  const [rows] = await database.read(actor, [
    statementByShape(`groups ${by} ${source.shape} ${page.shape}`, { ...source.values, ...page.values }, () =>
      compile(
        told()
          .select(groupFields)
          .from(groups)
          .where(page.where)
          .orderBy(...page.orderBy)
          .limit(sql.placeholder('limit')),
      ),
    ),
  ]);
  const countTotal = async () => {
    const [[total]] = await database.read(actor, [
      statementByShape(`count groups ${by} ${source.shape}`, source.values, () =>
        compile(told().select({ count: count() }).from(groups)),
      ),
    ]);
    return Number(total?.count ?? 0);
  };
  return connectionOf(page, rows, cursor, node, countTotal);
}
