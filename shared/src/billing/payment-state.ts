import { dollars } from '../usage/dollars';

/** Why money is not booked, and which input mends it. */
export interface BillingRefusal {
  readonly code: 'INVALID' | 'NOT_FOUND' | 'ONESELF';
  readonly field: string;
  readonly message: string;
}

/** What became of a payment, in cents. */
export interface PaymentState {
  readonly cents: number;
  readonly refundedCents: number;
  readonly returned: boolean;
}

const billion = 100_000_000_000;

/** Whether an amount can be booked at all: whole cents, more than nothing, and at most a billion dollars. */
export function refuseAmount(cents: number): BillingRefusal | null {
  if (Number.isSafeInteger(cents) && cents > 0 && cents <= billion) return null;
  return { code: 'INVALID', field: 'amount', message: 'Name an amount above $0.00, in whole cents.' };
}

/** What is left of a payment to be paid back, or to come back. */
export function restOf({ cents, refundedCents, returned }: PaymentState): number {
  return returned ? 0 : cents - refundedCents;
}

/** Whether an amount may be paid back: of a payment what is left of it, without one what the payer has as a credit. */
export function refuseRefund(
  cents: number,
  payment: PaymentState | null,
  creditCents: number,
): BillingRefusal | null {
  const most = payment ? restOf(payment) : creditCents;
  const refusal = refuseAmount(cents);
  if (refusal || cents <= most) return refusal;
  const message = payment
    ? `Of this payment ${dollars(most)} is left to pay back.`
    : `The credit is ${dollars(most)}: no more than that can be paid back.`;
  return { code: 'INVALID', field: 'amount', message };
}

/** Whether a payment can come back: not when all of it was paid back before. */
export function refuseReturn(payment: PaymentState | null): BillingRefusal | null {
  if (!payment) return { code: 'NOT_FOUND', field: 'payment', message: 'There is no such payment.' };
  if (payment.cents > payment.refundedCents) return null;
  return { code: 'INVALID', field: 'payment', message: 'All of this payment was paid back before.' };
}
