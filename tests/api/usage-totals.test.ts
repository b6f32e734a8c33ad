import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { plainSql } from '../support/sql';
import { statementsOf } from '../support/statements-of';
import { openTestSite, type TestSite } from '../support/test-site';
import { addManyUses, addUses, keysByNumber, link, standAt } from '../support/usage';
import { walkPages } from '../support/walk-pages';

let site: TestSite;
let sql: postgres.Sql;
let admin: ApiClient;
let attorneyClient: ApiClient;
let keyOf: (number: string | number) => string;

beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
  await standAt(site, sql, '2026-08-19T17:00:00Z');
  keyOf = await keysByNumber(sql);
  const persons = [2000006, 2000007, 2000002].map(keyOf);
  for (const accountId of persons)
    await link(sql, { accountId, payerId: keyOf(1000001), from: '2025-01-01' });
  await addManyUses(sql, {
    payerId: keyOf(1000001),
    accountIds: persons,
    courtIds: ['mowd', 'mowb', 'ksd', 'ca8'],
    codes: 60,
    costCenters: 3,
    count: 1500,
    from: '2025-10-05',
    to: '2026-08-19',
  });
  // Before he was linked the attorney paid himself.
  await addUses(sql, [
    {
      payerId: keyOf(2000006),
      accountId: keyOf(2000006),
      at: '2024-11-05 15:00Z',
      chargeCents: 240,
      courtId: 'ilnd',
    },
    {
      payerId: keyOf(2000006),
      accountId: keyOf(2000006),
      at: '2024-12-05 15:00Z',
      chargeCents: 30,
      clientCode: 'Own',
    },
  ]);
  admin = await site.signedIn('firmadmin.demo');
  attorneyClient = await site.signedIn('attorney.demo');
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

const measures =
  'uses charge { cents } accessCharge { cents } recordedUses recordedCharge { cents } exemptUses differingUses difference { cents } uncodedUses uncodedCharge { cents }';

/** The ways to usage, each with what plain SQL chooses its uses by. */
const usages = () =>
  [
    ['a firm’s', admin, 'firm(id: "1000001") { usage', `payer_id = '${keyOf(1000001)}'`],
    ['a person’s as his own payer', attorneyClient, 'viewer { usage', `payer_id = '${keyOf(2000006)}'`],
    ['a person’s own', attorneyClient, 'viewer { usage: ownUsage', `account_id = '${keyOf(2000006)}'`],
  ] as const;

async function ask(client: ApiClient, way: string, field: string, variables: Record<string, unknown>) {
  const data = await client.data(`query ($filter: UseFilter) { found: ${way} { ${field} } } }`, variables);
  return data.found.usage;
}

const filters: [string, Record<string, unknown>, string][] = [
  ['all', {}, 'true'],
  ['a quarter', { quarter: '2026-Q2' }, "quarter = '2026-04-01'"],
  ['days', { from: '2025-12-24', to: '2026-07-09' }, "day between '2025-12-24' and '2026-07-09'"],
  ['a court', { court: ['mowd'], quarter: '2026-Q2' }, "court_id = 'mowd' and quarter = '2026-04-01'"],
  [
    'no court on days',
    { court: [''], from: '2026-01-03', to: '2026-02-07' },
    "court_id is null and day between '2026-01-03' and '2026-02-07'",
  ],
  ['no code', { clientCode: [''] }, "client_code = ''"],
  [
    'persons',
    { account: ['2000006', '2000007'], to: '2026-05-05' },
    "account_number in (2000006, 2000007) and day <= '2026-05-05'",
  ],
  ['a cost center', { costCenter: ['CC0'] }, "cost_center = 'CC0'"],
  [
    'kinds on days',
    { kind: ['DOCUMENT', 'SEARCH'], from: '2026-06-30', to: '2026-07-01' },
    "kind in ('DOCUMENT', 'SEARCH') and day between '2026-06-30' and '2026-07-01'",
  ],
  [
    'two dimensions',
    { kind: ['DOCUMENT'], court: ['mowd', 'ksd'] },
    "kind = 'DOCUMENT' and court_id in ('mowd', 'ksd')",
  ],
  ['exempt', { exempt: true }, 'exempt is not null'],
];

const sumsInSql = `count(*)::int as uses, coalesce(sum(charge_cents), 0)::int as charge,
  coalesce(sum(charge_cents) filter (where kind not in ('RETURNED_PAYMENT')), 0)::int as "accessCharge",
  count(*) filter (where authority = 'RECORDED')::int as "recordedUses",
  coalesce(sum(charge_cents) filter (where authority = 'RECORDED'), 0)::int as "recordedCharge",
  count(*) filter (where exempt is not null)::int as "exemptUses",
  count(*) filter (where verdict in ('OVER', 'UNDER'))::int as "differingUses",
  coalesce(sum(charge_cents - expected_cents) filter (where verdict in ('OVER', 'UNDER')), 0)::int as difference,
  count(*) filter (where client_code = '')::int as "uncodedUses",
  coalesce(sum(charge_cents) filter (where client_code = ''), 0)::int as "uncodedCharge"`;

// biome-ignore lint/suspicious/noExplicitAny: whatever an API answers.
const flat = (totals: Record<string, any>) =>
  Object.fromEntries(
    Object.entries(totals).map(([name, value]) => [name, typeof value === 'object' ? value.cents : value]),
  );

describe.each(filters)('of %s', (_, filter, where) => {
  test('totals are those of plain SQL', async () => {
    for (const [name, client, way, whose] of usages()) {
      const [expected] = await sql.unsafe(
        `select ${sumsInSql} from uses join accounts using (account_id) where ${whose} and ${where}`,
      );
      const { totals } = await ask(client, way, `totals(filter: $filter) { ${measures} }`, { filter });
      expect(flat(totals), name).toEqual(expected);
    }
  });

  test.each([
    ['ACCOUNT', 'account { accountNumber }', 'account_number::text'],
    ['COURT', 'court { code }', 'court_id'],
    ['CLIENT_CODE', 'clientCode', "nullif(client_code, '')"],
    ['COST_CENTER', 'costCenter', "nullif(cost_center, '')"],
    ['KIND', 'kind', 'kind'],
  ])('told apart by %s too, and page by page', async (dimension, field, key) => {
    for (const [name, client, way, whose] of usages()) {
      const rows = await sql.unsafe<{ key: string | null }[]>(
        `select ${key} as key, ${sumsInSql} from uses join accounts using (account_id) where ${whose} and ${where} group by 1`,
      );
      const pages = await walkPages<{ totals: { charge: { cents: number } }; [key: string]: unknown }>(
        client,
        {
          query: `query ($filter: UseFilter, $first: Int, $after: String) { found: ${way} {
          by(dimension: ${dimension}, filter: $filter, first: $first, after: $after) {
            totalCount nodes { ${field} totals { ${measures} } } pageInfo { hasNextPage endCursor } } } } }`,
          field: 'found.usage.by',
          size: 7,
          variables: { filter },
        },
      );
      const groups = pages.flatMap((page) => page.nodes);
      const charges = groups.map(({ totals }) => totals.charge.cents);
      expect(charges, name).toEqual([...charges].sort((a, b) => b - a));
      const told = groups.map(({ totals, ...of }) => {
        const [value] = Object.values(of) as (string | null | Record<string, string>)[];
        return {
          key: value !== null && typeof value === 'object' ? Object.values(value)[0] : value,
          ...flat(totals),
        };
      });
      const sorted = (list: { key?: string | null }[]) =>
        list.sort((a, b) => String(a.key).localeCompare(String(b.key)));
      expect(sorted(told), `${name} ${dimension}`).toEqual(sorted([...rows]));
      expect((pages[0] as unknown as { totalCount: number }).totalCount).toBe(rows.length);
    }
  });

  const bucket: Record<string, string> = {
    DAY: 'day',
    WEEK: 'quarter + (day - quarter) / 7 * 7',
    MONTH: "date_trunc('month', day)::date",
    QUARTER: 'quarter',
  };
  test.each(Object.keys(bucket))('over time by %s too', async (by) => {
    if (by === 'DAY' && !('from' in filter && 'to' in filter)) return;
    const days = 'from' in filter !== 'to' in filter ? { ...filter, from: '2025-10-01' } : filter;
    for (const [name, client, way, whose] of usages()) {
      const { spend } = await ask(
        client,
        way,
        `spend(filter: $filter, by: ${by}) { startsOn endsOn totals { ${measures} } }`,
        { filter: days },
      );
      const rows = await sql.unsafe<{ start: string; uses: number }[]>(
        `select (${bucket[by]})::text as start, ${sumsInSql} from uses join accounts using (account_id)
         where ${whose} and ${where} and day between '${spend[0].startsOn}' and '${spend.at(-1).endsOn}' group by 1 order by 1`,
      );
      const told = spend.flatMap(({ totals }: { totals: { uses: number } }) =>
        totals.uses > 0 ? [flat(totals)] : [],
      );
      expect(told, name).toEqual(rows.map(({ start: _start, ...sums }) => sums));
      for (let i = 1; i < spend.length; i += 1)
        expect(Date.parse(spend[i].startsOn) - Date.parse(spend[i - 1].endsOn)).toBe(86_400_000);
    }
  });
});

test('spending without days is that of this quarter by day and week, and of eight quarters else', async () => {
  for (const [by, from, count] of [
    ['DAY', '2026-07-01', 92],
    ['WEEK', '2026-07-01', 14],
    ['MONTH', '2024-10-01', 24],
    ['QUARTER', '2024-10-01', 8],
  ] as const) {
    const { spend } = await ask(
      admin,
      'firm(id: "1000001") { usage',
      `spend(filter: $filter, by: ${by}) { startsOn endsOn }`,
      {},
    );
    expect(spend).toHaveLength(count);
    expect([spend[0].startsOn, spend.at(-1).endsOn]).toEqual([from, '2026-09-30']);
  }
});

test('too many points, and days open on one side, are refused', async () => {
  const query =
    'query ($filter: UseFilter) { firm(id: "1000001") { usage { spend(filter: $filter, by: DAY) { startsOn } } } }';
  for (const filter of [{ from: '2020-01-01', to: '2026-01-01' }, { from: '2026-01-01' }]) {
    const { errors } = await admin.query(query, { filter });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toContain('filter');
  }
});

test('groups are sorted as asked, and there are as many statements whatever their number', async () => {
  const by = (order: string, first: number) =>
    `{ firm(id: "1000001") { usage { by(dimension: CLIENT_CODE, first: ${first}, orderBy: ${order}) { totalCount nodes { clientCode account { id } court { id } totals { uses difference { cents } } } } } } }`;
  for (const [order, of] of [
    ['{ field: USES, direction: ASC }', (totals: Sorted) => totals.uses],
    ['{ field: DIFFERENCE, direction: ASC }', (totals: Sorted) => totals.difference.cents],
  ] as const) {
    const { firm } = await admin.data(by(order, 50));
    const values = firm.usage.by.nodes.map(({ totals }: { totals: Sorted }) => of(totals));
    expect(values).toEqual([...values].sort((a, b) => a - b));
  }
  const order = '{ field: CHARGE, direction: DESC }';
  expect(await statementsOf(site, admin, by(order, 50))).toBe(await statementsOf(site, admin, by(order, 2)));
});

interface Sorted {
  readonly uses: number;
  readonly difference: { readonly cents: number };
}

test('a group that lost all its uses is none', async () => {
  await sql`
    insert into usage_total_deltas
    select payer_id, quarter, grouping, period, starts_on, account_id, court_id, client_code, kind, cost_center,
      gen_random_uuid(), -uses, -charge_cents, -access_cents, -recorded_uses, -recorded_cents, -exempt_uses,
      -differing_uses, -difference_cents, -uncoded_uses, -uncoded_cents, row_number() over ()
    from usage_totals_now where grouping = 'CLIENT' and client_code = 'C-0007'`;
  const { by } = await ask(
    admin,
    'firm(id: "1000001") { usage',
    'by(dimension: CLIENT_CODE, filter: $filter, first: 100) { nodes { clientCode } }',
    {},
  );
  const codes = by.nodes.map(({ clientCode }: { clientCode: string | null }) => clientCode);
  expect(codes).toContain('C-0008');
  expect(codes).not.toContain('C-0007');
});
