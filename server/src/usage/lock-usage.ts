import { sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';

/**
 * Makes whoever else imports for these payers, or moves their uses, wait until the transaction ends. In the order of
 * the ids, so that two who lock several never wait for each other.
 */
export async function lockUsage(tx: Transaction, payerIds: readonly string[]): Promise<void> {
  for (const payerId of [...new Set(payerIds)].sort())
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`usage ${payerId}`}, 0))`);
}
