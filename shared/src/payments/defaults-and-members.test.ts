import { describe, expect, it } from 'vitest';
import { type DefaultWish, refuseDefault } from './default-changes';
import { type MemberUse, memberUseProblem, refuseMemberUse } from './member-use';

describe('a default', () => {
  const wish: DefaultWish = {
    payerKind: 'PERSON',
    feeTypes: ['E'],
    on: true,
    expired: false,
    acknowledgment: null,
    presentText: 'autobill-2',
  };

  it.each<[string, Partial<DefaultWish>, string | null]>([
    ['for e-filing', {}, null],
    ['for e-filing and admission', { feeTypes: ['E', 'A'] }, null],
    ['for all, agreed to', { feeTypes: ['P', 'E', 'A'], acknowledgment: 'autobill-2' }, null],
    ['for nothing', { feeTypes: [] }, 'feeTypes REQUIRED'],
    ['by an expired card', { expired: true }, 'paymentMethod INVALID'],
    ['turned off for an expired card', { expired: true, on: false }, null],
    ['for PACER fees without agreeing', { feeTypes: ['P'] }, 'acknowledgment REQUIRED'],
    [
      'for PACER fees by an older text',
      { feeTypes: ['P'], acknowledgment: 'autobill-1' },
      'acknowledgment INVALID',
    ],
    ['turned off for PACER fees', { feeTypes: ['P'], on: false }, null],
    ['of a firm for PACER fees', { payerKind: 'FIRM', feeTypes: ['P'], acknowledgment: 'autobill-2' }, null],
    ['of a firm for e-filing', { payerKind: 'FIRM' }, 'feeTypes INVALID'],
    ['of a firm for e-filing, turned off', { payerKind: 'FIRM', on: false }, null],
  ])('%s', (_, change, expected) => {
    const refusal = refuseDefault({ ...wish, ...change });
    expect(refusal && `${refusal.field} ${refusal.code}`).toBe(expected);
  });
});

describe('what a firm lets its members pay', () => {
  it.each<[MemberUse, string | null]>([
    [{ feeTypes: [], mostPerPaymentCents: null, mostPerMonthCents: null }, null],
    [{ feeTypes: ['E', 'A'], mostPerPaymentCents: 40_500, mostPerMonthCents: 100_000 }, null],
    [{ feeTypes: ['E'], mostPerPaymentCents: 500, mostPerMonthCents: 500 }, null],
    [{ feeTypes: ['P'], mostPerPaymentCents: null, mostPerMonthCents: null }, 'feeTypes'],
    [{ feeTypes: ['E'], mostPerPaymentCents: 0, mostPerMonthCents: null }, 'mostPerPayment'],
    [{ feeTypes: ['E'], mostPerPaymentCents: null, mostPerMonthCents: -1 }, 'mostPerMonth'],
    [{ feeTypes: ['E'], mostPerPaymentCents: 501, mostPerMonthCents: 500 }, 'mostPerPayment'],
  ])('%j', (use, field) => {
    expect(refuseMemberUse(use)?.field ?? null).toBe(field);
  });

  const use: MemberUse = { feeTypes: ['E'], mostPerPaymentCents: 40_500, mostPerMonthCents: 100_000 };
  it.each([
    ['E', 40_500, 59_500, null],
    ['E', 40_501, 0, /at most \$405\.00 in one payment/],
    ['E', 40_500, 59_501, /at most \$1,000\.00 a month .* \$404\.99 are left/],
    ['E', 100, 120_000, /\$0\.00 are left/],
    ['A', 100, 0, /does not let its members/],
  ] as const)('%s of %i cents after %i this month', (feeType, cents, paidThisMonthCents, message) => {
    const problem = memberUseProblem(use, { feeType, cents, paidThisMonthCents });
    if (message === null) expect(problem).toBeNull();
    else expect(problem).toMatch(message);
  });

  it('has no limits where none are set', () => {
    const free = { feeTypes: ['A'], mostPerPaymentCents: null, mostPerMonthCents: null } as const;
    const payment = { feeType: 'A', cents: 9_999_999, paidThisMonthCents: 9_999_999 } as const;
    expect(memberUseProblem(free, payment)).toBeNull();
  });
});
