import { importColumnLabels, importColumns } from '@countersign/shared/usage/import/column-names';
import { dateOrders } from '@countersign/shared/usage/import/instants';
import { decimalMarks } from '@countersign/shared/usage/import/money';
import { rowProblemCodes } from '@countersign/shared/usage/import/row-problem';
import { importActions, importStates } from '@countersign/shared/usage/import-states';
import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../api/enum-of';

/** transactionId as TRANSACTION_ID. */
const upperCase = (word: string) => word.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

export const ImportStateEnum = enumOf(importStates);
registerEnumType(ImportStateEnum, {
  name: 'UsageImportState',
  description: 'Where an import stands.',
  valuesConfig: {
    UPLOADED: { description: 'The file is there; nothing was read of it but its beginning.' },
    CHECKING: { description: 'All of it is being read, to say what would come of importing it.' },
    CHECKED: { description: 'What would come of importing it is known: `findings`.' },
    IMPORTING: { description: 'Its uses are being written; none of them counts yet.' },
    DONE: { description: 'Its uses count.' },
    CANCELLED: { description: 'It was given up while it was imported: nothing of it counts.' },
    FAILED: { description: 'It broke off, for the reason in `failure`: nothing of it counts.' },
  },
});

export const ImportActionEnum = enumOf(importActions);
registerEnumType(ImportActionEnum, {
  name: 'UsageImportAction',
  description: 'What the viewer may do with an import as it stands.',
  valuesConfig: {
    MAP: { description: 'Say how its file is read: `usageImportMap`.' },
    CHECK: { description: 'Have it read to its end without importing: `usageImportCheck`.' },
    RUN: { description: 'Have its good rows written as uses: `usageImportRun`.' },
    CANCEL: { description: 'Have the work given up: `usageImportCancel`.' },
    DISCARD: { description: 'Forget it with its file: `usageImportDiscard`.' },
  },
});

export const ImportColumnEnum = Object.fromEntries(
  importColumns.map((column) => [upperCase(column), column]),
);
registerEnumType(ImportColumnEnum, {
  name: 'UsageImportColumn',
  description: 'What a column of a list of transactions can hold.',
  valuesConfig: Object.fromEntries(
    importColumns.map((column) => [
      upperCase(column),
      { description: `Shown as “${importColumnLabels[column]}”.` },
    ]),
  ),
});

export const SeparatorEnum = { COMMA: ',', SEMICOLON: ';', TAB: '\t', BAR: '|' } as const;
registerEnumType(SeparatorEnum, {
  name: 'UsageImportSeparator',
  description: 'What stands between the cells of a row.',
  valuesConfig: {
    COMMA: { description: 'As in CSV.' },
    SEMICOLON: { description: 'As spreadsheets write CSV where the comma is for cents.' },
    TAB: { description: 'As in TSV.' },
    BAR: { description: 'The vertical bar.' },
  },
});

export const DateOrderEnum = enumOf(dateOrders);
registerEnumType(DateOrderEnum, {
  name: 'UsageImportDateOrder',
  description: 'Which comes first in dates such as 01/02/2025.',
  valuesConfig: {
    MDY: { description: 'The month: January 2.' },
    DMY: { description: 'The day: February 1.' },
  },
});

export const DecimalMarkEnum = enumOf(decimalMarks);
registerEnumType(DecimalMarkEnum, {
  name: 'UsageImportDecimalMark',
  description: 'What stands before the cents.',
  valuesConfig: {
    POINT: { description: 'As in 1,234.50.' },
    COMMA: { description: 'As in 1.234,50.' },
  },
});

export const RowProblemCodeEnum = enumOf(rowProblemCodes);
registerEnumType(RowProblemCodeEnum, {
  name: 'UsageImportProblemCode',
  description: 'Why a row cannot be imported, for programs.',
  valuesConfig: {
    MISSING: { description: 'A value that the row needs is not there.' },
    TOO_LONG: { description: 'A text has more characters than are kept.' },
    BAD_CHARACTER: { description: 'A character that no text can have, or one that is damaged.' },
    CARD_NUMBER: { description: 'It looks like the number of a payment card, which is never kept.' },
    BAD_ACCOUNT_NUMBER: { description: 'An account number that has not seven digits.' },
    BAD_DATE: { description: 'A day or a time that does not exist.' },
    DATE_ORDER_UNKNOWN: { description: 'A date that may be two days, and nobody said which.' },
    DATE_OUT_OF_BOUNDS: { description: 'A day before uses are kept, or in the future.' },
    BAD_AMOUNT: { description: 'A charge that is no amount.' },
    BAD_COUNT: { description: 'Pages or bytes that are no number.' },
    UNKNOWN_COURT: { description: 'No court is known by that.' },
    AMBIGUOUS_COURT: { description: 'Several courts are called so.' },
    UNKNOWN_KIND: { description: 'No kind of use is known by that.' },
    UNKNOWN_FORMAT: { description: 'No format is known by that.' },
    SHORTENED_NUMBER: {
      description: 'A long number that a spreadsheet cut to its first digits, such as 1.23457E+11.',
    },
    BAD_EXEMPT: { description: 'Neither Y nor N.' },
    TOO_MANY_CELLS: { description: 'More cells than the header has.' },
    BAD_QUOTES: { description: 'A quotation mark that opens a cell and does not close it.' },
    UNKNOWN_ACCOUNT: { description: 'An account that the payer never answered for.' },
    NOT_LINKED: { description: 'An account that somebody else answered for at that instant.' },
    NO_PRICE: { description: 'Without a charge, and the fee schedule has no price for it.' },
    BAD_RECEIPT: { description: 'A receipt that has not the shape of one.' },
  },
});

export const settingsProblemCodes = [
  'NO_SUCH_HEADER',
  'HEADER_USED_TWICE',
  'COLUMN_MISSING',
  'TOO_MANY_COLUMNS',
  'DATE_ORDER_UNKNOWN',
  'DECIMAL_MARK_UNKNOWN',
] as const;

export const SettingsProblemCodeEnum = enumOf(settingsProblemCodes);
registerEnumType(SettingsProblemCodeEnum, {
  name: 'UsageImportMappingProblemCode',
  description: 'What of a file must be decided before it can be read, for programs.',
  valuesConfig: {
    NO_SUCH_HEADER: { description: 'A column is read from a header that the file has not.' },
    HEADER_USED_TWICE: { description: 'Two columns are read from one header.' },
    COLUMN_MISSING: { description: 'Nothing is read for a column that is needed.' },
    TOO_MANY_COLUMNS: { description: 'The file has more columns than can be read.' },
    DATE_ORDER_UNKNOWN: { description: 'Dates may have the month or the day first.' },
    DECIMAL_MARK_UNKNOWN: { description: 'Amounts may have a point or a comma before the cents.' },
  },
});
