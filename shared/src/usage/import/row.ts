import type { ColumnPlaces } from './columns';
import { type Draft, extraCells, needOne } from './row-draft';
import type { RowProblem } from './row-problem';
import { clientCodeOf, exemptReasonOf, textOf, transactionIdOf } from './row-texts';
import {
  accountOf,
  chargeOf,
  countOf,
  courtOf,
  exemptOf,
  formatOfRow,
  instantOf,
  kindOf,
  type RowContext,
} from './row-values';
import type { RowReading, UploadedUse } from './uploaded-use';

export type { RowContext };

/** Whether nothing stands in a row; such rows are passed over. */
export function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

const whose = ['accountNumber', 'loginId'] as const;
const howMuch = ['charge', 'billablePages', 'pages', 'bytes'] as const;

/** Reads one row of a file into a use, or into everything that keeps it from being one. */
export function readRow(
  cells: readonly string[],
  { at, width }: ColumnPlaces,
  context: RowContext,
): RowReading<RowProblem> {
  const draft: Draft = { cells, at, problems: null };
  const { clock, decimalMark } = context;
  if (cells.length > width) extraCells(draft, width);
  const read = instantOf(draft, context);
  const kind = kindOf(draft, context);
  const chargeCents = chargeOf(draft, decimalMark);
  const correction = chargeCents !== null && chargeCents < 0;
  const exemptReason = exemptReasonOf(draft);
  needOne(draft, whose, 'Whose use it was is not given; write the account number or the login.');
  needOne(draft, howMuch, 'Neither a charge nor pages nor bytes are given; write one of them.');
  const use: UploadedUse = {
    transactionId: transactionIdOf(draft),
    instant: read?.instant ?? 0,
    timeKnown: read?.timeKnown ?? false,
    day: read === null ? '' : clock.dayAt(read.instant),
    accountNumber: accountOf(draft),
    loginId: textOf(draft, 'loginId'),
    userName: textOf(draft, 'userName'),
    costCenter: textOf(draft, 'costCenter'),
    courtId: courtOf(draft, context, kind),
    caseNumber: textOf(draft, 'caseNumber'),
    clientCode: clientCodeOf(draft),
    kind: kind ?? 'DOCUMENT',
    search: textOf(draft, 'search'),
    description: textOf(draft, 'description'),
    format: formatOfRow(draft),
    bytes: countOf(draft, 'bytes', decimalMark, correction),
    pages: countOf(draft, 'pages', decimalMark, correction),
    billablePages: countOf(draft, 'billablePages', decimalMark, correction),
    chargeCents,
    exempt: exemptOf(draft, exemptReason),
    exemptReason,
    correction,
  };
  // A row without a day or a kind has a problem, so what stands for them above never gets out.
  return draft.problems === null ? { ok: true, use } : { ok: false, problems: draft.problems };
}
