import { type UseKind, useKinds } from './use';
import { type UseAuthority, type UseFilterProblem, type UseFilterWords, useAuthorities } from './use-filter';

/** The words of a filter in an address, or what of them cannot be understood. */
export type UseFilterQueryReading =
  | { readonly ok: true; readonly words: UseFilterWords }
  | { readonly ok: false; readonly problem: UseFilterProblem };

/** The words in the order in which they are written. */
const fields = [
  'from',
  'to',
  'quarter',
  'account',
  'court',
  'clientCode',
  'costCenter',
  'kind',
  'exempt',
  'differing',
  'authority',
  'batch',
  'search',
] as const satisfies readonly (keyof UseFilterWords)[];

/** Those that say one of few things. */
const few: Partial<Record<keyof UseFilterWords, readonly string[]>> = {
  kind: useKinds,
  exempt: ['true', 'false'],
  differing: ['true', 'false'],
  authority: useAuthorities,
};

function problemOf(params: URLSearchParams): UseFilterProblem | null {
  for (const field of fields) {
    const wrong = params
      .getAll(field)
      .find((value) => value.includes('\0') || few[field]?.includes(value) === false);
    if (wrong === undefined) continue;
    return { field, message: `“${wrong.replaceAll('\0', '␀').slice(0, 20)}” is nothing it can be.` };
  }
  return null;
}

/** Reads the words of a filter out of an address’s query; what else stands in it is passed over. */
export function readUseFilterQuery(params: URLSearchParams): UseFilterQueryReading {
  const problem = problemOf(params);
  if (problem) return { ok: false, problem };
  const flag = (field: string) => (params.has(field) ? params.get(field) === 'true' : null);
  return {
    ok: true,
    words: {
      from: params.get('from'),
      to: params.get('to'),
      quarter: params.get('quarter'),
      account: params.getAll('account'),
      court: params.getAll('court'),
      clientCode: params.getAll('clientCode'),
      costCenter: params.getAll('costCenter'),
      kind: params.getAll('kind') as UseKind[],
      exempt: flag('exempt'),
      differing: flag('differing'),
      authority: params.get('authority') as UseAuthority | null,
      batch: params.get('batch'),
      search: params.get('search'),
    },
  };
}

/** Writes the words of a filter as an address’s query. */
export function useFilterQuery(words: UseFilterWords): string {
  const params = new URLSearchParams();
  for (const field of fields)
    for (const value of [words[field] ?? []].flat()) params.append(field, String(value));
  return params.toString();
}
