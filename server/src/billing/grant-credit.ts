import type { Actor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import { authorize } from '../platform/refusal';
import type { Booked } from './book';
import { type Clocked, recordBooking } from './record-booking';

export interface CreditToGrant {
  readonly payerId: string;
  /** A credit is granted once by it. */
  readonly creditId: string;
  readonly cents: number;
  readonly reason: string;
}

/** Gives charges back: what was billed falls by it, and what is more stays as a credit. */
export async function grantCredit(
  site: Clocked,
  tx: Transaction,
  actor: Actor,
  wish: CreditToGrant,
): Promise<Booked> {
  authorize(actor, 'billing.credit.grant');
  const { payerId, creditId, cents, reason } = wish;
  return recordBooking(
    site,
    tx,
    actor,
    { payerId, sourceId: creditId, at: site.clock.now(), event: { kind: 'CREDIT', cents } },
    { action: 'billing.credit.granted', details: { reason } },
  );
}
