import { z } from 'zod';
import { type ImportColumn, importColumns } from './column-names';
import type { ColumnPlaces } from './columns';
import { readCents } from './money';
import { type RowContext, readRow } from './row';
import { type RowProblem, rowProblem } from './row-problem';
import type { RowReading } from './uploaded-use';

const text = (most: number) => z.string().max(most).nullish();
const number = z.union([z.number(), z.string().max(40)]).nullish();

/**
 * A receipt of the PACER Case Locator, as its interface for programs gives one with each search (fields as in its
 * public client libraries). Which of `searchFee` and `fee` the money is depends on the version. What else is in a
 * receipt (`firmId`, `csoId`, `juId`, `reportId`) is passed over: who pays follows from the account and the day.
 */
const receiptSchema = z.object({
  transactionId: number,
  /** Such as 2025-01-31T15:04:05.000-0600; without a zone it is the service center’s. */
  transactionDate: z.string().max(60),
  billablePages: number,
  /** The account’s seven-digit number, which the locator leaves out and a sender may add. */
  accountNumber: number,
  loginId: text(1000),
  clientCode: text(1000),
  search: text(20_000),
  description: text(20_000),
  /** In dollars. */
  searchFee: number,
  /** In dollars. */
  fee: number,
});

type Receipt = z.infer<typeof receiptSchema>;

const columnOfField: Record<keyof Receipt, ImportColumn> = {
  transactionId: 'transactionId',
  transactionDate: 'instant',
  billablePages: 'billablePages',
  accountNumber: 'accountNumber',
  loginId: 'loginId',
  clientCode: 'clientCode',
  search: 'search',
  description: 'description',
  searchFee: 'charge',
  fee: 'charge',
};

const columns = [
  'transactionId',
  'instant',
  'accountNumber',
  'loginId',
  'court',
  'clientCode',
  'kind',
  'search',
  'description',
  'billablePages',
  'charge',
] as const satisfies readonly ImportColumn[];

const places: ColumnPlaces = {
  at: Object.fromEntries(
    importColumns.map((column) => [column, (columns as readonly ImportColumn[]).indexOf(column)]),
  ) as Record<ImportColumn, number>,
  width: columns.length,
};

type Value = string | number | null | undefined;

const cell = (value: Value): string => (value === null || value === undefined ? '' : String(value));

function shapeProblems({ issues }: z.ZodError, receipt: unknown): RowProblem[] {
  const fields: Record<string, unknown> = { ...Object(receipt) };
  return issues.map(({ path: [field], message }) => {
    if (field === undefined) {
      return rowProblem('BAD_RECEIPT', null, '', 'This is no receipt; send an object with its fields.');
    }
    const value = fields[String(field)];
    const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    const column = columnOfField[field as keyof Receipt];
    return rowProblem('BAD_RECEIPT', column, shown, `A receipt has no such ${String(field)}: ${message}.`);
  });
}

/** The money of a receipt, or a problem where it has two. */
function moneyOf({ searchFee, fee }: Receipt): string | RowProblem {
  const [one, other] = [cell(searchFee), cell(fee)];
  if (one === '' || other === '' || one === other) return one || other;
  const cents = readCents(one, 'POINT');
  if (typeof cents === 'number' && cents === readCents(other, 'POINT')) return one;
  return rowProblem('BAD_RECEIPT', 'charge', one, 'The searchFee and the fee differ; send one of the two.');
}

/** The receipt of a search in the case locator as the row that a file would have of it. */
function receiptCells(receipt: Receipt, charge: string): string[] {
  const byColumn: Record<(typeof columns)[number], Value> = {
    transactionId: receipt.transactionId,
    instant: receipt.transactionDate,
    accountNumber: receipt.accountNumber,
    loginId: receipt.loginId,
    court: 'PCL',
    clientCode: receipt.clientCode,
    kind: 'SEARCH',
    search: receipt.search,
    description: receipt.description,
    billablePages: receipt.billablePages,
    charge,
  };
  return columns.map((column) => cell(byColumn[column]));
}

/** Reads one receipt as `readRow` reads a row; its numbers are American whatever a file’s were. */
export function readReceipt(receipt: unknown, context: RowContext): RowReading<RowProblem> {
  const parsed = receiptSchema.safeParse(receipt);
  if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.error, receipt) };
  const money = moneyOf(parsed.data);
  if (typeof money !== 'string') return { ok: false, problems: [money] };
  const cells = receiptCells(parsed.data, money);
  return readRow(cells, places, { ...context, dateOrder: null, decimalMark: 'POINT' });
}
