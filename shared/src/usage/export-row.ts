import { recordText } from './import/delimited-text';
import { escapeFormula } from './import/formula-escape';

/** Tells spreadsheets that a file is UTF-8. */
export const byteOrderMark = '\ufeff';

/** A row of a file that is opened in a spreadsheet: no cell in it is taken for a formula. */
export function exportRow(cells: readonly (string | null)[]): string {
  return recordText(
    cells.map((cell) => escapeFormula(cell ?? '')),
    ',',
  );
}
