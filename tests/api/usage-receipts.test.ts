import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wrongBatches, wrongTotals } from '../database/usage-sums';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { link, worked } from '../support/imports';
import { withoutLinkages } from '../support/linkages';
import { plainSql } from '../support/sql';
import { startTestJobs } from '../support/test-jobs';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let administrator: ApiClient;
let superuser: ReturnType<typeof plainSql>;
let endJobs: () => Promise<void>;
beforeAll(async () => {
  site = await openTestSite();
  superuser = plainSql(site.db.superuserUrl);
  await withoutLinkages(site.db);
  await link(site, 2000006, 1000001, '2020-01-01');
  endJobs = await startTestJobs(site);
  administrator = await site.signedIn('firmadmin.demo');
});
afterAll(async () => {
  await endJobs();
  await superuser.end();
  await site.close();
});

/** A receipt as the case locator gives it with a search. */
const receipt = (n: number, more: Record<string, unknown> = {}) => ({
  transactionId: 7_000_000 + n,
  transactionDate: `2025-05-0${1 + (n % 9)}T15:04:05.000-0500`,
  billablePages: 1,
  loginId: 'attorney.demo',
  clientCode: 'ACME.1',
  firmId: null,
  csoId: 123,
  search: `Smith ${n}`,
  description: 'All Court Types Party Search',
  searchFee: '.10',
  ...more,
});

async function send(
  receipts: readonly unknown[],
  input: Record<string, unknown> = {},
  client = administrator,
): Promise<ApiAnswer> {
  return client.query(
    `mutation ($input: UsageReceiptsImportInput!) { usageReceiptsImport(input: $input) {
      batch { id uses knownUses authority charge { cents } }
      results { outcome problems { code column value message } }
      userErrors { code field message } } }`,
    { input: { payer: '1000001', idempotencyKey: randomUUID(), receipts, ...input } },
  );
}
async function sent(...args: Parameters<typeof send>) {
  const { data, errors } = await send(...args);
  expect(errors).toEqual([]);
  return data.usageReceiptsImport;
}
const outcomes = ({ results }: { results: { outcome: string }[] }) => results.map(({ outcome }) => outcome);
const usesOf = (search: string) => superuser`
  select kind, court_id, client_code, charge_cents::int as cents, authority, transaction_id, at from uses where search = ${search}`;

test('receipts become uses, and what is wrong with one is told at its place', async () => {
  const imported = await sent([
    receipt(1),
    receipt(2, { transactionDate: 'yesterday' }),
    receipt(3, { loginId: 'nobody.known' }),
    receipt(4),
    {},
  ]);
  expect(outcomes(imported)).toEqual(['WRITTEN', 'REFUSED', 'REFUSED', 'WRITTEN', 'REFUSED']);
  const problems = imported.results.map(
    ({ problems: [first] }: { problems: { code: string }[] }) => first?.code,
  );
  expect(problems).toEqual([undefined, 'BAD_DATE', 'UNKNOWN_ACCOUNT', undefined, 'BAD_RECEIPT']);
  expect(imported.batch).toMatchObject({
    uses: 2,
    knownUses: 0,
    authority: 'UPLOADED',
    charge: { cents: 20 },
  });
  expect(await usesOf('Smith 1')).toEqual([
    {
      kind: 'SEARCH',
      court_id: null,
      client_code: 'ACME.1',
      cents: 10,
      authority: 'UPLOADED',
      transaction_id: '7000001',
      at: new Date('2025-05-02T20:04:05Z'),
    },
  ]);
});

test('a second call with the key of the first changes nothing and gets its answer; with other receipts it is refused', async () => {
  const input = { idempotencyKey: 'receipts-once' };
  const receipts = [receipt(11), receipt(12, { searchFee: 'much' })];
  const first = await sent(receipts, input);
  const [{ batches: before } = {}] = await superuser`select count(*)::int as batches from usage_batches`;
  expect(await sent(receipts, input)).toEqual(first);
  const [{ batches: after } = {}] = await superuser`select count(*)::int as batches from usage_batches`;
  expect(after).toBe(before);
  const { userErrors } = await sent([receipt(13)], input);
  expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_MISMATCH' }]);
  expect(await usesOf('Smith 13')).toEqual([]);
});

test('what was told before is known, whether by a receipt or by a file', async () => {
  const file = [
    'Transaction ID,Login ID,Date,Time,Court,Type,Search,Charge',
    '7000021,attorney.demo,2025-05-04,15:04:05,PCL,Search,Smith 21,0.10',
  ].join('\n');
  expect((await worked(administrator, '1000001', file)).state).toBe('DONE');
  const imported = await sent([receipt(21), receipt(22), receipt(22)]);
  expect(outcomes(imported)).toEqual(['KNOWN', 'WRITTEN', 'KNOWN']);
  expect(outcomes(await sent([receipt(22), receipt(23)]))).toEqual(['KNOWN', 'WRITTEN']);
  expect(await usesOf('Smith 22')).toHaveLength(1);
  expect(await wrongTotals(superuser)).toEqual([]);
  expect(await wrongBatches(superuser)).toEqual([]);
});

test.each<[string, number]>([
  ['none', 0],
  ['too many', 501],
])('%s are refused', async (_, count) => {
  const receipts = Array.from({ length: count }, (_, n) => receipt(1000 + n));
  expect((await sent(receipts)).userErrors).toMatchObject([
    { code: 'INVALID', field: ['input', 'receipts'] },
  ]);
});

test('as many as may be come in one call', async () => {
  const receipts = Array.from({ length: 500 }, (_, n) => receipt(2000 + n));
  const imported = await sent(receipts);
  expect(new Set(outcomes(imported))).toEqual(new Set(['WRITTEN']));
  expect(imported.batch.uses).toBe(500);
});

test('only an operator records what is billed', async () => {
  const { errors } = await send([receipt(31)], { authority: 'RECORDED' });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect(await usesOf('Smith 31')).toEqual([]);

  const operator = await site.signedIn('operator.demo');
  const recorded = await sent([receipt(31), receipt(1)], { authority: 'RECORDED' }, operator);
  expect(outcomes(recorded)).toEqual(['WRITTEN', 'WRITTEN']);
  expect(await usesOf('Smith 1')).toMatchObject([{ authority: 'RECORDED' }]);
});

test('a person sends his own, and nobody another’s', async () => {
  const person = await site.signedIn('clerk.mowb');
  const own = await sent([receipt(41, { loginId: 'clerk.mowb' }), receipt(42)], { payer: null }, person);
  expect(outcomes(own)).toEqual(['WRITTEN', 'REFUSED']);
  const { userErrors } = await sent([receipt(43)], {}, person);
  expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'payer'] }]);
});
