import type { Use } from './use';

export const priceRefusalCodes = [
  /** A count is negative, broken or no number. */
  'BAD_NUMBER',
  /** A count is beyond what one use can be. */
  'TOO_MANY',
  /** Neither pages nor anything that gives them. */
  'AMOUNT_MISSING',
  'BAD_DAY',
  /** The schedule is not that of the day. */
  'NOT_IN_FORCE',
  /** The schedule has no such fee. */
  'NOT_IN_SCHEDULE',
  /** The kind does not come in that format. */
  'FORMAT_NOT_OF_KIND',
  /** The price depends on the format. */
  'FORMAT_MISSING',
  /** The fee depends on how the payment was made. */
  'INSTRUMENT_MISSING',
] as const;

export type PriceRefusalCode = (typeof priceRefusalCodes)[number];

/** Why a use cannot be priced, for the person who can mend it. */
export interface PriceRefusal {
  readonly ok: false;
  readonly code: PriceRefusalCode;
  /** What of the use is to be mended. */
  readonly field: keyof Use;
  readonly message: string;
}

export function priceRefusal(code: PriceRefusalCode, field: keyof Use, message: string): PriceRefusal {
  return { ok: false, code, field, message };
}
