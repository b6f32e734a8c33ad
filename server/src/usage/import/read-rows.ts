import type { Readable } from 'node:stream';
import type { Beginning } from '@countersign/shared/usage/import/beginning';
import type { ColumnPlaces } from '@countersign/shared/usage/import/columns';
import { recordSplitter } from '@countersign/shared/usage/import/record-splitter';
import { isBlankRow, readRow } from '@countersign/shared/usage/import/row';
import { type RowProblem, rowProblem } from '@countersign/shared/usage/import/row-problem';
import type { NewUse } from '../new-use';
import { decode } from './decode';
import { type Judgment, judgeUse } from './judge-use';

/** A row that cannot be imported, with everything that is wrong with it. */
export interface BadRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** The rows of one piece of a file, in the order of their lines. */
export interface Piece {
  readonly good: readonly NewUse[];
  readonly bad: readonly BadRow[];
  /** Bytes of the file that were read so far. */
  readonly bytes: number;
}

/** What rows of a file are read and judged by. */
export interface FileJudgment extends Judgment {
  readonly places: ColumnPlaces;
}

const badQuotes = rowProblem(
  'BAD_QUOTES',
  null,
  '',
  'A quotation mark opens a cell and does not close it; close it, or double those within the cell.',
);
const damaged = rowProblem(
  'BAD_CHARACTER',
  null,
  '',
  'A character of the row is damaged; write it anew and save the file as UTF-8.',
);

const replacement = '\ufffd';
const isDamaged = (cells: readonly string[]) => cells.some((cell) => cell.includes(replacement));

/**
 * Reads the rows of a file as they come, so that a file of any size takes the memory of one piece. Ends with NotUtf8
 * where the file was only likely to be UTF-8 and is not.
 */
export async function* readRows(
  file: Readable,
  { encoding, markBytes, certain, separator, skip }: Beginning,
  judgment: FileJudgment,
): AsyncGenerator<Piece> {
  const { places, context } = judgment;
  let good: NewUse[] = [];
  let bad: BadRow[] = [];
  let someDamaged = false;
  let toSkip = skip;
  const splitter = recordSplitter(separator, (cells, line, intact) => {
    if (toSkip > 0) {
      toSkip--;
    } else if (!intact) {
      bad.push({ line, cells, problems: [badQuotes] });
    } else if (someDamaged && isDamaged(cells)) {
      bad.push({ line, cells, problems: [damaged] });
    } else if (!isBlankRow(cells)) {
      const judged = judgeUse(readRow(cells, places, context), line, judgment);
      if (judged.ok) good.push(judged.use);
      else bad.push({ line, cells, problems: judged.problems });
    }
  });
  let read = 0;
  for await (const { text, bytes } of decode(file, { encoding, markBytes, strict: !certain })) {
    // What is damaged in one piece may be of a record that ends in the next.
    someDamaged ||= certain && text.includes(replacement);
    splitter.push(text);
    read = bytes;
    yield { good, bad, bytes };
    [good, bad] = [[], []];
  }
  splitter.end();
  yield { good, bad, bytes: read };
}
