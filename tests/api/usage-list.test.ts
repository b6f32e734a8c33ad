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
let attorney: string;
let firm: string;

const everything = `id at timeKnown day quarter { name year number startsOn endsOn } kind clientCode givenClientCode
  costCenter caseNumber description search format pages bytes billablePages charge { cents currency }
  expectedCharge { cents } difference { cents } verdict cause exempt exemptReason exemptNote authority transactionNumber
  account { accountNumber name { full } } court { code title } firm { number } batch { id fileName at }
  alsoIn { id }`;

beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
  await standAt(site, sql, '2026-08-19T17:00:00Z');
  const keyOf = await keysByNumber(sql);
  firm = keyOf(1000001);
  attorney = keyOf(2000006);
  for (const number of [2000006, 2000007, 2000002])
    await link(sql, { accountId: keyOf(number), payerId: firm, from: '2025-01-01' });
  await addManyUses(sql, {
    payerId: firm,
    accountIds: [keyOf(2000006), keyOf(2000007), keyOf(2000002)],
    courtIds: ['mowd', 'mowb', 'ksd', 'ca8'],
    codes: 12,
    costCenters: 3,
    count: 600,
    from: '2026-01-01',
    to: '2026-08-19',
  });
  await addUses(sql, [
    {
      payerId: firm,
      accountId: attorney,
      at: '2026-08-01 04:59:59.123Z',
      day: '2026-07-31',
      caseNumber: '4:26-CV-77777',
      chargeCents: 300,
      expectedCents: 270,
      description: 'Motion of the Zebra Company',
      clientCode: 'Zoo',
    },
    {
      payerId: firm,
      accountId: attorney,
      at: '2026-08-01 05:00Z',
      day: '2026-08-01',
      caseNumber: '4:26-cv-77778',
      exempt: 'CJA',
      chargeCents: 0,
      clientCode: 'none',
    },
  ]);
  admin = await site.signedIn('firmadmin.demo');
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

async function usesOf(filter: Record<string, unknown>, fields = 'id', orderBy: unknown = null) {
  const { firm } = await admin.data(
    `query ($filter: UseFilter, $orderBy: UseOrder) { firm(id: "1000001") { usage {
      uses(filter: $filter, orderBy: $orderBy, first: 100) {
        totalCount nodes { ${fields} } totals { uses charge { cents } differingUses uncodedUses recordedUses exemptUses }
      } } } }`,
    { filter, orderBy },
  );
  return firm.usage.uses;
}

test('a use has every field', async () => {
  const { nodes } = await usesOf({ search: '4:26-cv-77777' }, everything);
  expect(nodes).toHaveLength(1);
  expect(nodes[0]).toMatchObject({
    at: '2026-08-01T04:59:59.123Z',
    timeKnown: true,
    day: '2026-07-31',
    quarter: { name: '2026-Q3', year: 2026, number: 3, startsOn: '2026-07-01', endsOn: '2026-09-30' },
    kind: 'DOCUMENT',
    clientCode: 'Zoo',
    givenClientCode: 'Zoo',
    costCenter: null,
    caseNumber: '4:26-CV-77777',
    description: 'Motion of the Zebra Company',
    search: null,
    format: 'PDF',
    pages: 1,
    bytes: null,
    billablePages: 1,
    charge: { cents: 300, currency: 'USD' },
    expectedCharge: { cents: 270 },
    difference: { cents: 30 },
    verdict: 'OVER',
    cause: 'No rule explains the charge.',
    exempt: false,
    exemptReason: null,
    authority: 'UPLOADED',
    transactionNumber: null,
    account: { accountNumber: '2000006', name: { full: 'Ada Quist' } },
    court: { code: 'mowd' },
    firm: { number: '1000001' },
    batch: { fileName: 'list.csv' },
    alsoIn: [],
  });
});

test('later batches with the same use are told, and the use is found by its id', async () => {
  const [use] = (await usesOf({ search: '4:26-cv-77778' }, 'id')).nodes;
  await sql`
    insert into usage_batches (payer_id, batch_id, authority, origin, at, uses, charge_cents)
    select ${firm}, md5('later' || n)::uuid, 'UPLOADED', 'RECEIPTS', now(), 0, 0 from generate_series(1, 2) n`;
  await sql`
    insert into use_sightings (payer_id, quarter, use_id, batch_id, line)
    select u.payer_id, u.quarter, u.use_id, md5('later' || n)::uuid, n
    from uses u, generate_series(1, 2) n where u.case_key = '4:26-cv-77778'`;
  const { node } = await admin.data(
    'query ($id: ID!) { node(id: $id) { id ... on Use { caseNumber exempt exemptReason alsoIn { id origin } } } }',
    { id: use.id },
  );
  expect(node).toMatchObject({ id: use.id, caseNumber: '4:26-cv-77778', exempt: true, exemptReason: 'CJA' });
  expect(node.alsoIn.map(({ origin }: { origin: string }) => origin)).toEqual(['RECEIPTS', 'RECEIPTS']);
  const { node: batch } = await admin.data(
    'query ($id: ID!) { node(id: $id) { ... on UsageBatch { origin uses knownUses charge { cents } authority } } }',
    { id: node.alsoIn[0].id },
  );
  expect(batch).toEqual({
    origin: 'RECEIPTS',
    uses: 0,
    knownUses: 0,
    charge: { cents: 0 },
    authority: 'UPLOADED',
  });
});

describe('pages', () => {
  const query = (order: string) => `query ($first: Int, $after: String) { firm(id: "1000001") { usage {
    uses(orderBy: ${order}, first: $first, after: $after) {
      nodes { id at charge { cents } } pageInfo { hasNextPage endCursor } } } } }`;

  test.each([
    ['{ field: AT, direction: DESC }', (use: Listed) => -Date.parse(use.at)],
    ['{ field: AT, direction: ASC }', (use: Listed) => Date.parse(use.at)],
    ['{ field: CHARGE, direction: DESC }', (use: Listed) => -use.charge.cents],
    ['{ field: CHARGE, direction: ASC }', (use: Listed) => use.charge.cents],
  ])('by %s hold each use once, in order', async (order, rank) => {
    const pages = await walkPages<Listed>(admin, {
      query: query(order),
      field: 'firm.usage.uses',
      size: 37,
    });
    const all = pages.flatMap((page) => page.nodes);
    expect(all).toHaveLength(602);
    expect(new Set(all.map(({ id }) => id)).size).toBe(602);
    expect(all.map(rank)).toEqual(all.map(rank).sort((a, b) => a - b));
  });

  test('of any size take the same statements', async () => {
    const page = (first: number) => `{ firm(id: "1000001") { usage {
      uses(first: ${first}) { totalCount totals { charge { cents } } nodes { ${everything} } } } } }`;
    const few = await statementsOf(site, admin, page(3));
    expect(await statementsOf(site, admin, page(100))).toBe(few);
    expect(few).toBeLessThanOrEqual(11);
  });
});

interface Listed {
  readonly id: string;
  readonly at: string;
  readonly charge: { readonly cents: number };
}

describe('a filter finds what plain SQL finds, in the list as in the totals:', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['nothing said', {}, 'true'],
    ['days', { from: '2026-07-31', to: '2026-07-31' }, "day = '2026-07-31'"],
    ['days on', { from: '2026-08-01' }, "day >= '2026-08-01'"],
    [
      'days over quarters',
      { from: '2026-03-20', to: '2026-04-10' },
      "day between '2026-03-20' and '2026-04-10'",
    ],
    ['a quarter', { quarter: '2026-Q2' }, "quarter = '2026-04-01'"],
    ['a quarter and days outside', { quarter: '2026-Q2', to: '2026-03-01' }, 'false'],
    ['a person', { account: ['2000006'] }, 'account_number = 2000006'],
    ['persons', { account: ['2000006', '2000007'] }, 'account_number in (2000006, 2000007)'],
    ['a person nobody knows', { account: ['9999999', 'x'] }, 'false'],
    ['a court', { court: ['mowd'] }, "court_id = 'mowd'"],
    ['a court in capitals', { court: ['MOWB'] }, "court_id = 'mowb'"],
    ['no court', { court: [''] }, 'court_id is null'],
    ['a court or none', { court: ['mowd', ''] }, "(court_id = 'mowd' or court_id is null)"],
    ['a client code', { clientCode: ['C-0003'] }, "client_code = 'C-0003'"],
    ['client codes and none', { clientCode: ['C-0003', ''] }, "client_code in ('C-0003', '')"],
    ['a client code called none', { clientCode: ['none'] }, "client_code = 'none'"],
    ['a client code in another case', { clientCode: ['zoo'] }, "client_code = 'zoo'"],
    ['a cost center', { costCenter: ['CC1'] }, "cost_center = 'CC1'"],
    ['no cost center', { costCenter: [''] }, "cost_center = ''"],
    ['kinds', { kind: ['SEARCH', 'AUDIO'] }, "kind in ('SEARCH', 'AUDIO')"],
    ['exempt', { exempt: true }, 'exempt is not null'],
    ['not exempt', { exempt: false }, 'exempt is null'],
    ['differing', { differing: true }, "verdict in ('OVER', 'UNDER')"],
    ['not differing', { differing: false }, "verdict not in ('OVER', 'UNDER')"],
    ['recorded', { authority: 'RECORDED' }, "authority = 'RECORDED'"],
    ['a case', { search: '2:13-cv-1' }, "case_key like '2:13-cv-1%'"],
    [
      'a case in capitals with spaces',
      { search: ' 4:26 CV-7777 '.replace(' CV', '-CV') },
      "case_key like '4:26-cv-7777%'",
    ],
    ['words', { search: 'zebra motion', quarter: '2026-Q3' }, "description like '%Zebra%'"],
    [
      'words of the search',
      { search: 'smith12', quarter: '2026-Q3' },
      "search like '%Smith12%' and quarter = '2026-07-01'",
    ],
    ['words with signs of patterns', { search: '%', quarter: '2026-Q3' }, 'false'],
    [
      'a person at a court in a quarter',
      { account: ['2000006'], court: ['mowd'], quarter: '2026-Q1' },
      "account_number = 2000006 and court_id = 'mowd' and quarter = '2026-01-01'",
    ],
    [
      'a person at a court on days',
      { account: ['2000006'], court: ['mowd'], from: '2026-02-01', to: '2026-02-20' },
      "account_number = 2000006 and court_id = 'mowd' and day between '2026-02-01' and '2026-02-20'",
    ],
    [
      'a court and a cost center',
      { court: ['mowd'], costCenter: ['CC2'] },
      "court_id = 'mowd' and cost_center = 'CC2'",
    ],
    [
      'much',
      {
        account: ['2000006'],
        court: ['mowd'],
        kind: ['DOCUMENT'],
        exempt: false,
        differing: false,
        authority: 'UPLOADED',
        quarter: '2026-Q2',
      },
      "account_number = 2000006 and court_id = 'mowd' and kind = 'DOCUMENT' and exempt is null and verdict = 'EQUAL' and authority = 'UPLOADED' and quarter = '2026-04-01'",
    ],
  ])('%s', async (_, filter, where) => {
    const [expected] = await sql.unsafe(`
      select count(*)::int as uses, coalesce(sum(charge_cents), 0)::int as cents,
        count(*) filter (where verdict in ('OVER', 'UNDER'))::int as differing,
        count(*) filter (where client_code = '')::int as uncoded,
        count(*) filter (where authority = 'RECORDED')::int as recorded,
        count(*) filter (where exempt is not null)::int as exempt
      from uses join accounts using (account_id) where payer_id = '${firm}' and ${where}`);
    const { totalCount, nodes, totals } = await usesOf(filter);
    expect(totals).toEqual({
      uses: expected?.uses,
      charge: { cents: expected?.cents },
      differingUses: expected?.differing,
      uncodedUses: expected?.uncoded,
      recordedUses: expected?.recorded,
      exemptUses: expected?.exempt,
    });
    expect(totalCount).toBe(expected?.uses);
    expect(nodes).toHaveLength(Math.min(100, expected?.uses));
  });

  test('a batch', async () => {
    const { nodes } = await usesOf({ search: '4:26-cv-77777' }, 'batch { id }');
    expect((await usesOf({ batch: nodes[0].batch.id })).totalCount).toBe(602);
    expect((await usesOf({ batch: nodes[0].batch.id.slice(0, -3) })).totalCount).toBe(0);
  });
});

test.each([
  [{ from: '2026-02-02', to: '2026-02-01' }, 'filter.from'],
  [{ quarter: 'Q1' }, 'filter.quarter'],
  [{ search: 'smith' }, 'filter.search'],
  [{ clientCode: Array.from({ length: 101 }, (_, i) => `${i}`) }, 'filter.clientCode'],
])('what cannot be understood is told by its field: %#', async (filter, field) => {
  const { errors } = await admin.query(
    'query ($filter: UseFilter) { firm(id: "1000001") { usage { uses(filter: $filter, first: 1) { nodes { id } } } } }',
    { filter },
  );
  expect(errors[0]?.message).toContain(field);
  expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
