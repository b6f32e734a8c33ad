import { z } from 'zod';
import { type ImportColumn, importColumns } from './column-names';
import type { ColumnPlaces } from './columns';
import { type RowContext, readRow } from './row';
import { type RowProblem, rowProblem } from './row-problem';
import type { RowReading } from './uploaded-use';

const text = (most: number) => z.string().max(most).nullish();
const number = z.union([z.number(), z.string().max(40)]).nullish();

/**
 * A receipt of the PACER Case Locator, as its interface for programs gives one with each search (fields as in its
 * public client libraries). Which of `searchFee` and `fee` the money is depends on the version. Whatever else is in
 * a receipt is passed over.
 */
export const receiptSchema = z.object({
  transactionId: number,
  /** Such as 2025-01-31T15:04:05.000-0600; without a zone it is the service center’s. */
  transactionDate: z.string().max(60),
  billablePages: number,
  /** The account’s seven-digit number, which the locator leaves out and a sender may add. */
  accountNumber: number,
  loginId: text(1000),
  clientCode: text(1000),
  /** The account of the firm that pays. */
  firmId: z.union([z.number(), z.string().max(100)]).nullish(),
  search: text(20_000),
  description: text(20_000),
  csoId: number,
  juId: text(200),
  reportId: z.union([z.number(), z.string().max(200)]).nullish(),
  /** In dollars. */
  searchFee: number,
  /** In dollars. */
  fee: number,
});

export type Receipt = z.infer<typeof receiptSchema>;

const columnOfField: Partial<Record<keyof Receipt, ImportColumn>> = {
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

function shapeProblems(error: z.ZodError, receipt: unknown): RowProblem[] {
  const fields: Record<string, unknown> =
    typeof receipt === 'object' && receipt !== null ? { ...receipt } : {};
  return error.issues.map(({ path, message }) => {
    const field = String(path[0] ?? 'the receipt');
    const column = columnOfField[field as keyof Receipt] ?? null;
    const value = fields[field];
    const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return rowProblem('BAD_RECEIPT', column, shown, `${field} is not what a receipt has: ${message}.`);
  });
}

/** The receipt of a search in the case locator as the row that a file would have of it. */
function receiptCells(receipt: Receipt): string[] {
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
    charge: cell(receipt.searchFee) === '' ? receipt.fee : receipt.searchFee,
  };
  return columns.map((column) => cell(byColumn[column]));
}

/** Reads one receipt as `readRow` reads a row; its numbers are American whatever a file’s were. */
export function readReceipt(receipt: unknown, context: RowContext): RowReading<RowProblem> {
  const parsed = receiptSchema.safeParse(receipt);
  if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.error, receipt) };
  const { searchFee, fee } = parsed.data;
  if (cell(searchFee) !== '' && cell(fee) !== '' && Number(searchFee) !== Number(fee)) {
    const message = `searchFee is ${searchFee} and fee is ${fee}; send one of the two.`;
    return { ok: false, problems: [rowProblem('BAD_RECEIPT', 'charge', cell(searchFee), message)] };
  }
  return readRow(receiptCells(parsed.data), places, { ...context, dateOrder: null, decimalMark: 'POINT' });
}
