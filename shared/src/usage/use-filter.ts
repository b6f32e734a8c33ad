import { type Day, isDay } from './day';
import { commonDays, type Days } from './days';
import { quarterOfWord } from './quarter';
import type { TotalDimension } from './totals-plan';
import type { UseKind } from './use';
import { mostSearchCharacters, readUseSearch, type UseSearch } from './use-search';

export const useAuthorities = ['RECORDED', 'UPLOADED'] as const;

export type UseAuthority = (typeof useAuthorities)[number];

type Given<T> = T | null | undefined;

/**
 * Which uses, in the words of the API and of an export. Lists hold any of their values; '' in them stands for uses
 * that have none.
 */
export interface UseFilterWords {
  readonly from?: Given<string>;
  readonly to?: Given<string>;
  readonly quarter?: Given<string>;
  readonly account?: Given<readonly string[]>;
  readonly court?: Given<readonly string[]>;
  readonly clientCode?: Given<readonly string[]>;
  readonly costCenter?: Given<readonly string[]>;
  readonly kind?: Given<readonly UseKind[]>;
  readonly exempt?: Given<boolean>;
  readonly differing?: Given<boolean>;
  readonly authority?: Given<UseAuthority>;
  readonly batch?: Given<string>;
  readonly search?: Given<string>;
}

/** The same, understood. Null is what the filter does not say. */
export interface UseFilter {
  /** Null for all days; NONE where quarter and days have none in common. */
  readonly days: Days | 'NONE' | null;
  readonly account: readonly string[] | null;
  readonly court: readonly string[] | null;
  readonly clientCode: readonly string[] | null;
  readonly costCenter: readonly string[] | null;
  readonly kind: readonly UseKind[] | null;
  readonly exempt: boolean | null;
  readonly differing: boolean | null;
  readonly authority: UseAuthority | null;
  readonly batch: string | null;
  readonly search: UseSearch | null;
}

export interface UseFilterProblem {
  readonly field: keyof UseFilterWords;
  readonly message: string;
}

export type UseFilterReading =
  | { readonly ok: true; readonly filter: UseFilter }
  | { readonly ok: false; readonly problem: UseFilterProblem };

/** The most values one part of a filter may have. */
export const mostFilterValues = 100;

const lists = ['account', 'court', 'clientCode', 'costCenter', 'kind'] as const;

/** Far enough back and ahead for every use there is. */
const always: Days = { from: '1900-01-01', to: '2999-12-31' };

function problem(field: keyof UseFilterWords, message: string): UseFilterReading {
  return { ok: false, problem: { field, message } };
}

function daysProblem({ from, to, quarter }: UseFilterWords): UseFilterReading | null {
  for (const [field, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (day != null && !isDay(day)) return problem(field, `${day} is not a day written YYYY-MM-DD.`);
  }
  if (from != null && to != null && from > to) return problem('from', `${from} is later than ${to}.`);
  if (quarter != null && quarterOfWord(quarter) === null) {
    return problem('quarter', `“${quarter.slice(0, 20)}” is no quarter; write it as 2026-Q3.`);
  }
  return null;
}

/** An empty list says nothing, as if it were left out. */
const some = <T>(values: Given<readonly T[]>): readonly T[] | null => (values?.length ? values : null);

function daysOf({ from, to, quarter }: UseFilterWords): UseFilter['days'] {
  const given: Days = { from: (from as Day) ?? always.from, to: (to as Day) ?? always.to };
  const found = quarter == null ? null : quarterOfWord(quarter);
  if (found) return commonDays(given, { from: found.startsOn, to: found.endsOn }) ?? 'NONE';
  return from == null && to == null ? null : given;
}

/** Reads which uses are meant, or what of it cannot be understood. */
export function readUseFilter(words: UseFilterWords): UseFilterReading {
  const wrongDays = daysProblem(words);
  if (wrongDays) return wrongDays;
  for (const field of lists) {
    const count = words[field]?.length ?? 0;
    if (count > mostFilterValues)
      return problem(field, `At most ${mostFilterValues} values at once, not ${count}.`);
  }
  const text = words.search ?? '';
  if (text.length > mostSearchCharacters)
    return problem('search', `A search has at most ${mostSearchCharacters} characters.`);
  const days = daysOf(words);
  const search = readUseSearch(text);
  const bounded = days !== null && (days === 'NONE' || daysAreBounded(days));
  if (search && search.caseKey === null && !bounded) {
    const message = 'Words are looked for within days: give from and to, or a quarter.';
    return problem('search', message);
  }
  return {
    ok: true,
    filter: {
      days,
      account: some(words.account),
      court: some(words.court),
      clientCode: some(words.clientCode),
      costCenter: some(words.costCenter),
      kind: some(words.kind),
      exempt: words.exempt ?? null,
      differing: words.differing ?? null,
      authority: words.authority ?? null,
      batch: words.batch ?? null,
      search,
    },
  };
}

/** Whether days have both a beginning and an end. */
export function daysAreBounded({ from, to }: Days): boolean {
  return from !== always.from && to !== always.to;
}

/** The dimensions of totals that a filter names. */
export function filteredDimensions(filter: UseFilter): TotalDimension[] {
  const named: [TotalDimension, unknown][] = [
    ['ACCOUNT', filter.account],
    ['COURT', filter.court],
    ['CLIENT', filter.clientCode],
    ['KIND', filter.kind],
    ['COST_CENTER', filter.costCenter],
  ];
  return named.flatMap(([dimension, values]) => (values === null ? [] : [dimension]));
}

/** Whether a filter names what no totals are kept by. */
export function filtersOtherwise({ exempt, differing, authority, batch, search }: UseFilter): boolean {
  return [exempt, differing, authority, batch, search].some((part) => part !== null);
}
