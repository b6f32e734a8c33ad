import type postgres from 'postgres';

const dimensions = {
  account: ['account_id', "'00000000-0000-0000-0000-000000000000'::uuid"],
  court: ["coalesce(court_id, '')", "''"],
  client: ['client_code', "''"],
  kind: ['kind', "''"],
  costCenter: ['cost_center', "''"],
} as const;

type Dimension = keyof typeof dimensions;

const singles: Record<string, Dimension[]> = {
  NONE: [],
  ACCOUNT: ['account'],
  COURT: ['court'],
  CLIENT: ['client'],
  KIND: ['kind'],
  COST_CENTER: ['costCenter'],
};
const pairs: Record<string, Dimension[]> = {
  ACCOUNT_COURT: ['account', 'court'],
  ACCOUNT_CLIENT: ['account', 'client'],
  ACCOUNT_KIND: ['account', 'kind'],
  COURT_CLIENT: ['court', 'client'],
  COURT_KIND: ['court', 'kind'],
  CLIENT_KIND: ['client', 'kind'],
};
const periods = { DAY: 'day', WEEK: 'quarter + (day - quarter) / 7 * 7', QUARTER: 'quarter' };

const measured = `count(*), sum(charge_cents),
  coalesce(sum(charge_cents) filter (where kind in ('DOCUMENT', 'DOCKET_REPORT', 'CASE_REPORT', 'SEARCH', 'TRANSCRIPT', 'AUDIO', 'OPINION', 'NON_CASE_REPORT')), 0),
  count(*) filter (where authority = 'RECORDED'), coalesce(sum(charge_cents) filter (where authority = 'RECORDED'), 0),
  count(exempt), count(*) filter (where verdict in ('OVER', 'UNDER')),
  coalesce(sum(charge_cents - expected_cents) filter (where verdict in ('OVER', 'UNDER')), 0),
  count(*) filter (where client_code = ''), coalesce(sum(charge_cents) filter (where client_code = ''), 0)`;

function totalsBy(grouping: string, of: readonly Dimension[], period: keyof typeof periods): string {
  const keys = (Object.keys(dimensions) as Dimension[]).map(
    (dimension) => dimensions[dimension][of.includes(dimension) ? 0 : 1],
  );
  return `select payer_id, quarter, '${grouping}', '${period}', ${periods[period]}, ${keys.join(', ')}, ${measured}
    from uses group by 1, 2, 5, 6, 7, 8, 9, 10`;
}

/** Every total there should be, counted anew from the uses. */
const expected = [
  ...Object.entries(singles).flatMap(([grouping, of]) =>
    (['DAY', 'WEEK', 'QUARTER'] as const).map((period) => totalsBy(grouping, of, period)),
  ),
  ...Object.entries(pairs).map(([grouping, of]) => totalsBy(grouping, of, 'QUARTER')),
].join(' union all ');

const measures =
  `uses, charge_cents, access_cents, recorded_uses, recorded_cents, exempt_uses, differing_uses,
  difference_cents, uncoded_uses, uncoded_cents`.split(',');
const actual = `
  select payer_id, quarter, grouping, period, starts_on, account_id, court_id, client_code, kind, cost_center,
    ${measures.map((name) => `sum(${name})`).join(', ')}
  from usage_totals_now group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;

/** Totals that are not what the uses come to, and those that are missing; keys of which nothing is left do not count. */
export async function wrongTotals(sql: postgres.Sql): Promise<unknown[]> {
  const nothing = `(${measures.map((_, i) => `t.m${i}`).join(', ')}) = (${measures.map(() => '0').join(', ')})`;
  const named = (query: string) =>
    `select * from (${query}) as t(k0, k1, k2, k3, k4, k5, k6, k7, k8, k9, ${measures.map((_, i) => `m${i}`).join(', ')}) where not (${nothing})`;
  return sql.unsafe(`
    select 'wrong' as what, * from (${named(actual)} except ${named(expected)}) as w
    union all
    select 'missing', * from (${named(expected)} except ${named(actual)}) as m`);
}

/** Batches that do not say what they hold, by themselves and by quarter. */
export async function wrongBatches(sql: postgres.Sql): Promise<unknown[]> {
  return sql.unsafe(`
    with held as (
      select payer_id, batch_id, quarter, count(*) as uses, sum(charge_cents) as cents from uses group by 1, 2, 3
    )
    select payer_id::text, batch_id::text, quarter::text
    from held full join usage_batch_quarters q using (payer_id, batch_id, quarter)
    where held.uses is distinct from q.uses or held.cents is distinct from q.charge_cents
    union all
    select payer_id::text, batch_id::text, null
    from (select payer_id, batch_id, sum(uses) as uses, sum(cents) as cents from held group by 1, 2) as h
    full join usage_batches b using (payer_id, batch_id)
    where coalesce(h.uses, 0) is distinct from b.uses or coalesce(h.cents, 0) is distinct from b.charge_cents`);
}
