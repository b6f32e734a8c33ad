import { importColumnLabels, importColumns } from '@countersign/shared/usage/import/column-names';
import type {
  UsageImportColumn,
  UsageImportDateOrder,
  UsageImportDecimalMark,
  UsageImportProblemCode,
  UsageImportSeparator,
  UsageImportState,
} from '../../generated/graphql';

export const stateNames: Record<UsageImportState, string> = {
  UPLOADED: 'Uploaded',
  CHECKING: 'Being checked',
  CHECKED: 'Checked',
  IMPORTING: 'Being imported',
  DONE: 'Imported',
  CANCELLED: 'Cancelled',
  FAILED: 'Failed',
};

export const stateTones: Record<UsageImportState, 'neutral' | 'good' | 'caution' | 'bad'> = {
  UPLOADED: 'caution',
  CHECKING: 'neutral',
  CHECKED: 'caution',
  IMPORTING: 'neutral',
  DONE: 'good',
  CANCELLED: 'neutral',
  FAILED: 'bad',
};

const nameOfColumn = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** What a column can hold, in the order in which it is offered. */
export const columnNames = Object.fromEntries(
  importColumns.map((column) => [nameOfColumn(column), importColumnLabels[column]]),
) as Record<UsageImportColumn, string>;

export const separatorNames: Record<UsageImportSeparator, string> = {
  COMMA: 'Commas',
  SEMICOLON: 'Semicolons',
  TAB: 'Tabs',
  BAR: 'Vertical bars',
};

export const dateOrderNames: Record<UsageImportDateOrder, string> = {
  MDY: 'Month first: 01/02 is January 2',
  DMY: 'Day first: 01/02 is February 1',
};

export const decimalMarkNames: Record<UsageImportDecimalMark, string> = {
  POINT: 'Point: 1,234.50',
  COMMA: 'Comma: 1.234,50',
};

export const problemNames: Record<UsageImportProblemCode, string> = {
  MISSING: 'Nothing stands there',
  TOO_LONG: 'Too long',
  BAD_CHARACTER: 'A damaged character',
  CARD_NUMBER: 'Looks like a card number',
  BAD_ACCOUNT_NUMBER: 'Not seven digits',
  BAD_DATE: 'No such day or time',
  DATE_ORDER_UNKNOWN: 'Month or day first?',
  DATE_OUT_OF_BOUNDS: 'Too early or in the future',
  BAD_AMOUNT: 'No amount',
  BAD_COUNT: 'No number',
  UNKNOWN_COURT: 'Unknown court',
  AMBIGUOUS_COURT: 'Several courts are called so',
  UNKNOWN_KIND: 'Unknown kind of use',
  UNKNOWN_FORMAT: 'Unknown format',
  SHORTENED_NUMBER: 'Shortened by a spreadsheet',
  BAD_EXEMPT: 'Neither Y nor N',
  TOO_MANY_CELLS: 'More cells than columns',
  BAD_QUOTES: 'A quotation mark that is not closed',
  UNKNOWN_ACCOUNT: 'Unknown account',
  NOT_LINKED: 'Somebody else paid at that time',
  NO_PRICE: 'No charge and no price',
  BAD_RECEIPT: 'Not a receipt',
};

export const count = (number: number) => number.toLocaleString('en-US');
export const rowsText = (rows: number) => `${count(rows)} ${rows === 1 ? 'row' : 'rows'}`;

const units = ['bytes', 'KB', 'MB', 'GB'];

/** The size of a file: 812 bytes, 1.2 MB. */
export function sizeText(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** step;
  return `${size.toLocaleString('en-US', { maximumFractionDigits: step === 0 ? 0 : 1 })} ${units[step]}`;
}
