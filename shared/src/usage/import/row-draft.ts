import type { ImportColumn } from './column-names';
import type { ColumnPlaces } from './columns';
import { unescapeFormula } from './formula-escape';
import { type RowProblem, type RowProblemCode, rowProblem } from './row-problem';

/** A row while it is read; problems are gathered, so that all are mended at once. */
export interface Draft {
  readonly cells: readonly string[];
  readonly at: ColumnPlaces['at'];
  problems: RowProblem[] | null;
}

export function report(
  draft: Draft,
  code: RowProblemCode,
  column: ImportColumn | null,
  value: string,
  message: string,
): null {
  const problem = rowProblem(code, column, value, message);
  if (draft.problems) draft.problems.push(problem);
  else draft.problems = [problem];
  return null;
}

/** The cell of a column without the spaces around it; empty where there is none. */
export function cellOf(draft: Draft, column: ImportColumn): string {
  const place = draft.at[column];
  if (place < 0) return '';
  const cell = draft.cells[place];
  if (cell === undefined || cell === '') return '';
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  if (first > 39 && first < 127 && last > 32 && last < 127) return cell;
  return (first === 39 ? unescapeFormula(cell) : cell).trim();
}

/** Reports cells beyond the last column of the header. */
export function extraCells(draft: Draft, width: number): void {
  for (let i = width; i < draft.cells.length; i++) {
    const cell = draft.cells[i] ?? '';
    if (cell.trim() === '') continue;
    const message = `The row has ${draft.cells.length} cells and the header ${width}; put cells with a separator in quotes.`;
    report(draft, 'TOO_MANY_CELLS', null, cell, message);
    return;
  }
}

/** Reports where none of a few columns has anything. */
export function needOne(draft: Draft, columns: readonly ImportColumn[], message: string): void {
  let shown = columns[0] ?? null;
  for (let i = columns.length - 1; i >= 0; i--) {
    const column = columns[i];
    if (column === undefined || draft.at[column] < 0) continue;
    if (cellOf(draft, column) !== '') return;
    shown = column;
  }
  report(draft, 'MISSING', shown, '', message);
}
