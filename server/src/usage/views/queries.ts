import { savedViews } from '@countersign/drizzle/tables/usage';
import { and, asc, eq, sql } from 'drizzle-orm';
import { keyOf } from '../../api/global-id';
import { builder, compile } from '../../platform/statement';

const value = sql.placeholder;

export interface ViewKey {
  readonly accountId: string;
  readonly viewId: string;
}

export type SavedViewRow = typeof savedViews.$inferSelect;

/** The key behind a global id; null for what is none. */
export function viewKeyOf(id: string): ViewKey | null {
  const [accountId, viewId] = keyOf('savedView', id) ?? [];
  return accountId !== undefined && viewId !== undefined ? { accountId, viewId } : null;
}

export const viewByKey = compile(
  builder
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.accountId, value('accountId')), eq(savedViews.viewId, value('viewId')))),
);

/** A person’s views of payers’ transactions, by name: few for each. */
export const viewsOfPayers = compile(
  builder
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.accountId, value('accountId')),
        sql`${savedViews.payerId} = any(${value('payerIds')}::uuid[])`,
      ),
    )
    .orderBy(sql`lower(${savedViews.name})`, asc(savedViews.viewId)),
);
