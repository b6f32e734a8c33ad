import type { UseFormat, UseKind } from '../use';
import type { ImportColumn } from './column-names';
import type { RowProblem, RowProblemCode } from './row-problem';

/** How far a file was read. */
export interface ImportProgress {
  readonly bytes: number;
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
}

export const noProgress: ImportProgress = { bytes: 0, rows: 0, good: 0, bad: 0 };

/** A value nothing is known by, and how many rows have it. */
export interface UnknownName {
  readonly name: string;
  readonly rows: number;
}

export interface UnknownNames {
  /** Those in most rows first, at most `mostNames`. */
  readonly named: readonly UnknownName[];
  /** Rows with others. */
  readonly otherRows: number;
}

export interface FoundProblem extends RowProblem {
  readonly line: number;
}

/** A row as it will be kept. */
export interface FoundRow {
  readonly line: number;
  readonly accountId: string;
  readonly courtId: string | null;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly timeKnown: boolean;
  readonly kind: UseKind;
  /** '' for none, as for the cost center. */
  readonly clientCode: string;
  readonly costCenter: string;
  readonly caseNumber: string | null;
  readonly description: string | null;
  readonly search: string | null;
  readonly format: UseFormat | null;
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly billablePages: number | null;
  readonly chargeCents: number;
  readonly expectedCents: number | null;
  readonly verdict: string;
  readonly cause: string | null;
  readonly exempt: string | null;
  readonly transactionId: string | null;
}

/** What a check or an import found in a file; plain JSON. */
export interface ImportFindings {
  /** Whether the file was read at all. */
  readonly checked: boolean;
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  /** Of the good rows, in cents. */
  readonly chargeCents: number;
  /** Good rows whose charge is not the price by the fee schedule, and by how much in cents all of them are too high. */
  readonly differing: number;
  readonly differenceCents: number;
  /** Good rows that are uses already; null where nothing was looked up yet. */
  readonly known: number | null;
  readonly problems: readonly {
    readonly code: RowProblemCode;
    readonly column: ImportColumn | null;
    readonly rows: number;
  }[];
  readonly accounts: UnknownNames;
  readonly courts: UnknownNames;
  readonly kinds: UnknownNames;
  readonly firstRows: readonly FoundRow[];
  readonly firstProblems: readonly FoundProblem[];
}

const noNames: UnknownNames = { named: [], otherRows: 0 };

export const noFindings: ImportFindings = {
  checked: false,
  rows: 0,
  good: 0,
  bad: 0,
  chargeCents: 0,
  differing: 0,
  differenceCents: 0,
  known: null,
  problems: [],
  accounts: noNames,
  courts: noNames,
  kinds: noNames,
  firstRows: [],
  firstProblems: [],
};
