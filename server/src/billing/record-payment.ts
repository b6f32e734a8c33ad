import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import { authorize } from '../platform/refusal';
import type { Booked } from './book';
import { type Clocked, recordBooking } from './record-booking';

export interface PaymentToRecord {
  readonly payerId: string;
  /** A payment is booked once by it. */
  readonly paymentId: string;
  readonly cents: number;
  /** When it was received. */
  readonly at: Date;
}

/** Books a payment of PACER fees: what was billed is paid first, and what is more stays as a credit. */
export async function recordPayment(
  site: Clocked,
  tx: Transaction,
  actor: Actor,
  wish: PaymentToRecord,
): Promise<Booked> {
  authorize(actor, 'billing.payment.record');
  const { payerId, paymentId, cents, at } = wish;
  return recordBooking(
    site,
    tx,
    actor,
    { payerId, sourceId: paymentId, paymentId, at, event: { kind: 'PAYMENT', cents } },
    { action: 'billing.payment.recorded' },
  );
}
