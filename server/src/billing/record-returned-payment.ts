import { refuseReturn, restOf } from '@countersign/shared/billing/payment-state';
import { returnedPaymentFee } from '@countersign/shared/billing/returned-payment-fee';
import { dayOf } from '@countersign/shared/usage/day';
import type { PaymentInstrument } from '@countersign/shared/usage/use';
import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import { authorize } from '../platform/refusal';
import type { Site } from '../platform/site';
import { readFeeSchedules } from '../usage/fee-schedules';
import type { Booked } from './book';
import { findPayment } from './find-payment';
import { findBooked, lockLedger } from './ledger';
import { type Clocked, recordBooking, refuse } from './record-booking';

export interface PaymentReturned {
  readonly payerId: string;
  /** The payment that came back; it does so once. */
  readonly paymentId: string;
  readonly instrument: PaymentInstrument;
  /** When it came back: the fee is that of the day. */
  readonly at: Date;
  /** Why, in the bank's words. */
  readonly reason: string | null;
}

/** What was booked of a payment that came back; 0 cents where it had been booked before. */
export type ReturnBooked = Booked & { readonly cents: number; readonly feeCents: number };

/** Books that a payment came back, all of it that was not paid back before, with the fee of the schedule of the day. */
export async function recordReturnedPayment(
  site: Clocked & Pick<Site, 'serviceCenter'>,
  tx: Transaction,
  actor: Actor,
  { payerId, paymentId, instrument, at, reason }: PaymentReturned,
): Promise<ReturnBooked> {
  authorize(actor, 'billing.payment.record');
  const schedules = await readFeeSchedules(tx);
  const feeCents = returnedPaymentFee(schedules, dayOf(at, site.serviceCenter.zone), instrument);
  await lockLedger(tx, [payerId]);
  const source = { payerId, kind: 'RETURNED_PAYMENT', sourceId: paymentId, quarter: null } as const;
  const [before] = await findBooked(tx, [source]);
  if (before) return { journalId: before.journalId, posted: false, cents: 0, feeCents: 0 };
  const payment = await findPayment(tx, payerId, paymentId);
  refuse(refuseReturn(payment));
  const cents = payment ? restOf(payment) : 0;
  const booked = await recordBooking(
    site,
    tx,
    actor,
    { payerId, sourceId: paymentId, paymentId, at, event: { kind: 'RETURNED_PAYMENT', cents, feeCents } },
    { action: 'billing.payment.returned', details: { feeCents, instrument, reason } },
  );
  return { ...booked, cents, feeCents };
}
