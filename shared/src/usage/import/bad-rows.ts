import { maskCardNumbers } from '../../payments/card-number';
import { importColumns } from './column-names';
import { type ColumnPlaces, isBadRowHeader, lineHeader, reasonHeader } from './columns';
import { recordText, type Separator } from './delimited-text';
import { escapeFormula, unescapeFormula } from './formula-escape';
import { type RowProblem, reasonOf } from './row-problem';
import { cardWritingIn } from './row-texts';

/** Escaped once, also where the file that came had it escaped. */
const escaped = (cell: string) => escapeFormula(unescapeFormula(cell));

/** Writes the rows that could not be taken as a file in the same columns, which can be mended and sent again. */
export interface BadRowWriter {
  /** The first line: the file’s own columns, then line and reason. */
  readonly header: string;
  /** A row that was refused, with its line in the file, from 1. */
  row(cells: readonly string[], line: number, problems: readonly RowProblem[]): string;
}

/**
 * A writer for a file’s header, in its separator. Cells are safe to open in a spreadsheet, and card numbers in them
 * are hidden. What an earlier file of bad rows had for line and reason gives way to the new.
 */
export function badRowWriter(
  header: readonly string[],
  separator: Separator,
  { at }: Pick<ColumnPlaces, 'at'>,
): BadRowWriter {
  const kept = header.flatMap((name, i) => (isBadRowHeader(name.trim()) ? [] : [i]));
  const columnAt = new Map(importColumns.map((column) => [at[column], column]));
  const safe = (cell: string, place: number) => {
    const writing = cardWritingIn(place < 0 ? null : (columnAt.get(place) ?? null));
    return escaped(writing === null ? cell : maskCardNumbers(cell, writing));
  };
  return {
    header: recordText([...kept.map((i) => escaped(header[i] ?? '')), lineHeader, reasonHeader], separator),
    row(cells, line, problems) {
      const own = kept.map((i) => safe(cells[i] ?? '', i));
      // What stands beyond the header must not be lost, nor take the place of a column.
      const beyond = cells.slice(header.length).map((cell) => safe(cell, -1));
      return recordText([...own, String(line), reasonOf(problems), ...beyond], separator);
    },
  };
}
