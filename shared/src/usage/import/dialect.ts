import { z } from 'zod';
import { columnsNamed } from './column-names';
import { isBadRowHeader } from './columns';
import { firstRecords, type Separator, separators } from './delimited-text';
import { encodings } from './encoding';
import { type DateOrder, dateOrders } from './instants';
import { type DecimalMark, decimalMarks, readCents } from './money';

/** How a file is written, once everything in doubt is decided; plain JSON, so that it can be kept with a mapping. */
export const dialectSchema = z.strictObject({
  encoding: z.enum(encodings),
  separator: z.enum(separators),
  /** Records before the first row: the header and what stands above it. */
  skip: z.int().min(0).max(100),
  /** Which of them is the header, from 0; null where the file has none. */
  headerAt: z.int().min(0).max(99).nullable(),
  dateOrder: z.enum(dateOrders).nullable(),
  decimalMark: z.enum(decimalMarks),
});

export type Dialect = z.infer<typeof dialectSchema>;

/** Records looked at. */
const looked = 50;

/** A header has words alone; what begins with a digit is a value. */
const valueStart = /^[^\p{L}\p{N}]*\p{N}/u;

/** How many different columns a record names, as a header does; 0 where one of its cells is a value. */
function namesIn(record: readonly string[]): number {
  const names = new Set<string>();
  for (const cell of record) {
    if (valueStart.test(cell)) return 0;
    const [column] = columnsNamed(cell.slice(0, 100));
    if (column !== undefined) names.add(column);
    else if (isBadRowHeader(cell.trim())) names.add(cell.trim());
  }
  return names.size;
}

/** Excel’s own first line: sep=; */
const separatorLine = /^sep=(.)\r?\n/i;

function separatorSaid(text: string): Separator | null {
  const said = separatorLine.exec(text)?.[1];
  return separators.find((separator) => separator === said) ?? null;
}

/** How well a separator fits: known names of columns first, then rows of one width, then their width. */
function fit(records: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const { length } of records) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [widest] = [...widths].sort(([, a], [, b]) => b - a);
  if (!widest) return 0;
  const [width, count] = widest;
  const names = Math.max(...records.map(namesIn));
  return (names > 1 ? names * 1000 : 0) + (count / records.length) * 500 + Math.min(width, 100);
}

/** The separator of a text; null where no line has one, as in a file of a single column. */
export function separatorOf(text: string, cut: boolean): Separator | null {
  const said = separatorSaid(text);
  if (said) return said;
  let best: Separator | null = null;
  let most = 0;
  for (const separator of separators) {
    const points = fit(firstRecords(text, separator, looked, cut));
    if (points > most) [best, most] = [separator, points];
  }
  return best;
}

/** Which record is the header, from 0: the one that names most columns; null where none names two. */
export function headerPlace(records: readonly (readonly string[])[]): number | null {
  const names = records.slice(0, 20).map(namesIn);
  const most = Math.max(0, ...names);
  return most > 1 ? names.indexOf(most) : null;
}

/** What a sample of dates says; AMBIGUOUS is to be asked, and MIXED dates fit neither order. */
export type DateOrderFound = DateOrder | 'NOT_NEEDED' | 'AMBIGUOUS' | 'MIXED';

const twoNumbersFirst = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2}(?:\d{2})?(?!\d)/;

/** The order of day and month by a sample of values; dates that begin with the year need none. */
export function dateOrderOf(values: Iterable<string>): DateOrderFound {
  let needed = false;
  let dayFirst = false;
  let monthFirst = false;
  for (const value of values) {
    const found = twoNumbersFirst.exec(value);
    if (!found) continue;
    const [first, second] = [Number(found[1]), Number(found[2])];
    if (Math.min(first, second) > 12 || Math.max(first, second) > 31) continue;
    needed = true;
    if (first > 12) dayFirst = true;
    if (second > 12) monthFirst = true;
  }
  if (dayFirst && monthFirst) return 'MIXED';
  if (dayFirst) return 'DMY';
  if (monthFirst) return 'MDY';
  return needed ? 'AMBIGUOUS' : 'NOT_NEEDED';
}

/** What a sample of amounts says; AMBIGUOUS is to be asked, and MIXED amounts fit neither mark. */
export type DecimalMarkFound = DecimalMark | 'AMBIGUOUS' | 'MIXED';

/** The decimal mark by a sample of charges; where no amount has a fraction or thousands it does not matter. */
export function decimalMarkOf(values: Iterable<string>): DecimalMarkFound {
  let doubtful = false;
  let point = false;
  let comma = false;
  for (const value of values) {
    if (!value.includes(',') && !value.includes('.')) continue;
    const withPoint = readCents(value, 'POINT');
    const withComma = readCents(value, 'COMMA');
    // 1,234 is a thousand by a point, and too fine by a comma: likely, yet no proof.
    if (typeof withPoint === 'number') {
      if (withComma === 'TOO_FINE') doubtful = true;
      else point = true;
    } else if (typeof withComma === 'number') {
      if (withPoint === 'TOO_FINE') doubtful = true;
      else comma = true;
    }
  }
  if (point && comma) return 'MIXED';
  if (comma) return 'COMMA';
  return point || !doubtful ? 'POINT' : 'AMBIGUOUS';
}

/** What the beginning of a file shows of how it is written. */
export interface Glimpse {
  /** Comma where the file has but one column. */
  readonly separator: Separator;
  readonly skip: number;
  readonly headerAt: number | null;
  /** The header’s cells; null where there is none. */
  readonly header: readonly string[] | null;
  /** The first rows below it. */
  readonly rows: readonly (readonly string[])[];
}

/** Looks at the beginning of a decoded file; `cut` says that it goes on. */
export function glimpse(text: string, cut: boolean): Glimpse {
  const separator = separatorOf(text, cut) ?? ',';
  const said = separatorSaid(text) === null ? 0 : 1;
  const records = firstRecords(text, separator, looked, cut);
  const place = headerPlace(records.slice(said));
  const headerAt = place === null ? null : place + said;
  const skip = headerAt === null ? said : headerAt + 1;
  return {
    separator,
    skip,
    headerAt,
    header: headerAt === null ? null : (records[headerAt] ?? null),
    rows: records.slice(skip).filter((record) => record.some((cell) => cell.trim() !== '')),
  };
}

/** The values of one place in rows, for `dateOrderOf` and `decimalMarkOf`. */
export function valuesAt(rows: readonly (readonly string[])[], place: number): string[] {
  return place < 0 ? [] : rows.map((row) => row[place] ?? '');
}
