import { accounts, roleGrants } from '@countersign/drizzle/tables/accounts';
import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Transaction } from '../platform/database';

/** Who administers a firm at an instant, and where mail reaches them. */
export function administratorsOf(tx: Transaction, firmId: string, now: Date) {
  return tx
    .select({ accountId: accounts.accountId, email: accounts.email })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.accountId, roleGrants.accountId))
    .where(
      and(
        eq(roleGrants.firmId, firmId),
        eq(roleGrants.role, 'FIRM_ADMINISTRATOR'),
        lte(roleGrants.startsAt, now),
        isNull(roleGrants.endedAt),
        or(isNull(roleGrants.until), gt(roleGrants.until, now)),
      ),
    );
}
