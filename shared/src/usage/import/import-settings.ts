import { z } from 'zod';
import { useKinds } from '../use';
import type { ImportColumn } from './column-names';
import {
  applyMapping,
  columnMappingSchema,
  fittingMapping,
  headerNames,
  isBadRowHeader,
  type MappingProblem,
  placeNames,
  recognizeColumns,
} from './columns';
import { dateOrderOf, decimalMarkOf, type Glimpse, valuesAt } from './dialect';
import { dateOrders } from './instants';
import { decimalMarks } from './money';

/** More words for kinds than any firm has. */
const mostKindWords = 500;

/** How a file is to be read, as recognized or as a person set it; plain JSON, kept for the next file with its header. */
export const importSettingsSchema = z.strictObject({
  columns: columnMappingSchema,
  /** Null where no date needs it, or where nobody has said. */
  dateOrder: z.enum(dateOrders).nullable(),
  decimalMark: z.enum(decimalMarks).nullable(),
  /** What the file's own words for kinds mean. */
  kindWords: z
    .record(z.string().trim().min(1).max(300), z.enum(useKinds))
    .refine((words) => Object.keys(words).length <= mostKindWords),
});

export type ImportSettings = z.infer<typeof importSettingsSchema>;

/** What is looked at to propose settings: the header and the first rows. */
export type Sight = Pick<Glimpse, 'header' | 'rows'>;

/** The header's cells; of a file without one as many blank ones as its widest row has. */
export function headerOf({ header, rows }: Sight): readonly string[] {
  return header ?? Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, () => '');
}

/** The names columns are mapped by. */
export function namesIn(sight: Sight): readonly string[] {
  return sight.header === null ? placeNames(headerOf(sight).length) : headerNames(sight.header);
}

/** What a header is known by when it comes again: bad rows that were mended have two columns more. */
export function headerText(sight: Sight): string {
  return JSON.stringify(namesIn(sight).filter((name) => !isBadRowHeader(name)));
}

function valuesOf(sight: Sight, columns: ImportSettings['columns'], ...wanted: ImportColumn[]): string[] {
  const names = namesIn(sight);
  return wanted.flatMap((column) => valuesAt(sight.rows, names.indexOf(columns[column] ?? '')));
}

const datesOf = (sight: Sight, columns: ImportSettings['columns']) =>
  dateOrderOf(valuesOf(sight, columns, 'date', 'instant'));
const chargesOf = (sight: Sight, columns: ImportSettings['columns']) =>
  decimalMarkOf(valuesOf(sight, columns, 'charge'));

/** Settings with what the first rows prove of dates and amounts; what they leave open stays as it was. */
export function withProofs(sight: Sight, settings: ImportSettings): ImportSettings {
  const { columns, dateOrder, decimalMark } = settings;
  const order = datesOf(sight, columns);
  const mark = columns.charge === undefined ? null : chargesOf(sight, columns);
  return {
    ...settings,
    dateOrder: order === 'MDY' || order === 'DMY' ? order : dateOrder,
    decimalMark: mark === 'POINT' || mark === 'COMMA' ? mark : decimalMark,
  };
}

/** Settings for a file: those kept for its header, else what is recognized. */
export function proposeSettings(sight: Sight, kept: ImportSettings | null): ImportSettings {
  if (kept) return withProofs(sight, { ...kept, columns: fittingMapping(headerOf(sight), kept.columns) });
  const columns = recognizeColumns(headerOf(sight), sight.rows).mapping;
  return withProofs(sight, { columns, dateOrder: null, decimalMark: null, kindWords: {} });
}

export interface SettingsProblem {
  readonly code: MappingProblem['code'] | 'DATE_ORDER_UNKNOWN' | 'DECIMAL_MARK_UNKNOWN';
  readonly columns: readonly ImportColumn[];
  readonly message: string;
}

/** What must be decided before a file can be read; empty where it can. */
export function settingsProblems(sight: Sight, settings: ImportSettings): SettingsProblem[] {
  const { columns, dateOrder, decimalMark } = settings;
  const applied = applyMapping(headerOf(sight), columns);
  const problems: SettingsProblem[] = applied.ok ? [] : [...applied.problems];
  const order = datesOf(sight, columns);
  if (dateOrder === null && (order === 'AMBIGUOUS' || order === 'MIXED')) {
    const message = 'Dates such as 01/02/2025 may mean January 2 or February 1; say which comes first.';
    problems.push({ code: 'DATE_ORDER_UNKNOWN', columns: ['date', 'instant'], message });
  }
  const mark = chargesOf(sight, columns);
  if (decimalMark === null && (mark === 'AMBIGUOUS' || mark === 'MIXED')) {
    const message = 'Amounts such as 1,234 may have a comma for thousands or for cents; say which.';
    problems.push({ code: 'DECIMAL_MARK_UNKNOWN', columns: ['charge'], message });
  }
  return problems;
}
