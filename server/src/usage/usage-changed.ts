import { sql } from 'drizzle-orm';
import type { Transaction } from '../platform/database';
import { addJob } from '../platform/jobs';

/** The channel on which it is told, at the commit, that a payer's uses or totals are not what they were. */
export const usageChannel = 'usage';

/** Tells whoever looks at the payers' usage, and has the deltas that were written folded soon. */
export async function tellUsageChanged(tx: Transaction, payerIds: readonly string[]): Promise<void> {
  for (const payerId of [...new Set(payerIds)].sort()) {
    await tx.execute(sql`select pg_notify(${usageChannel}, ${JSON.stringify({ payerId, kind: 'uses' })})`);
    await addJob(
      tx,
      'usage:fold-totals',
      { payerId },
      { key: `usage:fold-totals ${payerId}`, afterSeconds: 2 },
    );
  }
}
