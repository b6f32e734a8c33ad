import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { firms, people } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';
import { addManyUses, addUses, keysByNumber, link, standAt } from '../support/usage';

let site: TestSite;
let sql: postgres.Sql;
let administrator: ApiClient;
let hawthorne: string;
beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
  await standAt(site, sql, '2026-08-20T03:00:00Z');
  const keyOf = await keysByNumber(sql);
  hawthorne = keyOf(firms.hawthorne);
  const [ada, lee] = [keyOf(people.attorney), keyOf(people.legacy)];
  for (const accountId of [ada, lee]) await link(sql, { accountId, payerId: hawthorne, from: '2025-01-01' });
  await link(sql, { accountId: ada, payerId: keyOf(firms.lindqvist), from: '2020-01-01', to: '2020-02-01' });
  await addManyUses(sql, {
    payerId: hawthorne,
    accountIds: [ada, lee],
    courtIds: ['mowd', 'mowb', 'ksd'],
    codes: 12,
    costCenters: 3,
    count: 3000,
    from: '2026-01-01',
    to: '2026-08-19',
  });
  const use = { payerId: hawthorne, accountId: ada, day: '2026-07-31' };
  await addUses(sql, [
    {
      ...use,
      at: '2026-08-01 04:59:59.123Z',
      chargeCents: 300,
      expectedCents: 310,
      clientCode: '=cmd|calc',
      description: '@SUM(A1), “so”\nand on',
      search: '+1-2',
      caseNumber: '-1+2',
    },
    { ...use, payerId: keyOf(firms.lindqvist), at: '2026-08-01 01:00Z', clientCode: 'Secret' },
    { ...use, payerId: ada, at: '2024-05-01 12:00Z', day: '2024-05-01', clientCode: 'Mine' },
  ]);
  await sql`update uses set transaction_id = left(use_id::text, 8) || right(use_id::text, 12)`;
  administrator = await site.signedIn('firmadmin.demo');
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

const cookieOf = (client: ApiClient) =>
  [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Each call counts, so each comes from somebody's renewed allowance. */
async function exported(client: ApiClient, path: string, options: RequestInit = {}) {
  await sql`delete from api_allowances`;
  return fetch(`${site.url}/export/usage/${path}`, {
    ...options,
    headers: { cookie: cookieOf(client), ...options.headers },
  });
}

const rowsOf = async (client: ApiClient, path: string) => {
  const response = await exported(client, path);
  expect(response.status).toBe(200);
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  return text.slice(1).split('\r\n').slice(1, -1);
};

async function listed(filter: Record<string, unknown>, orderBy: Record<string, unknown>): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const { firm } = await administrator.data(
      `query ($filter: UseFilter, $orderBy: UseOrder, $after: String) { firm(id: "1000001") { usage {
        uses(filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
          nodes { transactionNumber } pageInfo { hasNextPage endCursor } } } } }`,
      { filter, orderBy, after },
    );
    const { nodes, pageInfo } = firm.usage.uses;
    found.push(...nodes.map(({ transactionNumber }: { transactionNumber: string }) => transactionNumber));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

describe('an export holds exactly what the list does, in its order:', () => {
  test.each([
    ['', {}, '-at', { field: 'AT', direction: 'DESC' }],
    [
      'quarter=2026-Q2&court=mowd&court=ksd',
      { quarter: '2026-Q2', court: ['mowd', 'ksd'] },
      'at',
      { field: 'AT', direction: 'ASC' },
    ],
    [
      'clientCode=&exempt=false',
      { clientCode: [''], exempt: false },
      '-charge',
      { field: 'CHARGE', direction: 'DESC' },
    ],
    [
      `account=${people.legacy}&differing=true`,
      { account: [people.legacy], differing: true },
      'charge',
      { field: 'CHARGE', direction: 'ASC' },
    ],
    [
      'kind=SEARCH&authority=RECORDED&court=',
      { kind: ['SEARCH'], authority: 'RECORDED', court: [''] },
      '-at',
      { field: 'AT', direction: 'DESC' },
    ],
    [
      'from=2026-07-01&to=2026-07-31&search=smith',
      { from: '2026-07-01', to: '2026-07-31', search: 'smith' },
      '-at',
      { field: 'AT', direction: 'DESC' },
    ],
    [
      'quarter=2026-Q1&from=2026-06-01',
      { quarter: '2026-Q1', from: '2026-06-01' },
      '-at',
      { field: 'AT', direction: 'DESC' },
    ],
  ])('%s', async (query, filter, sort, orderBy) => {
    const rows = await rowsOf(administrator, `${firms.hawthorne}?${query}&sort=${sort}&columns=transaction`);
    expect(rows).toEqual(await listed(filter, orderBy));
  });
});

test('a row has every field, and nothing in it is a formula', async () => {
  const response = await exported(administrator, `${firms.hawthorne}?clientCode=%3Dcmd%7Ccalc`);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="transactions-1000001-2026-08-19.csv"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  const [header, row] = (await response.text()).replace('\ufeff', '').split('\r\n');
  expect(header).toBe(
    'Date and time,Person,Account number,Court,Kind,Case number,Description,Search criteria,Client code,Code given,Cost center,Paid by,Quarter,Format,Pages,Bytes,Billable pages,By the schedule,Difference,Charge,Check,Why it differs,Exemption,Exemption as written,Standing,Transaction number,Came with,Also in',
  );
  expect(row?.replace(/,[0-9a-f]{20},/, ',T,')).toBe(
    `2026-07-31 23:59:59,Ada Quist,2000006,mowd,Document,'-1+2,"'@SUM(A1), “so”\nand on",'+1-2,'=cmd|calc,'=cmd|calc,,Hawthorne & Reyes LLP,2026-Q3,PDF,1,,1,3.10,-0.10,3.00,Under,No rule explains the charge.,,,Uploaded,T,list.csv,`,
  );
});

test('a person exports what he used whoever paid, without the batches of a firm, and what he paid himself', async () => {
  const ada = await site.signedIn('attorney.demo');
  const own = await rowsOf(ada, 'own?columns=payer,client,batch&from=2026-07-31&to=2026-07-31&sort=at');
  expect(own.filter((row) => row.includes('Secret'))).toEqual(['Lindqvist Law Group PC,Secret,']);
  expect(await rowsOf(ada, 'me?columns=payer,client,batch')).toEqual(['The person,Mine,list.csv']);
  expect((await rowsOf(ada, 'own?columns=number')).every((row) => row === people.attorney)).toBe(true);
});

describe('nothing is exported', () => {
  const statusOf = async (client: ApiClient, path: string, options: RequestInit = {}) => {
    const response = await exported(client, path, options);
    const { errors } = (await response.json()) as Pick<ApiAnswer, 'errors'>;
    return [response.status, errors[0]?.extensions.code];
  };

  test('to whom it is not, as if it did not exist', async () => {
    for (const payer of [firms.lindqvist, people.attorney, '9999999', 'nobody'])
      expect(await statusOf(administrator, payer), payer).toEqual([404, 'NOT_FOUND']);
    const clerk = await site.signedIn('clerk.mowd');
    expect(await statusOf(clerk, firms.hawthorne)).toEqual([404, 'NOT_FOUND']);
    for (const payer of [firms.hawthorne, 'me', 'own'])
      expect(await statusOf(site.visitor(), payer)).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('to pages of other sites', async () => {
    const options = { headers: { origin: 'https://elsewhere.test' } };
    expect(await statusOf(administrator, firms.hawthorne, options)).toEqual([403, 'FORBIDDEN']);
  });

  test.each([
    'quarter=soon',
    'kind=BOOK',
    'search=word',
    'sort=name',
    'columns=at,secret',
    'columns=',
    'clientCode=%00',
  ])('of what cannot be meant: %s', async (query) => {
    expect(await statusOf(administrator, `${firms.hawthorne}?${query}`)).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('too often', async () => {
    const codes: number[] = [];
    await exported(administrator, `${firms.hawthorne}?quarter=2020-Q1`);
    for (let i = 0; i < 21; i += 1) {
      const response = await fetch(`${site.url}/export/usage/${firms.hawthorne}?quarter=2020-Q1`, {
        headers: { cookie: cookieOf(administrator) },
      });
      await response.arrayBuffer();
      codes.push(response.status);
    }
    expect(codes.slice(0, 15).every((code) => code === 200)).toBe(true);
    expect(codes.at(-1)).toBe(429);
  });
});

test('other firms’ exports hold nothing of this one', async () => {
  const other = await site.signedIn('firmadmin.two');
  expect(await rowsOf(other, `${firms.lindqvist}?columns=client`)).toEqual(['Secret']);
});

test('a client that goes away leaves no reading behind', async () => {
  await sql`
    insert into uses select (r).* from (
      select jsonb_populate_record(u, jsonb_build_object('use_id', gen_random_uuid(),
        'source_key', '\\x' || replace(gen_random_uuid()::text, '-', ''))) as r
      from uses u cross join generate_series(1, 10) where payer_id = ${hawthorne}) as copies`;
  const readings = async () => {
    const [row] = await sql`
      select count(*)::int as count from pg_stat_activity
      where query ilike '%to_char%' and state <> 'idle' and pid <> pg_backend_pid()`;
    return row?.count;
  };
  const leaving = new AbortController();
  const response = await exported(administrator, firms.hawthorne, { signal: leaving.signal });
  const reader = response.body?.getReader();
  await reader?.read();
  await expect.poll(readings, { timeout: 10_000 }).toBe(1);
  leaving.abort();
  await expect.poll(readings, { timeout: 10_000 }).toBe(0);
});
