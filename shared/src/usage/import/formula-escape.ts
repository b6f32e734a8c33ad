/**
 * What a spreadsheet takes for a formula: one of a few characters first, their wide forms included (OWASP, CSV
 * injection), also after spaces, which some spreadsheets pass over. Such a text behind apostrophes is one that was
 * escaped, or must be told from it.
 */
const formula = /^'*[ \u00a0]*[=+\-@\t\r\n＝＋－＠]/;
const escapedFormula = /^'+[ \u00a0]*[=+\-@\t\r\n＝＋－＠]/;

/** A signed amount computes nothing, and must come back as it went. */
const amount = /^[+-]\s?\$?\s?\d[\d.,]*$/;

/** The cell as it is safe to open in a spreadsheet: what would be a formula gets an apostrophe before it. */
export function escapeFormula(cell: string): string {
  return formula.test(cell) && !amount.test(cell) ? `'${cell}` : cell;
}

/** The cell without the apostrophe that `escapeFormula` put there. */
export function unescapeFormula(cell: string): string {
  return escapedFormula.test(cell) ? cell.slice(1) : cell;
}
