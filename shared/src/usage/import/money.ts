/** How a file writes fractions: 1,234.50 or 1.234,50. */
export const decimalMarks = ['POINT', 'COMMA'] as const;

export type DecimalMark = (typeof decimalMarks)[number];

/** Why a text is no amount. */
export type NumberFault = 'NOT_A_NUMBER' | 'TOO_FINE' | 'OUT_OF_BOUNDS';

/** The most cents a charge or credit can have: $1,000,000.00, far above any use there is. */
export const mostCents = 100_000_000;

const zero = 48;
const nine = 57;
/** Above this many hundredths the next digit might leave the safe integers. */
const mostHundredths = 900_000_000_000_000;

const isSpace = (code: number) => code === 32 || code === 9 || code === 0xa0 || code === 0x202f;
const isMinus = (code: number) => code === 45 || code === 0x2212 || code === 0x2013;

/**
 * A number in hundredths: whole and fraction by the file’s mark, thousands grouped in threes or not at all, negative
 * by a minus on either side or by parentheses. Two decimals, or more where the rest are zeros; three never, since
 * 1.000 may be a thousand.
 */
function hundredths(text: string, mark: DecimalMark, currency: boolean): number | NumberFault {
  const point = mark === 'POINT' ? 46 : 44;
  const group = mark === 'POINT' ? 44 : 46;
  let i = 0;
  let end = text.length;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  while (end > i && isSpace(text.charCodeAt(end - 1))) end--;
  let negative = false;
  let signed = false;
  if (end - i >= 2 && text.charCodeAt(i) === 40 && text.charCodeAt(end - 1) === 41) {
    negative = true;
    signed = true;
    i++;
    end--;
  } else if (isMinus(text.charCodeAt(end - 1))) {
    negative = true;
    signed = true;
    end--;
    while (end > i && isSpace(text.charCodeAt(end - 1))) end--;
  }
  let dollar = !currency;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) continue;
    if (code === 36 && !dollar) dollar = true;
    else if (!signed && (isMinus(code) || code === 43)) {
      signed = true;
      negative = code !== 43;
    } else break;
  }
  let value = 0;
  let digits = 0;
  let sinceGroup = -1;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= zero && code <= nine) {
      value = value * 10 + (code - zero);
      if (value > mostHundredths) return 'OUT_OF_BOUNDS';
      digits++;
      if (sinceGroup >= 0) sinceGroup++;
    } else if (code === group) {
      if (digits === 0 || (sinceGroup === -1 ? digits > 3 : sinceGroup !== 3)) return 'NOT_A_NUMBER';
      sinceGroup = 0;
    } else break;
  }
  if (sinceGroup !== -1 && sinceGroup !== 3) return 'NOT_A_NUMBER';
  value *= 100;
  if (i < end && text.charCodeAt(i) === point) {
    const first = ++i;
    let fine = false;
    for (; i < end; i++) {
      const digit = text.charCodeAt(i) - zero;
      if (digit < 0 || digit > 9) return 'NOT_A_NUMBER';
      const place = i - first;
      if (place === 0) value += digit * 10;
      else if (place === 1) value += digit;
      else if (digit !== 0) fine = true;
    }
    digits += i - first;
    if (fine || i - first === 3) return 'TOO_FINE';
  }
  if (i < end || digits === 0) return 'NOT_A_NUMBER';
  return negative && value !== 0 ? -value : value;
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
