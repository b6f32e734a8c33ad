import { refuseRefund } from '@countersign/shared/billing/payment-state';
import { evenPosition } from '@countersign/shared/billing/position';
import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import { authorize, refused } from '../platform/refusal';
import type { Booked } from './book';
import { findPayment } from './find-payment';
import { findBooked, lockLedger, readPositions } from './ledger';
import { type Clocked, recordBooking, refuse } from './record-booking';

export interface RefundToRecord {
  readonly payerId: string;
  /** A refund is booked once by it. */
  readonly refundId: string;
  /** The payment it goes back on; null for one by check, which pays out a credit. */
  readonly paymentId: string | null;
  readonly cents: number;
  readonly reason: string | null;
}

/**
 * Books money paid back: of a payment at most what is left of it, otherwise at most the credit. What statements had
 * used of it is due again.
 */
export async function recordRefund(
  site: Clocked,
  tx: Transaction,
  actor: Actor,
  wish: RefundToRecord,
): Promise<Booked> {
  authorize(actor, 'billing.refund.record');
  const { payerId, refundId, paymentId, cents, reason } = wish;
  await lockLedger(tx, [payerId]);
  const source = { payerId, kind: 'REFUND', sourceId: refundId, quarter: null } as const;
  const [before] = await findBooked(tx, [source]);
  if (!before) {
    const payment = paymentId && (await findPayment(tx, payerId, paymentId));
    if (paymentId && !payment) throw refused('NOT_FOUND', 'payment', 'There is no such payment.');
    const { creditCents } = (await readPositions(tx, [payerId])).get(payerId) ?? evenPosition;
    refuse(refuseRefund(cents, payment || null, creditCents));
  }
  return recordBooking(
    site,
    tx,
    actor,
    {
      payerId,
      sourceId: refundId,
      ...(paymentId && { paymentId }),
      at: site.clock.now(),
      event: { kind: 'REFUND', cents },
    },
    { action: 'billing.refund.recorded', details: { paymentId, reason } },
  );
}
