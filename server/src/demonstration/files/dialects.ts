import type { ImportColumn } from '@countersign/shared/usage/import/column-names';
import type { NamedCourt } from '@countersign/shared/usage/import/court-of';
import { recordText, type Separator } from '@countersign/shared/usage/import/delimited-text';
import { useKindLabels } from '@countersign/shared/usage/use';
import type { StoryUse } from '../story/story';
import { americanTime, isoDate, isoTime, type WallTime } from './wall-clock';
import { windows1252 } from './windows-1252';

/** What a cell is written from. */
export interface CellSource {
  readonly use: StoryUse;
  readonly wall: WallTime;
  /** Null for the case locator. */
  readonly court: NamedCourt | null;
}

export interface FileColumn {
  readonly header: string;
  readonly column: ImportColumn;
  readonly text: (source: CellSource) => string;
}

/** A way in which lists of transactions are written. */
export interface FileDialect {
  readonly about: string;
  readonly extension: string;
  readonly columns: readonly FileColumn[];
  /** What the file begins with. */
  readonly head: string;
  readonly record: (cells: readonly string[]) => string;
  readonly encode: (text: string) => Buffer;
  /** Receipts are of searches in the case locator alone. */
  readonly locatorOnly: boolean;
  /** Whether a row can have a cell too many. */
  readonly delimited: boolean;
}

const given = (value: string | number | null) => (value === null ? '' : String(value));

const plainAmount = (cents: number) => (cents / 100).toFixed(2);

const dollars = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });

/** $1,234.50, and in parentheses what is taken back. */
function dollarAmount(cents: number): string {
  const amount = dollars.format(Math.abs(cents) / 100);
  return cents < 0 ? `($${amount})` : `$${amount}`;
}

const column = (
  header: string,
  name: ImportColumn,
  text: (use: StoryUse, source: CellSource) => string | number | null,
): FileColumn => ({ header, column: name, text: (source) => given(text(source.use, source)) });

const american = ({ year, month, day }: WallTime) => `${month}/${day}/${year}`;
const dotted = ({ year, month, day }: WallTime) => `${day}.${month}.${year}`;

const utf8 = (text: string) => Buffer.from(text);

interface Delimited {
  readonly about: string;
  readonly extension: string;
  readonly separator: Separator;
  readonly columns: readonly FileColumn[];
  readonly mark?: string;
  readonly encode?: (text: string) => Buffer;
}

function delimited(dialect: Delimited): FileDialect {
  const { about, extension, separator, columns, mark = '', encode = utf8 } = dialect;
  const headers = columns.map(({ header }) => header);
  return {
    about,
    extension,
    columns,
    head: mark + recordText(headers, separator),
    record: (cells) => recordText(cells, separator),
    encode,
    locatorOnly: false,
    delimited: true,
  };
}

const usCsv = delimited({
  about: 'comma, MM/DD/YYYY with AM and PM, $1,234.50, courts by their lookup ids',
  extension: 'csv',
  separator: ',',
  columns: [
    column('Transaction ID', 'transactionId', (use) => use.transactionId),
    column('Date', 'date', (_, { wall }) => american(wall)),
    column('Time', 'time', (_, { wall }) => americanTime(wall)),
    column('Account Number', 'accountNumber', (use) => use.accountNumber),
    column('Login ID', 'loginId', (use) => use.loginId),
    column('User Name', 'userName', (use) => use.userName),
    column('Cost Center', 'costCenter', (use) => use.costCenter),
    column('Court', 'court', (_, { court }) => court?.lookupId ?? '00PCL'),
    column('Case Number', 'caseNumber', (use) => use.caseNumber),
    column('Client Code', 'clientCode', (use) => use.clientCode),
    column('Transaction Type', 'kind', (use) => useKindLabels[use.kind]),
    column('Search Criteria', 'search', (use) => use.search),
    column('Description', 'description', (use) => use.description),
    column('Format', 'format', (use) => use.format),
    column('Bytes', 'bytes', (use) => use.bytes),
    column('Pages', 'pages', (use) => use.pages),
    column('Billable Pages', 'billablePages', (use) => use.billablePages),
    column('Cost', 'charge', (use) => dollarAmount(use.chargeCents)),
    column('Exempt', 'exempt', (use) => (use.exempt ? 'Y' : 'N')),
    column('Exempt Reason', 'exemptReason', (use) => use.exemptReason),
  ],
});

const semicolon = delimited({
  about: 'semicolon, Windows-1252, DD.MM.YYYY, 1234,50, courts by their titles',
  extension: 'csv',
  separator: ';',
  encode: windows1252,
  columns: [
    column('Receipt No.', 'transactionId', (use) => use.transactionId),
    column('Date and Time', 'instant', (_, { wall }) => `${dotted(wall)} ${isoTime(wall)}`),
    column('Account No.', 'accountNumber', (use) => use.accountNumber),
    column('Name', 'userName', (use) => use.userName),
    column('Department', 'costCenter', (use) => use.costCenter),
    column('Court', 'court', (_, { court }) => court?.title ?? 'PACER Case Locator'),
    column('Case No.', 'caseNumber', (use) => use.caseNumber),
    column('Client Matter', 'clientCode', (use) => use.clientCode),
    column('Type', 'kind', (use) => useKindLabels[use.kind]),
    column('Criteria', 'search', (use) => use.search),
    column('Item', 'description', (use) => use.description),
    column('Format', 'format', (use) => use.format),
    column('Size in bytes', 'bytes', (use) => use.bytes),
    column('Actual Pages', 'pages', (use) => use.pages),
    column('Billed Pages', 'billablePages', (use) => use.billablePages),
    column('Fee (USD)', 'charge', (use) => plainAmount(use.chargeCents).replace('.', ',')),
    column('Fee Exempt', 'exempt', (use) => (use.exempt ? 'yes' : 'no')),
    column('Why Exempt', 'exemptReason', (use) => use.exemptReason),
  ],
});

const tsv = delimited({
  about: 'tab, UTF-8 with a byte order mark, ISO instants with their offset, courts by their ids',
  extension: 'tsv',
  separator: '\t',
  mark: '\ufeff',
  columns: [
    column('transaction_id', 'transactionId', (use) => use.transactionId),
    column('timestamp', 'instant', (_, { wall }) => `${isoDate(wall)}T${isoTime(wall)}${wall.offset}`),
    column('account_number', 'accountNumber', (use) => use.accountNumber),
    column('cost_center', 'costCenter', (use) => use.costCenter),
    column('court_id', 'court', (use) => use.courtId ?? 'PCL'),
    column('case_number', 'caseNumber', (use) => use.caseNumber),
    column('client_code', 'clientCode', (use) => use.clientCode),
    column('type', 'kind', (use) => use.kind),
    column('search_criteria', 'search', (use) => use.search),
    column('description', 'description', (use) => use.description),
    column('format', 'format', (use) => use.format),
    column('bytes', 'bytes', (use) => use.bytes),
    column('pages', 'pages', (use) => use.pages),
    column('billable_pages', 'billablePages', (use) => use.billablePages),
    column('amount', 'charge', (use) => plainAmount(use.chargeCents)),
    column('exempt', 'exempt', (use) => (use.exempt ? 'true' : 'false')),
    column('exempt_reason', 'exemptReason', (use) => use.exemptReason),
  ],
});

const noIds = delimited({
  about: 'comma, without numbers of transactions, people by their logins, kinds by the descriptions alone',
  extension: 'csv',
  separator: ',',
  columns: [
    column('Date', 'date', (_, { wall }) => isoDate(wall)),
    column('Time', 'time', (_, { wall }) => isoTime(wall)),
    column('Login', 'loginId', (use) => use.loginId),
    column('Client', 'clientCode', (use) => use.clientCode),
    column('Court', 'court', (use) => use.courtId ?? 'PCL'),
    column('Case', 'caseNumber', (use) => use.caseNumber),
    column('Details', 'description', (use) => use.description),
    column('Pages', 'pages', (use) => use.pages ?? use.billablePages),
    column('Charge', 'charge', (use) => plainAmount(use.chargeCents)),
  ],
});

const receiptColumns = [
  column('transactionId', 'transactionId', (use) => use.transactionId),
  column(
    'transactionDate',
    'instant',
    (_, { wall }) => `${isoDate(wall)}T${isoTime(wall)}.000${wall.offset.replace(':', '')}`,
  ),
  column('billablePages', 'billablePages', (use) => use.billablePages),
  column('accountNumber', 'accountNumber', (use) => use.accountNumber),
  column('loginId', 'loginId', (use) => use.loginId),
  column('clientCode', 'clientCode', (use) => use.clientCode),
  column('search', 'search', (use) => use.search),
  column('description', 'description', (use) => use.description),
  column('searchFee', 'charge', (use) => plainAmount(use.chargeCents)),
];

const numbersOfReceipts: readonly ImportColumn[] = ['transactionId', 'billablePages', 'accountNumber'];

/** Receipts have their numbers as numbers, the fee as a text, always a date, and null for what there is not. */
function receiptValue(name: ImportColumn, cell: string): string | number | null {
  if (cell === '' && name !== 'instant') return null;
  return numbersOfReceipts.includes(name) && /^\d+$/.test(cell) ? Number(cell) : cell;
}

function receiptText(cells: readonly string[]): string {
  const fields = receiptColumns.map(({ header, column: name }, i) => [
    header,
    receiptValue(name, cells[i] ?? ''),
  ]);
  return `${JSON.stringify(Object.fromEntries(fields))}\n`;
}

const receipts: FileDialect = {
  about: 'receipts of searches in the case locator, a JSON object on each line',
  extension: 'jsonl',
  columns: receiptColumns,
  head: '',
  record: receiptText,
  encode: utf8,
  locatorOnly: true,
  delimited: false,
};

export const fileDialects = { 'us-csv': usCsv, semicolon, tsv, 'no-ids': noIds, receipts } as const;

export type FileDialectName = keyof typeof fileDialects;

export const fileDialectNames = Object.keys(fileDialects) as FileDialectName[];
