type Some = string | readonly string[];
type YesOrNo = 'yes' | 'no';

/** Which uses a page shows, in the words of its address: those of the API’s filter, and how they are sorted. */
export interface UsageQuery {
  /** The first day and the last, such as 2026-07-01. */
  readonly from?: string;
  readonly to?: string;
  /** Such as 2026-Q3. */
  readonly quarter?: string;
  /** Account numbers. */
  readonly person?: Some;
  /** Codes of courts; empty for uses in no court. */
  readonly court?: Some;
  /** Client codes; empty for uses without one. */
  readonly client?: Some;
  /** Empty for uses without one. */
  readonly costCenter?: Some;
  readonly kind?: Some;
  readonly exempt?: YesOrNo;
  readonly differing?: YesOrNo;
  /** Who says that they happened. */
  readonly authority?: 'RECORDED' | 'UPLOADED';
  /** Of one’s own uses, those one pays for oneself. */
  readonly paid?: 'self';
  /** What is searched for. */
  readonly q?: string;
  /** The import or recording that brought them: its global id. */
  readonly batch?: string;
  /** A column, with a minus in front when it goes down. */
  readonly sort?: string;
  /** The open row: its global id. */
  readonly use?: string;
}

const order = [
  'quarter',
  'from',
  'to',
  'person',
  'court',
  'client',
  'costCenter',
  'kind',
  'exempt',
  'differing',
  'authority',
  'paid',
  'q',
  'batch',
  'sort',
  'use',
] as const satisfies readonly (keyof UsageQuery)[];

/** An empty value is one too: of client=, the uses without a code. */
export function usageQuery(uses: UsageQuery): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of order) {
    const given = uses[name] ?? [];
    for (const value of typeof given === 'string' ? [given] : given) query.append(name, value);
  }
  return query;
}
