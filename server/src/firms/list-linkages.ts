import { accounts } from '@countersign/drizzle/tables/accounts';
import { linkages } from '@countersign/drizzle/tables/firms';
import { may } from '@countersign/shared/accounts/grants';
import { queryTerms } from '@countersign/shared/platform/search-terms';
import { eq, sql } from 'drizzle-orm';
import { mayReadAccount } from '../accounts/find-account';
import type { Condition } from '../api/list';
import { readListOfParent } from '../api/list-of-parents';
import type { Connection, ListOrder, PageArgs } from '../api/page';
import type { Actor } from '../platform/actor';
import { holderOf } from '../platform/refusal';
import type { Site } from '../platform/site';
import type { Linkage } from './linkage-types';
import { presentLinkage } from './present-linkage';
import type { LinkageRow } from './queries';

export interface LinkageListFilter {
  readonly inForce?: boolean | null;
  readonly search?: string | null;
}

/** An interval with what of its account it is sorted by. */
type SortableRow = LinkageRow & { readonly sortName: string; readonly accountNumber: number };

const orders = {
  NAME: { column: accounts.sortName, value: (row: SortableRow) => row.sortName },
  ACCOUNT_NUMBER: { column: accounts.accountNumber, value: (row: SortableRow) => row.accountNumber },
  FROM: { column: linkages.startsAt, value: (row: SortableRow) => row.startsAt.toISOString() },
  COST_CENTER: { column: linkages.costCenter, value: (row: SortableRow) => row.costCenter },
} as const;

export type LinkageOrderField = keyof typeof orders;

const given = sql.placeholder;

function standing(inForce: boolean | null | undefined, now: Date): Condition[] {
  if (inForce == null) return [];
  const counts = sql`(${linkages.startsAt} <= ${given('now')}::timestamptz
    and (${linkages.endsAt} is null or ${linkages.endsAt} > ${given('now')}::timestamptz))`;
  return [{ name: `inForce${inForce}`, where: inForce ? counts : sql`not ${counts}`, values: { now } }];
}

/**
 * Each word of the search must begin a word of the name or the number. A firm may not search what the accounts
 * themselves are found by, where the e-mail address is; its own people are few enough to look through.
 */
function named(search: string): Condition[] {
  return queryTerms(search).map((term, i) => {
    const [first, later] = [`term${i}`, `term${i}later`];
    return {
      name: `term${i}`,
      where: sql`(${accounts.sortName} like ${given(first)} or ${accounts.sortName} like ${given(later)}
        or ${accounts.accountNumber}::text like ${given(first)})`,
      values: { [first]: `${term}%`, [later]: `% ${term}%` },
    };
  });
}

/** The intervals in which a firm answers for accounts; null where the actor may not see them. */
export function listLinkagesOfFirm(
  site: Site,
  actor: Actor,
  firmId: string,
  filter: LinkageListFilter,
  orderBy: { field: LinkageOrderField; direction: 'ASC' | 'DESC' },
  args: PageArgs,
): Promise<Connection<Linkage>> | null {
  if (!may(holderOf(actor), 'firms.linkage.read', { firmId })) return null;
  const now = site.clock.now();
  const { column, value } = orders[orderBy.field];
  return readListOfParent(site.database, actor, {
    name: 'linkages of a firm',
    table: linkages,
    parentColumn: linkages.payerId,
    parent: firmId,
    join: {
      table: accounts,
      on: eq(accounts.accountId, linkages.accountId),
      columns: { sortName: accounts.sortName, accountNumber: accounts.accountNumber },
    },
    order: {
      name: `${orderBy.field} ${orderBy.direction}`,
      columns: [column, linkages.linkageId],
      descending: orderBy.direction === 'DESC',
    },
    conditions: [...standing(filter.inForce, now), ...named(filter.search ?? '')],
    args,
    cursor: (row: SortableRow) => [value(row), row.linkageId],
    node: (row) => presentLinkage(row, now),
  });
}

const newest: ListOrder = {
  name: 'newest',
  columns: [linkages.startsAt, linkages.linkageId],
  descending: true,
};

/** The intervals in which firms answer for an account, for its holder and operators; null for anybody else. */
export function listLinkagesOfAccount(
  site: Site,
  actor: Actor,
  accountId: string,
  filter: Pick<LinkageListFilter, 'inForce'>,
  args: PageArgs,
): Promise<Connection<Linkage>> | null {
  if (!mayReadAccount(actor, accountId)) return null;
  const now = site.clock.now();
  return readListOfParent(site.database, actor, {
    name: 'linkages of an account',
    table: linkages,
    parentColumn: linkages.accountId,
    parent: accountId,
    order: newest,
    conditions: standing(filter.inForce, now),
    args,
    cursor: (row: LinkageRow) => [row.startsAt.toISOString(), row.linkageId],
    node: (row) => presentLinkage(row, now),
  });
}
