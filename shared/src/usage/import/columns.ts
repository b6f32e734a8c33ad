import { z } from 'zod';
import { columnsNamed, type ImportColumn, importColumnLabels, importColumns } from './column-names';
import { unescapeFormula } from './formula-escape';

/** More columns than any real file has. */
export const mostColumns = 200;

/** Of each group a file must have at least one column. */
export const neededColumns: readonly (readonly ImportColumn[])[] = [
  ['accountNumber', 'loginId'],
  ['date', 'instant'],
  ['court'],
  ['kind', 'description'],
  ['charge', 'billablePages', 'pages', 'bytes'],
];

/** Which header of a file holds which column; plain JSON, so that a firm can keep it for its next file. */
export const columnMappingSchema = z.partialRecord(z.enum(importColumns), z.string().min(1).max(300));

export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** Where each column stands in a row, from 0; -1 where the file does not have it. */
export interface ColumnPlaces {
  readonly at: Readonly<Record<ImportColumn, number>>;
  /** The number of cells a row has by the header. */
  readonly width: number;
}

/** The names that columns of bad rows bear; a file that was mended still has them, and they mean nothing. */
export const lineHeader = 'Countersign line';
export const reasonHeader = 'Countersign reason';

/** Whether a header is one of the two that a file of bad rows has besides its own. */
export function isBadRowHeader(name: string): boolean {
  return name === lineHeader || name === reasonHeader;
}

/** The header’s names, each distinct: blank ones are numbered from 1 by place, repeated ones get (2), (3). */
export function headerNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  const repeats = new Map<string, number>();
  return header.map((cell, i) => {
    const name = unescapeFormula(cell).trim().slice(0, 200) || `Column ${i + 1}`;
    let distinct = name;
    while (taken.has(distinct)) {
      const n = (repeats.get(name) ?? 1) + 1;
      repeats.set(name, n);
      distinct = `${name} (${n})`;
    }
    taken.add(distinct);
    return distinct;
  });
}

/** The names for a file without a header. */
export function placeNames(width: number): string[] {
  return headerNames(Array.from({ length: width }, () => ''));
}

export interface Recognition {
  /** As `headerNames` gives them. */
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  /** Headers that a person must choose for: several for one column, or one that may be either of two. */
  readonly ambiguous: readonly {
    readonly columns: readonly ImportColumn[];
    readonly headers: readonly string[];
  }[];
  /** Headers that no column is known by; they are left out unless mapped by hand. */
  readonly unknown: readonly string[];
  /** Groups of columns of which the file has none for certain. */
  readonly missing: readonly (readonly ImportColumn[])[];
}

const sevenDigits = /^\s*[1-9]\d{6}\s*$/;

/** Which of two meanings the values have, where all that are there agree. */
function meaningByValues(
  columns: readonly ImportColumn[],
  values: readonly string[],
): readonly ImportColumn[] {
  const given = values.filter((value) => value.trim() !== '');
  if (given.length === 0) return columns;
  if (columns.includes('accountNumber')) {
    if (given.every((value) => sevenDigits.test(value))) return ['accountNumber'];
    return given.some((value) => sevenDigits.test(value)) ? columns : ['loginId'];
  }
  if (columns.includes('userName')) {
    if (given.every((value) => /\S[\s,]+\S/.test(value))) return ['userName'];
    return given.some((value) => /\s/.test(value.trim())) ? columns : ['loginId'];
  }
  return columns;
}

function missingColumns(mapping: ColumnMapping): (readonly ImportColumn[])[] {
  return neededColumns.filter((group) => !group.some((column) => mapping[column] !== undefined));
}

/** Recognizes columns by the names of the header; a few rows below it help where a name has two meanings. */
export function recognizeColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): Recognition {
  const headers = headerNames(header);
  const claims = new Map<ImportColumn, string[]>();
  const unknown: string[] = [];
  const undecided: { columns: readonly ImportColumn[]; name: string }[] = [];
  const claim = (column: ImportColumn, name: string) => {
    const names = claims.get(column);
    if (names) names.push(name);
    else claims.set(column, [name]);
  };
  for (const [i, cell] of header.entries()) {
    const name = headers[i] ?? '';
    if (isBadRowHeader(cell.trim())) continue;
    const named = columnsNamed(cell);
    const values = named.length > 1 ? rows.map((row) => row[i] ?? '') : [];
    const columns = named.length > 1 ? meaningByValues(named, values) : named;
    const [column] = columns;
    if (column === undefined) unknown.push(name);
    else if (columns.length > 1) undecided.push({ columns, name });
    else claim(column, name);
  }
  const certain = new Set(claims.keys());
  const ambiguous: { columns: readonly ImportColumn[]; headers: string[] }[] = [];
  for (const { columns, name } of undecided) {
    const free = columns.filter((column) => !certain.has(column));
    const [only] = free;
    if (only === undefined) unknown.push(name);
    else if (free.length === 1) claim(only, name);
    else ambiguous.push({ columns, headers: [name] });
  }
  const mapping: ColumnMapping = {};
  for (const [column, names] of claims) {
    const [only] = names;
    if (names.length === 1 && only !== undefined) mapping[column] = only;
    else ambiguous.push({ columns: [column], headers: names });
  }
  return { headers, mapping, ambiguous, unknown, missing: missingColumns(mapping) };
}

export interface MappingProblem {
  readonly code: 'NO_SUCH_HEADER' | 'HEADER_USED_TWICE' | 'COLUMN_MISSING' | 'TOO_MANY_COLUMNS';
  readonly columns: readonly ImportColumn[];
  readonly message: string;
}

export type AppliedMapping =
  | { readonly ok: true; readonly places: ColumnPlaces; readonly unused: readonly string[] }
  | { readonly ok: false; readonly problems: readonly MappingProblem[] };

const orList = (columns: readonly ImportColumn[]) =>
  columns.map((column) => importColumnLabels[column]).join(' or ');

/** Finds the columns of a mapping, recognized or made by a person, in a file’s header. */
export function applyMapping(header: readonly string[], mapping: ColumnMapping): AppliedMapping {
  const headers = headerNames(header);
  const problems: MappingProblem[] = [];
  if (headers.length > mostColumns) {
    problems.push({
      code: 'TOO_MANY_COLUMNS',
      columns: [],
      message: `The file has ${headers.length} columns; at most ${mostColumns} can be read.`,
    });
  }
  const at = Object.fromEntries(importColumns.map((column) => [column, -1])) as Record<ImportColumn, number>;
  const users = new Map<string, ImportColumn>();
  for (const column of importColumns) {
    const name = mapping[column];
    if (name === undefined) continue;
    const label = importColumnLabels[column];
    const other = users.get(name);
    at[column] = headers.indexOf(name);
    users.set(name, column);
    if (at[column] < 0) {
      const message = `The file has no column “${name}”, from which ${label} would be read.`;
      problems.push({ code: 'NO_SUCH_HEADER', columns: [column], message });
    } else if (other) {
      const message = `The column “${name}” cannot be both ${importColumnLabels[other]} and ${label}.`;
      problems.push({ code: 'HEADER_USED_TWICE', columns: [other, column], message });
    }
  }
  for (const group of missingColumns(mapping)) {
    const message = `The file needs a column for: ${orList(group)}.`;
    problems.push({ code: 'COLUMN_MISSING', columns: group, message });
  }
  if (problems.length > 0) return { ok: false, problems };
  const unused = headers.filter((name) => !users.has(name) && !isBadRowHeader(name));
  return { ok: true, places: { at, width: headers.length }, unused };
}

/** What of a mapping kept from an earlier file still fits this header; the rest is recognized or asked anew. */
export function fittingMapping(header: readonly string[], kept: ColumnMapping): ColumnMapping {
  const headers = new Set(headerNames(header));
  const fitting: ColumnMapping = {};
  for (const column of importColumns) {
    const name = kept[column];
    if (name !== undefined && headers.has(name)) fitting[column] = name;
  }
  return fitting;
}
