/** Characters that make a spreadsheet take a cell for a formula, their wide forms included (OWASP, CSV injection). */
const dangerous = new Set('=+-@\t\r\n＝＋－＠');

/** Where a cell’s text begins once spaces are passed over, which some spreadsheets do. */
function firstAfterSpaces(text: string, from: number): string {
  let i = from;
  while (text[i] === ' ' || text[i] === '\u00a0') i++;
  return text[i] ?? '';
}

/** A signed amount computes nothing, and must come back as it went. */
const amount = /^[+-]\s?\$?\s?\d[\d.,]*$/;

/** The cell as it is safe to open in a spreadsheet: what would be a formula gets an apostrophe before it. */
export function escapeFormula(cell: string): string {
  if (!dangerous.has(firstAfterSpaces(cell, 0)) || amount.test(cell)) return cell;
  return `'${cell}`;
}

/** The cell without the apostrophe that `escapeFormula` put there. */
export function unescapeFormula(cell: string): string {
  return cell.charCodeAt(0) === 39 && dangerous.has(firstAfterSpaces(cell, 1)) ? cell.slice(1) : cell;
}
