import { sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';

const keyOf = (payerId: string) => sql`hashtextextended(${`usage ${payerId}`}, 0)`;

/**
 * Makes whoever else imports for these payers, or moves their uses, wait until the transaction ends. In the order of
 * the ids, so that two who lock several never wait for each other.
 */
export async function lockUsage(tx: Transaction, payerIds: readonly string[]): Promise<void> {
  for (const payerId of [...new Set(payerIds)].sort())
    await tx.execute(sql`select pg_advisory_xact_lock(${keyOf(payerId)})`);
}

/** The same without waiting: false where somebody else has the payer’s uses just now. */
export async function tryLockUsage(tx: Transaction, payerId: string): Promise<boolean> {
  const [row] = await tx.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(${keyOf(payerId)}) as got`,
  );
  return row?.got ?? false;
}
