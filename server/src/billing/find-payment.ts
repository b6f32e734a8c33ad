import { ledgerJournals } from '@countersign/drizzle/tables/billing';
import type { PaymentState } from '@countersign/shared/billing/payment-state';
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../platform/database';

/** What became of a booked payment; null where none is booked. */
export async function findPayment(
  tx: Transaction,
  payerId: string,
  paymentId: string,
): Promise<PaymentState | null> {
  const journals = await tx
    .select({ kind: ledgerJournals.kind, cents: ledgerJournals.cents })
    .from(ledgerJournals)
    .where(and(eq(ledgerJournals.payerId, payerId), eq(ledgerJournals.paymentId, paymentId)));
  const sumOf = (kind: string) =>
    journals.filter((journal) => journal.kind === kind).reduce((sum, { cents }) => sum + cents, 0);
  if (!journals.some(({ kind }) => kind === 'PAYMENT')) return null;
  return {
    cents: sumOf('PAYMENT'),
    refundedCents: sumOf('REFUND'),
    returned: journals.some(({ kind }) => kind === 'RETURNED_PAYMENT'),
  };
}
