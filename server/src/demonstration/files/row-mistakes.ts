import type { ImportColumn } from '@countersign/shared/usage/import/column-names';
import type { RowProblemCode } from '@countersign/shared/usage/import/row-problem';
import type { Random } from '../story/random';
import type { FileDialect } from './dialects';

/** What is wrong with a row: a problem of the row itself, or one that only the list of the firm's accounts shows. */
export type RowMistakeCode = RowProblemCode | 'UNKNOWN_ACCOUNT' | 'NOT_LINKED_THEN';

export interface RowMistake {
  readonly code: RowMistakeCode;
  /** The columns of which the first that a dialect has is spoiled. */
  readonly columns: readonly ImportColumn[];
  readonly spoil: (cell: string) => string;
}

const when: readonly ImportColumn[] = ['date', 'instant'];
const who: readonly ImportColumn[] = ['accountNumber', 'loginId'];
const inYear = (year: number) => (cell: string) => cell.replace(/20\d\d/, String(year));

/** The number that card makers give out for tests. */
const testCard = '4111 1111 1111 1111';

export const rowMistakes: readonly RowMistake[] = [
  { code: 'MISSING', columns: when, spoil: () => '' },
  { code: 'MISSING', columns: ['court'], spoil: () => '' },
  { code: 'BAD_ACCOUNT_NUMBER', columns: ['accountNumber'], spoil: (cell) => cell.slice(0, -1) },
  { code: 'BAD_DATE', columns: when, spoil: () => '2025-02-30' },
  { code: 'BAD_DATE', columns: when, spoil: () => 'yesterday' },
  { code: 'DATE_OUT_OF_BOUNDS', columns: when, spoil: inYear(1924) },
  { code: 'BAD_AMOUNT', columns: ['charge'], spoil: () => 'ten cents' },
  { code: 'BAD_AMOUNT', columns: ['charge'], spoil: (cell) => `${cell}.${cell}` },
  { code: 'BAD_COUNT', columns: ['billablePages', 'pages'], spoil: () => 'many' },
  { code: 'UNKNOWN_COURT', columns: ['court'], spoil: () => 'Court of Chancery' },
  { code: 'AMBIGUOUS_COURT', columns: ['court'], spoil: () => 'District Court of Guam' },
  { code: 'UNKNOWN_KIND', columns: ['kind'], spoil: () => 'Fax' },
  { code: 'UNKNOWN_FORMAT', columns: ['format'], spoil: () => 'WordPerfect' },
  { code: 'BAD_EXEMPT', columns: ['exempt'], spoil: () => 'perhaps' },
  { code: 'TOO_LONG', columns: ['clientCode'], spoil: () => 'a client code of more than 32 characters' },
  { code: 'BAD_CHARACTER', columns: ['clientCode'], spoil: (cell) => `${cell}\u0007` },
  { code: 'CARD_NUMBER', columns: ['search', 'clientCode'], spoil: () => testCard },
  { code: 'SHORTENED_NUMBER', columns: ['transactionId'], spoil: () => '5.21386E+12' },
  {
    code: 'UNKNOWN_ACCOUNT',
    columns: who,
    spoil: (cell) => (/^\d+$/.test(cell) ? '9999999' : 'nobody.here'),
  },
  { code: 'NOT_LINKED_THEN', columns: when, spoil: inYear(2012) },
];

/** A cell that no column is for; it has no columns to look for. */
const extraCell: RowMistake = { code: 'TOO_MANY_CELLS', columns: [], spoil: () => 'what is this' };

const placeOf = ({ columns }: FileDialect, { columns: wanted }: RowMistake) =>
  wanted.reduce(
    (place, column) => (place >= 0 ? place : columns.findIndex((one) => one.column === column)),
    -1,
  );

/** The mistakes that can be made in a dialect. */
export function mistakesOf(dialect: FileDialect): RowMistake[] {
  const possible = rowMistakes.filter((mistake) => placeOf(dialect, mistake) >= 0);
  return dialect.delimited ? [...possible, extraCell] : possible;
}

/** A row with a mistake in it. */
export function spoiled(dialect: FileDialect, cells: readonly string[], mistake: RowMistake): string[] {
  const place = placeOf(dialect, mistake);
  if (place < 0) return [...cells, mistake.spoil('')];
  return cells.map((cell, i) => (i === place ? mistake.spoil(cell) : cell));
}

/** Which rows get a mistake: so many of all, spread over them. */
export function mistakenRows(random: Random, rows: number, mistakes: number): (row: number) => boolean {
  let made = 0;
  let next = Math.floor((random.share() * rows) / Math.max(mistakes, 1));
  return (row) => {
    if (made >= mistakes || row !== next) return false;
    made++;
    next = Math.max(row + 1, Math.floor(((made + random.share()) * rows) / mistakes));
    return true;
  };
}
