import { accounts } from '@countersign/drizzle/tables/accounts';
import { firms } from '@countersign/drizzle/tables/firms';
import type { Stream } from '@countersign/shared/audit/entry';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../platform/database';
import { refused } from '../platform/refusal';

/** The audit stream of a payer: a firm's, or that of a person who pays for himself. */
export async function streamOfPayer(tx: Transaction, payerId: string): Promise<Stream> {
  const [firm] = await tx.select({ id: firms.payerId }).from(firms).where(eq(firms.payerId, payerId));
  if (firm) return { kind: 'firm', id: payerId };
  const [account] = await tx
    .select({ id: accounts.accountId })
    .from(accounts)
    .where(eq(accounts.accountId, payerId));
  if (!account) throw refused('NOT_FOUND', 'payer', 'There is no such payer.');
  return { kind: 'account', id: payerId };
}
