import { type UseKind, useKinds } from '@countersign/shared/usage/use';
import {
  readUseFilter,
  type UseFilterProblem,
  type UseFilterWords,
  useAuthorities,
} from '@countersign/shared/usage/use-filter';
import type { UsageQuery } from '../app/usageQuery';
import type { UseFilter, UseOrder } from '../generated/graphql';
import { many, oneOf, type Sort, someOf, sortBy, text, type UrlValues } from '../ui/urlState';

const yesOrNo = ['any', 'yes', 'no'] as const;
const sorts = ['at', 'charge'] as const;
const sizes = ['25', '50', '100'] as const;

/** What a list of uses keeps in its address, in the words in which links lead to it. */
export const usesUrl = {
  quarter: text(),
  from: text(),
  to: text(),
  person: many(),
  court: many(),
  client: many(),
  costCenter: many(),
  kind: someOf<UseKind>(useKinds),
  exempt: oneOf(yesOrNo, 'any'),
  differing: oneOf(yesOrNo, 'any'),
  authority: oneOf(['any', ...useAuthorities] as const, 'any'),
  q: text(),
  batch: text(),
  sort: sortBy(sorts, { column: 'at', descending: true }),
  rows: oneOf(sizes, '50'),
} satisfies Partial<Record<keyof UsageQuery | 'rows', unknown>>;

export type UsesValues = UrlValues<typeof usesUrl>;

export type UsesFilterValues = Omit<UsesValues, 'sort' | 'rows'>;

export type UsesChange = (change: Partial<UsesValues>, options?: { replace?: boolean }) => void;

export const nothingChosen: UsesFilterValues = {
  quarter: '',
  from: '',
  to: '',
  person: [],
  court: [],
  client: [],
  costCenter: [],
  kind: [],
  exempt: 'any',
  differing: 'any',
  authority: 'any',
  q: '',
  batch: '',
};

/** Whether an address narrows the list by anything. */
export function isFiltered(values: UsesFilterValues): boolean {
  const names = Object.keys(nothingChosen) as (keyof UsesFilterValues)[];
  return names.some((name) => values[name].length > 0 && values[name] !== 'any');
}

const answer = (said: 'any' | 'yes' | 'no') => (said === 'any' ? null : said === 'yes');

/** The filter as the API takes it. */
export function filterOf(values: UsesFilterValues): UseFilter {
  const { quarter, from, to, person, court, client, costCenter, kind, exempt, differing } = values;
  return {
    quarter: quarter || null,
    from: from || null,
    to: to || null,
    account: person,
    court,
    clientCode: client,
    costCenter,
    kind,
    exempt: answer(exempt),
    differing: answer(differing),
    authority: values.authority === 'any' ? null : values.authority,
    batch: values.batch || null,
    search: values.q || null,
  };
}

/** What of a filter cannot be understood; nothing where all of it can. */
export function problemOf(values: UsesFilterValues): UseFilterProblem | undefined {
  const reading = readUseFilter(filterOf(values));
  return reading.ok ? undefined : reading.problem;
}

const fields = { at: 'AT', charge: 'CHARGE' } as const;

/** The order as the API takes it. */
export function orderOf({ column, descending }: Sort<keyof typeof fields>): UseOrder {
  return { field: fields[column], direction: descending ? 'DESC' : 'ASC' };
}

const said = (answer: boolean | null | undefined) => (answer == null ? undefined : answer ? 'yes' : 'no');

/** The filter of a link, of one in the words of the API. */
export function queryOf(words: UseFilterWords): UsageQuery {
  const { from, to, quarter, account, court, clientCode, costCenter, kind, authority, batch, search } = words;
  return {
    from: from ?? undefined,
    to: to ?? undefined,
    quarter: quarter ?? undefined,
    person: account ?? undefined,
    court: court ?? undefined,
    client: clientCode ?? undefined,
    costCenter: costCenter ?? undefined,
    kind: kind ?? undefined,
    exempt: said(words.exempt),
    differing: said(words.differing),
    authority: authority ?? undefined,
    batch: batch ?? undefined,
    q: search ?? undefined,
  };
}
