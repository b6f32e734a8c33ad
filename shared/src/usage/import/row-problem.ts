import { maskCardNumbers } from '../../payments/card-number';
import { type ImportColumn, importColumnLabels } from './column-names';

export const rowProblemCodes = [
  /** A value that the row needs is not there. */
  'MISSING',
  'TOO_LONG',
  /** A character that a text cannot have, such as NUL. */
  'BAD_CHARACTER',
  'CARD_NUMBER',
  /** A number that a spreadsheet wrote in powers of ten. */
  'SHORTENED_NUMBER',
  'BAD_ACCOUNT_NUMBER',
  'BAD_DATE',
  'DATE_ORDER_UNKNOWN',
  'DATE_OUT_OF_BOUNDS',
  'BAD_AMOUNT',
  'BAD_COUNT',
  'UNKNOWN_COURT',
  'AMBIGUOUS_COURT',
  'UNKNOWN_KIND',
  'UNKNOWN_FORMAT',
  'BAD_EXEMPT',
  'TOO_MANY_CELLS',
  /** A quotation mark that opens and is not closed where its cell ends. */
  'BAD_QUOTES',
  /** Of an account that the payer never answered for, or that there is not. */
  'UNKNOWN_ACCOUNT',
  /** Of an account that the payer answered for, but not at that instant. */
  'NOT_LINKED',
  /** Without a charge, and the fee schedule has no price for it. */
  'NO_PRICE',
  /** A receipt that is not of the shape it must have. */
  'BAD_RECEIPT',
] as const;

export type RowProblemCode = (typeof rowProblemCodes)[number];

/** Why a row cannot be kept, for the person who can mend it. */
export interface RowProblem {
  readonly code: RowProblemCode;
  /** Null where it is the row as a whole. */
  readonly column: ImportColumn | null;
  /** The value as it may be shown: short, and without card numbers. */
  readonly value: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

const mostShown = 60;

/** A value as it may be shown. */
export function shownValue(text: string): string {
  // A number may be cut by what is shown, so it is hidden first; enough of a huge cell to be sure is looked at.
  const masked = maskCardNumbers(text.slice(0, 1000));
  if (masked.length <= mostShown) return masked;
  return `${masked.slice(0, mostShown - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

export function rowProblem(
  code: RowProblemCode,
  column: ImportColumn | null,
  value: string,
  message: string,
): RowProblem {
  return { code, column, value: shownValue(value), message };
}

/** The problems of a row in one text, for the file of bad rows. */
export function reasonOf(problems: readonly RowProblem[]): string {
  return problems
    .map(({ column, message }) => (column === null ? message : `${importColumnLabels[column]}: ${message}`))
    .join(' ');
}
