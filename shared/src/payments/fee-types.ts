/** What a payment is for, by the letters people know. */
export const feeTypes = ['P', 'E', 'A'] as const;

export type FeeType = (typeof feeTypes)[number];

export const feeTypeNames: Record<FeeType, string> = {
  P: 'PACER search fees',
  E: 'E-filing fees',
  A: 'Admission and renewal fees',
};
