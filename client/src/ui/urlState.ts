import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** How one thing of a page's state stands in its address. */
export interface UrlField<Value> {
  readonly read: (given: readonly string[]) => Value;
  /** What to write; nothing for the value a page starts with. */
  readonly write: (value: Value) => readonly string[];
}

type Fields = Record<string, UrlField<never>>;
type ValueOf<Field> = Field extends UrlField<infer Value> ? Value : never;
export type UrlValues<Spec> = { [Name in keyof Spec]: ValueOf<Spec[Name]> };

export const text = (): UrlField<string> => ({
  read: (given) => given[0] ?? '',
  write: (value) => (value === '' ? [] : [value]),
});

/** Any values, each once; an empty one is a value too. */
export const many = (): UrlField<string[]> => ({
  read: (given) => [...new Set(given)],
  write: (value) => value,
});

/** Any of a closed set, each once, in the order of the set; what is not in it is left out. */
export const someOf = <Value extends string>(allowed: readonly Value[]): UrlField<Value[]> => ({
  read: (given) => allowed.filter((value) => given.includes(value)),
  write: (value) => value,
});

export const oneOf = <Value extends string>(allowed: readonly Value[], start: Value): UrlField<Value> => ({
  read: (given) => allowed.find((value) => value === given[0]) ?? start,
  write: (value) => (value === start ? [] : [value]),
});

export interface Sort<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

/** A column to sort by, with a minus in front of it when it goes down. */
export const sortBy = <Column extends string>(
  columns: readonly Column[],
  start: Sort<Column>,
): UrlField<Sort<Column>> => {
  const print = (sort: Sort<Column>) => (sort.descending ? `-${sort.column}` : sort.column);
  return {
    read: ([given = '']) => {
      const descending = given.startsWith('-');
      const column = columns.find((one) => one === given.replace(/^-/, ''));
      return column ? { column, descending } : start;
    },
    write: (value) => (print(value) === print(start) ? [] : [print(value)]),
  };
};

export function readUrl<Spec extends Record<string, unknown>>(
  spec: Spec,
  params: URLSearchParams,
): UrlValues<Spec> {
  const entries = Object.entries(spec as unknown as Fields).map(([name, field]) => [
    name,
    field.read(params.getAll(name)),
  ]);
  return Object.fromEntries(entries);
}

/** The same address with some of its state changed. Another filter or order begins at the first page again. */
export function writeUrl<Spec extends Record<string, unknown>>(
  spec: Spec,
  params: URLSearchParams,
  change: Partial<UrlValues<Spec>>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('after');
  next.delete('before');
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    const field = spec[name] as UrlField<unknown>;
    for (const written of field.write(value)) next.append(name, written);
  }
  return next;
}

/** A page's state, kept in its address. Typing replaces the entry in the history, choosing adds one. */
export function useUrlState<Spec extends Record<string, unknown>>(spec: Spec) {
  const [params, setParams] = useSearchParams();
  const values = useMemo(() => readUrl(spec, params), [spec, params]);
  const change = useCallback(
    (patch: Partial<UrlValues<Spec>>, options?: { replace?: boolean }) =>
      // At once: a box that is ticked must not jump back until the router has gone there.
      setParams((now) => writeUrl(spec, now, patch), {
        preventScrollReset: true,
        flushSync: true,
        ...options,
      }),
    [spec, setParams],
  );
  return [values, change] as const;
}
