import { dollars } from '../usage/dollars';
import type { FeeType } from './fee-types';

/** For what and up to what amount members may pay with a firm's method. */
export interface MemberUse {
  readonly feeTypes: readonly FeeType[];
  /** The most one payment may be, in cents; null for no limit. */
  readonly mostPerPaymentCents: number | null;
  /** The most one member may pay with it in a calendar month, in cents; null for no limit. */
  readonly mostPerMonthCents: number | null;
}

export interface MemberUseRefusal {
  readonly field: 'feeTypes' | 'mostPerPayment' | 'mostPerMonth';
  readonly message: string;
}

/** Whether a firm may let its members use a method so; null when it may. */
export function refuseMemberUse({
  feeTypes,
  mostPerPaymentCents,
  mostPerMonthCents,
}: MemberUse): MemberUseRefusal | null {
  if (feeTypes.includes('P')) {
    const message =
      'PACER search fees of members are the firm’s in any case: allow e-filing or admission fees.';
    return { field: 'feeTypes', message };
  }
  if (mostPerPaymentCents !== null && mostPerPaymentCents <= 0)
    return { field: 'mostPerPayment', message: 'The most for one payment must be more than nothing.' };
  if (mostPerMonthCents !== null && mostPerMonthCents <= 0)
    return { field: 'mostPerMonth', message: 'The most for one month must be more than nothing.' };
  if (mostPerPaymentCents !== null && mostPerMonthCents !== null && mostPerPaymentCents > mostPerMonthCents) {
    return {
      field: 'mostPerPayment',
      message: 'One payment cannot be more than a month’s payments together.',
    };
  }
  return null;
}

/** Why a member may not pay an amount with his firm's method; null when he may. */
export function memberUseProblem(
  use: MemberUse,
  payment: { readonly feeType: FeeType; readonly cents: number; readonly paidThisMonthCents: number },
): string | null {
  const { feeType, cents, paidThisMonthCents } = payment;
  if (!use.feeTypes.includes(feeType))
    return 'Your firm does not let its members pay such fees with this method.';
  if (use.mostPerPaymentCents !== null && cents > use.mostPerPaymentCents)
    return `Your firm allows at most ${dollars(use.mostPerPaymentCents)} in one payment with this method.`;
  if (use.mostPerMonthCents !== null && paidThisMonthCents + cents > use.mostPerMonthCents) {
    const left = Math.max(0, use.mostPerMonthCents - paidThisMonthCents);
    return `Your firm allows at most ${dollars(use.mostPerMonthCents)} a month with this method, and ${dollars(left)} are left.`;
  }
  return null;
}
