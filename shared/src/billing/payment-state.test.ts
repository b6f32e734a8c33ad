import { describe, expect, it } from 'vitest';
import { type PaymentState, refuseAmount, refuseRefund, refuseReturn } from './payment-state';

const payment = (refundedCents: number, returned = false): PaymentState => ({
  cents: 5000,
  refundedCents,
  returned,
});

it.each([
  [1, null],
  [100_000_000_000, null],
  [100_000_000_001, 'INVALID'],
  [0, 'INVALID'],
  [-1, 'INVALID'],
  [0.5, 'INVALID'],
  [Number.NaN, 'INVALID'],
])('refuseAmount(%d): %s', (cents, code) => expect(refuseAmount(cents)?.code ?? null).toBe(code));

describe('refuseRefund', () => {
  it.each([
    ['all of a payment', 5000, payment(0), 0, null],
    ['more than the payment', 5001, payment(0), 9000, 'Of this payment $50.00 is left to pay back.'],
    ['the rest', 2000, payment(3000), 0, null],
    ['more than the rest', 2001, payment(3000), 0, 'Of this payment $20.00 is left to pay back.'],
    ['a payment that came back', 1, payment(0, true), 0, 'Of this payment $0.00 is left to pay back.'],
    ['a credit', 700, null, 700, null],
    ['more than the credit', 701, null, 700, 'The credit is $7.00: no more than that can be paid back.'],
    ['nothing', 0, null, 700, 'Name an amount above $0.00, in whole cents.'],
  ])('%s', (_, cents, of, credit, message) =>
    expect(refuseRefund(cents, of, credit)?.message ?? null).toBe(message),
  );
});

describe('refuseReturn', () => {
  it.each([
    ['a payment', payment(0), null],
    ['one paid back in part', payment(4999), null],
    ['one paid back', payment(5000), 'INVALID'],
    ['one there is not', null, 'NOT_FOUND'],
  ])('%s', (_, of, code) => expect(refuseReturn(of)?.code ?? null).toBe(code));
});
