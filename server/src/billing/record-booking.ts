import { amountOfEvent } from '@countersign/shared/billing/ledger-event';
import { type BillingRefusal, refuseAmount } from '@countersign/shared/billing/payment-state';
import { recordAudit } from '../audit/record';
import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import { refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import { type Booked, type Booking, book } from './book';
import { streamOfPayer } from './payer-stream';

/** What is told of a booking in the audit trail, beside the booking itself. */
export interface BookingNote {
  /** Named like a permission, in the past: billing.payment.recorded. */
  readonly action: string;
  readonly details?: Record<string, unknown>;
}

/** The part of the site that tells the time. */
export type Clocked = Pick<Site, 'clock'>;

export function refuse(refusal: BillingRefusal | null): void {
  if (refusal) throw refused(refusal.code, refusal.field, refusal.message);
}

/** Books one thing and notes it in the payer's stream; what was booked before is neither booked nor noted again. */
export async function recordBooking(
  site: Clocked,
  tx: Transaction,
  actor: Actor,
  booking: Booking,
  { action, details }: BookingNote,
): Promise<Booked> {
  const { payerId, sourceId, event } = booking;
  refuse(refuseAmount(amountOfEvent(event)));
  const stream = await streamOfPayer(tx, payerId);
  const [booked] = await book(tx, [booking]);
  if (!booked) throw new Error('A booking has an outcome.');
  if (booked.posted) {
    const { journalId } = booked;
    await recordAudit(tx, actor, {
      stream,
      action,
      details: { journalId, sourceId, cents: amountOfEvent(event), ...details },
      at: site.clock.now(),
    });
  }
  return booked;
}
