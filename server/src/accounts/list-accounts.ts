import { accounts, accountTerms } from '@countersign/drizzle/tables/accounts';
import { credentials } from '@countersign/drizzle/tables/signin';
import { queryTerms } from '@countersign/shared/platform/search-terms';
import { count, eq, sql } from 'drizzle-orm';
import { type Condition, readList } from '../api/list';
import type { Connection, PageArgs } from '../api/page';
import { termConditions } from '../api/term-search';
import type { Actor } from '../platform/actor';
import { authorize } from '../platform/refusal';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';
import { presentAccount } from './present';
import { type AccountRow, accountFields } from './queries';
import type { Account } from './types';

export interface AccountListFilter {
  readonly search?: string | null;
  readonly userType?: readonly string[] | null;
}

const orders = {
  NAME: {
    columns: [accounts.sortName, accounts.accountId],
    cursor: (row: AccountRow) => [row.sortName, row.accountId],
  },
  ACCOUNT_NUMBER: {
    columns: [accounts.accountNumber, accounts.accountId],
    cursor: (row: AccountRow) => [row.accountNumber, row.accountId],
  },
  CREATED_AT: {
    columns: [accounts.createdAt, accounts.accountId],
    cursor: (row: AccountRow) => [row.createdAt.toISOString(), row.accountId],
  },
} as const;

export type AccountOrderField = keyof typeof orders;

function conditionsOf(filter: AccountListFilter): Condition[] {
  const conditions = termConditions(queryTerms(filter.search ?? ''), {
    table: accountTerms,
    key: accountTerms.accountId,
    term: accountTerms.term,
    owner: accounts.accountId,
  });
  if (filter.userType?.length) {
    conditions.push({
      name: 'userType',
      where: sql`${accounts.userType} = any(${sql.placeholder('userType')}::text[])`,
      values: { userType: filter.userType },
    });
  }
  return conditions;
}

/** A page of all accounts, for operators. */
export function listAccounts(
  site: Site,
  actor: Actor,
  filter: AccountListFilter,
  orderBy: { field: AccountOrderField; direction: 'ASC' | 'DESC' },
  args: PageArgs,
): Promise<Connection<Account>> {
  authorize(actor, 'accounts.account.read');
  const by = orders[orderBy.field];
  return readList(site.database, actor, {
    name: 'accounts',
    order: {
      name: `${orderBy.field} ${orderBy.direction}`,
      columns: by.columns,
      descending: orderBy.direction === 'DESC',
    },
    conditions: conditionsOf(filter),
    args,
    rows: (where, sorted, limit) =>
      compile(
        builder
          .select(accountFields)
          .from(accounts)
          .leftJoin(credentials, eq(credentials.accountId, accounts.accountId))
          .where(where)
          .orderBy(...sorted)
          .limit(limit),
      ),
    count: (where) => compile(builder.select({ count: count() }).from(accounts).where(where)),
    cursor: by.cursor,
    node: presentAccount,
  });
}
