/** How a file writes fractions: 1,234.50 or 1.234,50. */
export const decimalMarks = ['POINT', 'COMMA'] as const;

export type DecimalMark = (typeof decimalMarks)[number];

/** Why a text is no amount. */
export type NumberFault = 'NOT_A_NUMBER' | 'TOO_FINE' | 'OUT_OF_BOUNDS';

/** The most cents a charge or credit can have: $1,000,000.00, far above any use there is. */
export const mostCents = 100_000_000;

/** Larger whole numbers are out of any bounds; their hundredths are still safe integers. */
const mostWhole = 10_000_000_000_000;

const isSpace = (code: number) => code === 32 || code === 9 || code === 0xa0 || code === 0x202f;
const isMinus = (code: number) => code === 45 || code === 0x2212 || code === 0x2013;
const plus = 43;
const dollarSign = 36;
const opening = 40;
const closing = 41;

/**
 * The digits of a text from a place to another in hundredths: thousands grouped in threes or not at all, two decimals
 * or more where the rest are zeros. Three decimals are refused behind a whole number, since 1.000 may be a thousand.
 */
function hundredthsBetween(text: string, from: number, to: number, mark: DecimalMark): number | NumberFault {
  const point = mark === 'POINT' ? 46 : 44;
  const group = mark === 'POINT' ? 44 : 46;
  let i = from;
  let whole = 0;
  let digits = 0;
  let sinceGroup = -1;
  for (; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + (code - 48);
      if (whole > mostWhole) return 'OUT_OF_BOUNDS';
      digits++;
      if (sinceGroup >= 0) sinceGroup++;
    } else if (code === group) {
      if (whole === 0 || (sinceGroup === -1 ? digits > 3 : sinceGroup !== 3)) return 'NOT_A_NUMBER';
      sinceGroup = 0;
    } else break;
  }
  if (sinceGroup !== -1 && sinceGroup !== 3) return 'NOT_A_NUMBER';
  let value = whole * 100;
  let decimals = 0;
  let fine = false;
  if (i < to && text.charCodeAt(i) === point) {
    for (i++; i < to; i++, decimals++) {
      const digit = text.charCodeAt(i) - 48;
      if (digit < 0 || digit > 9) return 'NOT_A_NUMBER';
      if (decimals === 0) value += digit * 10;
      else if (decimals === 1) value += digit;
      else if (digit !== 0) fine = true;
    }
  }
  if (i < to || digits + decimals === 0) return 'NOT_A_NUMBER';
  return fine || (decimals === 3 && whole > 0) ? 'TOO_FINE' : value;
}

/**
 * A number in hundredths: negative by a minus on either side or by parentheses, for currency with a dollar sign
 * before or behind the sign. A dollar sign and a minus alone are how spreadsheets write a zero.
 */
function hundredths(text: string, mark: DecimalMark, currency: boolean): number | NumberFault {
  let from = 0;
  let to = text.length;
  let signed = false;
  let negative = false;
  let dollar = false;
  let opened = false;
  let closed = false;
  for (; from < to; from++) {
    const code = text.charCodeAt(from);
    if (isSpace(code)) continue;
    if (code === dollarSign && currency && !dollar) dollar = true;
    else if (!signed && (isMinus(code) || code === plus || code === opening)) {
      signed = true;
      negative = code !== plus;
      opened = code === opening;
    } else break;
  }
  for (; to > from; to--) {
    const code = text.charCodeAt(to - 1);
    if (isSpace(code)) continue;
    if (opened && !closed && code === closing) closed = true;
    else if (!signed && isMinus(code)) signed = negative = true;
    else break;
  }
  if (opened !== closed) return 'NOT_A_NUMBER';
  if (from === to) return dollar && negative && !opened ? 0 : 'NOT_A_NUMBER';
  const value = hundredthsBetween(text, from, to, mark);
  return typeof value === 'number' && negative && value !== 0 ? -value : value;
}

/** An amount of dollars in cents: `$1,234.50`, `(1.20)`, `-0.10`, `1.234,50`, `.10`; or why it is none. */
export function readCents(text: string, mark: DecimalMark): number | NumberFault {
  const cents = hundredths(text, mark, true);
  if (typeof cents !== 'number') return cents;
  return cents > mostCents || cents < -mostCents ? 'OUT_OF_BOUNDS' : cents;
}

/** A whole number, also as 3.00 or 1,234; or why it is none. */
export function readCount(text: string, mark: DecimalMark, most: number): number | NumberFault {
  const value = hundredths(text, mark, false);
  if (typeof value !== 'number') return value;
  if (value % 100 !== 0) return 'TOO_FINE';
  const count = value / 100;
  return count > most || count < -most ? 'OUT_OF_BOUNDS' : count;
}
