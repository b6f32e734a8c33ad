import type {
  UsageImportColumn,
  UsageImportDateOrder,
  UsageImportDecimalMark,
  UsageImportMapInput,
  UseKind,
} from '../../generated/graphql';
import type { Import } from './importQueries';

/** How a person says that a file is to be read, before it is saved. */
export interface Draft {
  /** What each header is read as; a header that is not in it is not read. */
  readonly columns: ReadonlyMap<string, UsageImportColumn>;
  readonly dateOrder: UsageImportDateOrder | null;
  readonly decimalMark: UsageImportDecimalMark | null;
  readonly kinds: ReadonlyMap<string, UseKind>;
}

interface Settings extends Pick<Import, 'dateOrder' | 'decimalMark'> {
  readonly columns: readonly { readonly column: UsageImportColumn; readonly header: string }[];
  readonly kindWords: readonly { readonly text: string; readonly kind: UseKind }[];
}

export function draftOf({ columns, dateOrder, decimalMark, kindWords }: Settings): Draft {
  return {
    columns: new Map(columns.map(({ column, header }) => [header, column])),
    dateOrder,
    decimalMark,
    kinds: new Map(kindWords.map(({ text, kind }) => [text, kind])),
  };
}

const withEntry = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value | null) => {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
};

/** Reads a header as something; whatever was read as that before is not read any more. */
export function withColumn(draft: Draft, header: string, column: UsageImportColumn | null): Draft {
  const others = new Map([...draft.columns].filter(([, taken]) => taken !== column));
  return { ...draft, columns: withEntry(others, header, column) };
}

export const withKind = (draft: Draft, word: string, kind: UseKind | null): Draft => ({
  ...draft,
  kinds: withEntry(draft.kinds, word, kind),
});

const sameMap = <Value>(one: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>) =>
  one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);

export function isSame(one: Draft, other: Draft): boolean {
  return (
    sameMap(one.columns, other.columns) &&
    sameMap(one.kinds, other.kinds) &&
    one.dateOrder === other.dateOrder &&
    one.decimalMark === other.decimalMark
  );
}

/** The draft as the API takes it; of dates and amounts only what was changed, so that the file can prove the rest. */
export function mapInputOf(id: string, version: number, draft: Draft, before: Draft): UsageImportMapInput {
  return {
    import: id,
    expectedVersion: version,
    columns: [...draft.columns].map(([header, column]) => ({ header, column })),
    kindWords: [...draft.kinds].map(([text, kind]) => ({ text, kind })),
    ...(draft.dateOrder === before.dateOrder ? {} : { dateOrder: draft.dateOrder }),
    ...(draft.decimalMark === before.decimalMark ? {} : { decimalMark: draft.decimalMark }),
  };
}
