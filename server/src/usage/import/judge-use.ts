import type { ImportColumn } from '@countersign/shared/usage/import/column-names';
import type { RowContext } from '@countersign/shared/usage/import/row';
import { type RowProblem, rowProblem } from '@countersign/shared/usage/import/row-problem';
import type { RowReading, UploadedUse } from '@countersign/shared/usage/import/uploaded-use';
import type { Whose } from '@countersign/shared/usage/import/whose';
import type { PriceRefusal } from '@countersign/shared/usage/price-refusal';
import type { NewUse } from '../new-use';
import type { MadeUse, UsedBy } from '../use-maker';

/** What uses of a payer are read and judged by, whether they come from a file or as receipts. */
export interface Judgment {
  readonly context: RowContext;
  readonly whose: (use: UploadedUse) => Whose;
  /** The first day of which uses are kept. */
  readonly firstDay: string;
  /** Makes uses of one file or one list of receipts, in their order. */
  readonly make: (use: UploadedUse, by: UsedBy, line: number | null) => MadeUse;
}

/** A use of the payer's, or all that keeps it from being one. */
export type Judged =
  | { readonly ok: true; readonly use: NewUse }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

const columnOfField: Partial<Record<PriceRefusal['field'], ImportColumn>> = {
  kind: 'kind',
  day: 'date',
  format: 'format',
  courtId: 'court',
  caseNumber: 'caseNumber',
  pages: 'pages',
  bytes: 'bytes',
};

const refusedFor = (problem: RowProblem): Judged => ({ ok: false, problems: [problem] });

/** Judges what was read of a row or a receipt. */
export function judgeUse(reading: RowReading<RowProblem>, line: number | null, judgment: Judgment): Judged {
  if (!reading.ok) return reading;
  const { use } = reading;
  const { firstDay, whose, make } = judgment;
  if (use.day < firstDay) {
    const message = `Uses are kept from ${firstDay} on; leave the row out.`;
    return refusedFor(rowProblem('DATE_OUT_OF_BOUNDS', 'date', use.day, message));
  }
  const found = whose(use);
  if (!found.ok) return refusedFor(found.problem);
  const { accountId, accountNumber } = found.account;
  const made = make(use, { accountId, accountNumber, costCenter: found.costCenter }, line);
  if (made.ok) return made;
  const message = `No charge is given, and there is no price for it: ${made.message}`;
  return refusedFor(rowProblem('NO_PRICE', columnOfField[made.field] ?? 'charge', '', message));
}
