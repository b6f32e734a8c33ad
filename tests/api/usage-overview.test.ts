import { lastCourtDays } from '@countersign/shared/usage/court-days';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { plainSql } from '../support/sql';
import { statementsOf } from '../support/statements-of';
import { openTestSite, type TestSite } from '../support/test-site';
import { addManyUses, addUses, keysByNumber, link, standAt } from '../support/usage';

let site: TestSite;
let sql: postgres.Sql;
let admin: ApiClient;
let attorney: ApiClient;
let keyOf: (number: string | number) => string;

beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
  await standAt(site, sql, '2026-08-19T17:00:00Z');
  keyOf = await keysByNumber(sql);
  const persons = [2000006, 2000007, 2000002, 2000004, 2000005, 2000001].map(keyOf);
  for (const accountId of persons)
    await link(sql, { accountId, payerId: keyOf(1000001), from: '2025-01-01' });
  await addManyUses(sql, {
    payerId: keyOf(1000001),
    accountIds: persons,
    courtIds: ['mowd', 'mowb', 'ksd', 'ca8', 'ilnd', 'nysb', 'cacd'],
    codes: 40,
    costCenters: 3,
    count: 3000,
    from: '2025-10-05',
    to: '2026-08-19',
  });
  admin = await site.signedIn('firmadmin.demo');
  attorney = await site.signedIn('attorney.demo');
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

const change = 'charge { cents } previousCharge { cents } difference { cents }';
const overview = (args = '') => `overview${args} {
  quarter { name } previousQuarter { name } asOf previousAsOf
  current { uses charge { cents } accessCharge { cents } uncodedUses uncodedCharge { cents } differingUses difference { cents } }
  previous { uses charge { cents } } previousToDate { uses charge { cents } }
  waiver { state tested { cents } threshold { cents } left { cents } waived { cents } due { cents } explanation }
  forecast { state charge { cents } soFar { cents } meanOfDays chargedOnDays { cents } courtDaysLeft formula }
  dearest { id charge { cents } account { accountNumber } court { code } }
  changes {
    accounts { account { accountNumber } ${change} } courts { court { code } ${change} } clientCodes { clientCode ${change} }
  }
  firstUseAt lastUseAt
}`;

const firmWay = (args = '') => `{ found: firm(id: "1000001") { usage { ${overview(args)} } } }`;
const ownWay = (args = '') => `{ found: viewer { usage: ownUsage { ${overview(args)} } } }`;

async function overviewOf(client: ApiClient, query: string) {
  return (await client.data(query)).found.usage.overview;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

async function sums(whose: string, { from, to }: Span) {
  const [row] = await sql.unsafe(
    `select count(*)::int as uses, coalesce(sum(charge_cents), 0)::int as cents,
      count(*) filter (where client_code = '')::int as uncoded,
      count(*) filter (where verdict in ('OVER', 'UNDER'))::int as differing
     from uses where ${whose} and day between '${from}' and '${to}'`,
  );
  return row as unknown as { uses: number; cents: number; uncoded: number; differing: number };
}

/** What changed most, by plain SQL: keys, charges now and before. */
function changesOf(whose: string, key: string, now: Span, before: Span) {
  return sql.unsafe(
    `select key, now, before from (select ${key} as key,
        coalesce(sum(charge_cents) filter (where day between '${now.from}' and '${now.to}'), 0)::int as now,
        coalesce(sum(charge_cents) filter (where day between '${before.from}' and '${before.to}'), 0)::int as before
      from uses join accounts using (account_id) where ${whose} group by 1) c
     where now <> before order by abs(now - before) desc, key limit 5`,
  );
}

const quarters: [string, string, Span, Span, Span][] = [
  [
    'this quarter',
    '',
    { from: '2026-07-01', to: '2026-08-19' },
    { from: '2026-04-01', to: '2026-06-30' },
    { from: '2026-04-01', to: '2026-05-20' },
  ],
  [
    'this quarter up to a day',
    '(asOf: "2026-08-03")',
    { from: '2026-07-01', to: '2026-08-03' },
    { from: '2026-04-01', to: '2026-06-30' },
    { from: '2026-04-01', to: '2026-05-04' },
  ],
  [
    'a quarter that is over, longer than the one before',
    '(quarter: "2026-Q2")',
    { from: '2026-04-01', to: '2026-06-30' },
    { from: '2026-01-01', to: '2026-03-31' },
    { from: '2026-01-01', to: '2026-03-31' },
  ],
  [
    'a quarter whose last one is longer',
    '(quarter: "2026-Q1")',
    { from: '2026-01-01', to: '2026-03-31' },
    { from: '2025-10-01', to: '2025-12-31' },
    { from: '2025-10-01', to: '2025-12-29' },
  ],
  [
    'the first day of a quarter',
    '(asOf: "2026-07-01")',
    { from: '2026-07-01', to: '2026-07-01' },
    { from: '2026-04-01', to: '2026-06-30' },
    { from: '2026-04-01', to: '2026-04-01' },
  ],
];

describe.each(quarters)('%s', (_, args, now, previous, sameDay) => {
  test.each([
    ['of a firm', () => admin, firmWay(args), () => `payer_id = '${keyOf(1000001)}'`],
    ['of a person', () => attorney, ownWay(args), () => `account_id = '${keyOf(2000006)}'`],
  ])('%s is told as plain SQL tells it', async (__, client, query, whose) => {
    const told = await overviewOf(client(), query);
    const [current, whole, toDate] = [
      await sums(whose(), now),
      await sums(whose(), previous),
      await sums(whose(), sameDay),
    ];
    expect(told).toMatchObject({
      asOf: now.to,
      previousAsOf: sameDay.to,
      current: {
        uses: current.uses,
        charge: { cents: current.cents },
        uncodedUses: current.uncoded,
        differingUses: current.differing,
      },
      previous: { uses: whole.uses, charge: { cents: whole.cents } },
      previousToDate: { uses: toDate.uses, charge: { cents: toDate.cents } },
    });
    const dearest = await sql.unsafe(
      `select charge_cents as cents from uses where ${whose()} and day between '${now.from}' and '${now.to}' order by 1 desc limit 10`,
    );
    expect(told.dearest.map(({ charge }: { charge: unknown }) => charge)).toEqual([...dearest]);
    const [moments] = await sql.unsafe(`select min(at) as first, max(at) as last from uses where ${whose()}`);
    expect([told.firstUseAt, told.lastUseAt].map((at) => Date.parse(at))).toEqual([
      moments?.first.getTime(),
      moments?.last.getTime(),
    ]);
    for (const [list, key, of] of [
      ['accounts', 'account_number::text', (one: Change) => one.account?.accountNumber],
      ['courts', 'court_id', (one: Change) => one.court?.code ?? null],
      ['clientCodes', "nullif(client_code, '')", (one: Change) => one.clientCode],
    ] as const) {
      const expected = await changesOf(whose(), key, now, sameDay);
      const found = told.changes[list].map((one: Change) => [
        one.charge.cents,
        one.previousCharge.cents,
        one.difference.cents,
      ]);
      expect(
        found.map(([a, b]: number[]) => Math.abs((a ?? 0) - (b ?? 0))),
        list,
      ).toEqual(expected.map((row) => Math.abs(row.now - row.before)));
      const byKey = new Map(expected.map((row) => [row.key, row]));
      const distinct =
        new Set(expected.map((row) => Math.abs(row.now - row.before))).size === expected.length;
      for (const one of distinct ? told.changes[list] : []) {
        const row = byKey.get(of(one) ?? null);
        expect([one.charge.cents, one.previousCharge.cents, one.difference.cents], list).toEqual([
          row?.now,
          row?.before,
          row?.now - row?.before,
        ]);
      }
    }
  });
});

interface Change {
  readonly account?: { readonly accountNumber: string };
  readonly court?: { readonly code: string } | null;
  readonly clientCode?: string | null;
  readonly charge: { readonly cents: number };
  readonly previousCharge: { readonly cents: number };
  readonly difference: { readonly cents: number };
}

describe('the forecast', () => {
  test('is the charges so far and the mean of the last 28 court days for those left', async () => {
    const { forecast } = await overviewOf(admin, firmWay());
    const days = lastCourtDays('2026-08-19', 28);
    const [of] = await sql`
      select sum(charge_cents) filter (where day = any(${days}::date[]))::int as charged,
        sum(charge_cents) filter (where quarter = '2026-07-01')::int as so_far
      from uses where payer_id = ${keyOf(1000001)}`;
    expect(forecast).toMatchObject({
      state: 'FORECAST',
      meanOfDays: 28,
      chargedOnDays: { cents: of?.charged },
      soFar: { cents: of?.so_far },
      // 20 August to 30 September without weekends and Labor Day.
      courtDaysLeft: 29,
      charge: { cents: of?.so_far + Math.round((of?.charged * 29) / 28) },
    });
    expect(forecast.formula).toContain('÷ 28 × 29 court days left');
  });

  test('of a quarter that is over is what was charged', async () => {
    const { forecast, current } = await overviewOf(admin, firmWay('(quarter: "2026-Q2")'));
    expect(forecast).toMatchObject({ state: 'OVER', charge: current.charge, courtDaysLeft: 0 });
  });
});

describe('a payer with little', () => {
  test('gets no forecast, and is told about the waiver before the threshold and after it', async () => {
    const holder = await site.signedIn('legacy.demo');
    const query = `{ found: viewer { usage { ${overview()} } } }`;
    const empty = await overviewOf(holder, query);
    expect(empty).toMatchObject({
      current: { uses: 0, charge: { cents: 0 } },
      waiver: { state: 'NOTHING_CHARGED', threshold: { cents: 3000 }, left: { cents: 3000 } },
      forecast: { state: 'NOT_ENOUGH_DATA', charge: null, meanOfDays: 0 },
      dearest: [],
      changes: { accounts: [], courts: [], clientCodes: [] },
      firstUseAt: null,
      lastUseAt: null,
    });
    const self = keyOf(2000007);
    await addUses(sql, [{ payerId: self, accountId: self, at: '2026-08-12 15:00Z', chargeCents: 3000 }]);
    expect(await overviewOf(holder, query)).toMatchObject({
      waiver: {
        state: 'WAIVED',
        tested: { cents: 3000 },
        left: { cents: 0 },
        waived: { cents: 3000 },
        due: { cents: 0 },
      },
      forecast: { state: 'NOT_ENOUGH_DATA', meanOfDays: 6 },
      changes: { accounts: [{ account: { accountNumber: '2000007' }, difference: { cents: 3000 } }] },
    });
    await addUses(sql, [{ payerId: self, accountId: self, at: '2026-08-13 15:00Z', chargeCents: 10 }]);
    const { waiver } = await overviewOf(holder, query);
    expect(waiver).toMatchObject({ state: 'DUE', due: { cents: 3010 }, waived: { cents: 0 } });
    expect(waiver.explanation).toContain('all of them are due');
    // What does not count for the waiver does not count.
    await addUses(sql, [
      {
        payerId: self,
        accountId: self,
        at: '2026-08-14 15:00Z',
        kind: 'RETURNED_PAYMENT',
        chargeCents: 5300,
      },
    ]);
    expect((await overviewOf(holder, query)).waiver.tested).toEqual({ cents: 3010 });
  });
});

test.each([
  ['(quarter: "2026-Q4")', 'quarter'],
  ['(quarter: "now")', 'quarter'],
  ['(asOf: "2026-08-20")', 'asOf'],
  ['(quarter: "2026-Q2", asOf: "2026-07-01")', 'asOf'],
])('what cannot be looked at is refused by its name: %s', async (args, name) => {
  const { errors } = await admin.query(firmWay(args));
  expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(errors[0]?.message).toMatch(new RegExp(`^${name}:`));
});

test('the day of the overview is the service center’s', async () => {
  site.clock.at = new Date('2026-07-01T04:59:00Z');
  expect(await overviewOf(admin, firmWay())).toMatchObject({
    quarter: { name: '2026-Q2' },
    asOf: '2026-06-30',
  });
  site.clock.at = new Date('2026-07-01T05:00:00Z');
  expect(await overviewOf(admin, firmWay())).toMatchObject({
    quarter: { name: '2026-Q3' },
    asOf: '2026-07-01',
  });
  site.clock.at = new Date('2026-08-19T17:00:00Z');
});

test('all of the page goes to the database at once: one round trip for what is read, one for the names', async () => {
  const page = `{ firm(id: "1000001") { usage { ${overview()}
    spend(by: DAY) { startsOn totals { charge { cents } } }
    persons: by(dimension: ACCOUNT, first: 10) { nodes { account { name { full } } totals { uses } } }
    courts: by(dimension: COURT, first: 10) { nodes { court { title } totals { uses } } }
    codes: by(dimension: CLIENT_CODE, first: 10) { nodes { clientCode totals { uses } } }
    centers: by(dimension: COST_CENTER, first: 10) { nodes { costCenter totals { uses } } }
    kinds: by(dimension: KIND, first: 10) { nodes { kind totals { uses } } }
  } } }`;
  const [trips, read] = [[] as number[], site.database.read];
  const counted: typeof read = (actor, statements) => {
    trips.push(statements.length);
    return read(actor, statements);
  };
  Object.assign(site.database, { read: counted });
  try {
    await admin.data(page);
  } finally {
    Object.assign(site.database, { read });
  }
  // The session; the firm by its number and then by its key; all that is read; the names.
  expect(trips).toEqual([2, 1, 1, 13, 2]);
  expect(await statementsOf(site, admin, page)).toBe(19);
});
