import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import {
  linkageCorrect,
  linkagePreview,
  linkageRemove,
  linkageSet,
  linked,
  refusalsOf,
  type SetLinkage,
  withoutLinkages,
} from '../support/linkages';
import { firms, people } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let operator: ApiClient;
let linkage: SetLinkage;
beforeAll(async () => {
  site = await openTestSite();
  await withoutLinkages(site.db);
  operator = await site.signedIn('operator.demo');
  linkage = await linked(operator, {
    account: people.attorney,
    firm: firms.hawthorne,
    from: '2025-02-01T06:00:00Z',
    until: '2025-03-01T06:00:00Z',
    costCenter: 'Tax',
  });
  // A use on each day of the quarter, of whoever answers for it.
  const sql = plainSql(site.db.superuserUrl);
  await sql`select usage_partition_ensure('2025-01-01')`;
  await sql`
    insert into uses (payer_id, quarter, use_id, account_id, court_id, at, time_known, day, kind, given_client_code,
      client_code, cost_center, charge_cents, verdict, authority, batch_id, source, source_key, content_key)
    select coalesce(l.payer_id, a.account_id), '2025-01-01', gen_random_uuid(), a.account_id, 'mowd',
      day + interval '18 hours', true, day::date, 'DOCUMENT', '', '', coalesce(l.cost_center, ''), 30, 'EQUAL',
      'UPLOADED', '00000000-0000-7000-8000-00000000ba7c', 'CONTENT', day::text::bytea, day::text::bytea
    from accounts a cross join generate_series(timestamptz '2025-01-01Z', timestamptz '2025-03-31Z', '1 day') day
    left join linkages l on l.account_id = a.account_id and l.starts_at <= day + interval '18 hours'
      and day + interval '18 hours' < l.ends_at
    where a.account_number = ${people.attorney}`;
  await sql.end();
});
afterAll(() => site.close());

const ada = { accountNumber: people.attorney };
const hawthorne = { number: firms.hawthorne };
const lindqvist = { number: firms.lindqvist };

async function told(input: Record<string, unknown>) {
  const answer = await linkagePreview(operator, input);
  expect(refusalsOf(answer)).toEqual([]);
  return answer.data.linkagePreview.handOvers;
}

describe('a preview tells what would change hands', () => {
  test('by a new interval', async () => {
    const january = { from: '2025-01-10T06:00:00.000Z', until: '2025-01-20T06:00:00.000Z' };
    expect(
      await told({ account: people.attorney, firm: firms.lindqvist, ...january, costCenter: 'Appeals' }),
    ).toEqual([
      {
        ...january,
        uses: 10,
        charge: { cents: 300 },
        fromPayer: ada,
        toPayer: lindqvist,
        fromCostCenter: null,
        toCostCenter: 'Appeals',
      },
    ]);
  });

  test('by a correction, on both sides', async () => {
    const times = { from: '2025-01-31T06:00:00.000Z', until: '2025-02-15T06:00:00.000Z' };
    expect(await told({ linkage: linkage.id, ...times })).toMatchObject([
      { from: times.from, until: linkage.from, uses: 1, fromPayer: ada, toPayer: hawthorne },
      { from: times.until, until: linkage.until, uses: 14, fromPayer: hawthorne, toPayer: ada },
    ]);
    expect(await told({ linkage: linkage.id, until: null })).toMatchObject([
      { from: linkage.until, until: null, uses: 31, fromPayer: ada, toPayer: hawthorne },
    ]);
  });

  test('by another cost center: within the firm', async () => {
    expect(await told({ linkage: linkage.id, costCenter: null })).toEqual([
      {
        from: linkage.from,
        until: linkage.until,
        uses: 28,
        charge: { cents: 840 },
        fromPayer: hawthorne,
        toPayer: hawthorne,
        fromCostCenter: 'Tax',
        toCostCenter: null,
      },
    ]);
    expect(await told({ linkage: linkage.id, costCenter: ' Tax ' })).toEqual([]);
  });

  test('by taking it back', async () => {
    expect(await told({ linkage: linkage.id, remove: true })).toMatchObject([
      { from: linkage.from, until: linkage.until, uses: 28, fromPayer: hawthorne, toPayer: ada },
    ]);
  });
});

describe('a preview is refused as the change would be', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['without a beginning', { account: people.attorney, firm: firms.lindqvist }, 'REQUIRED', 'from'],
    ['without a firm', { account: people.attorney, from: '2025-01-01T06:00:00Z' }, 'NOT_FOUND', 'firm'],
    ['without an account', { firm: firms.lindqvist, from: '2025-01-01T06:00:00Z' }, 'NOT_FOUND', 'account'],
    ['for what is no interval', { linkage: 'x', remove: true }, 'NOT_FOUND', 'linkage'],
    [
      'where another firm answers',
      { account: people.attorney, firm: firms.lindqvist, from: '2025-02-20T06:00:00Z' },
      'OVERLAP',
      'from',
    ],
  ])('%s', async (_, input, code, field) => {
    const answer = await linkagePreview(operator, input);
    expect(refusalsOf(answer)).toEqual([[code, ['input', field]]]);
    expect(answer.data.linkagePreview.handOvers).toEqual([]);
  });

  test('and changes nothing', async () => {
    const { node } = await operator.data(
      'query ($id: ID!) { node(id: $id) { ... on Linkage { version } } }',
      {
        id: linkage.id,
      },
    );
    expect(node.version).toBe(1);
  });

  test.each([
    ['firmadmin.demo', 'FORBIDDEN'],
    ['attorney.demo', 'FORBIDDEN'],
  ])('to %s', async (username, code) => {
    const { errors } = await linkagePreview(await site.signedIn(username), {
      linkage: linkage.id,
      remove: true,
    });
    expect(errors.map((error) => error.extensions.code)).toEqual([code]);
  });
});

describe('a change moves what its preview told', () => {
  const month = { from: '2025-01-10T06:00:00.000Z', until: '2025-01-20T06:00:00.000Z' };

  test.each([
    ['a new interval', { account: people.attorney, firm: firms.lindqvist, ...month }, linkageSet, 10],
    ['a correction', { expectedVersion: 1, until: null }, linkageCorrect, 31],
    ['another cost center', { expectedVersion: 2, costCenter: 'Appeals' }, linkageCorrect, 0],
    ['taking it back', { expectedVersion: 3 }, linkageRemove, 59],
  ])('%s', async (_, change, call, uses) => {
    const input = 'account' in change ? change : { ...change, linkage: linkage.id };
    const { expectedVersion: __, ...asked } = { expectedVersion: 0, ...input };
    const preview = await linkagePreview(operator, {
      ...asked,
      ...(call === linkageRemove && { remove: true }),
    });
    const moved = { movedUses: uses, movedCharge: { cents: uses * 30 } };
    expect(preview.data.linkagePreview).toMatchObject({ ...moved, userErrors: [] });
    const answer = await call(operator, input);
    expect(refusalsOf(answer)).toEqual([]);
    expect(Object.values(answer.data)).toMatchObject([moved]);
  });

  test('and it stands in the audit trail and in the mail', async () => {
    const sql = plainSql(site.db.superuserUrl);
    const entries = await sql`select action, details -> 'moved' as moved from audit_entries
      where action like 'firms.linkage.%' order by entry_id desc limit 4`;
    const mails = await sql`select text from mail_messages order by mail_id desc limit 2`;
    await sql.end();
    expect(entries).toEqual([
      { action: 'firms.linkage.removed', moved: { uses: 59, chargeCents: 1770, joined: 0, recentered: 0 } },
      { action: 'firms.linkage.corrected', moved: { uses: 0, chargeCents: 0, joined: 0, recentered: 59 } },
      { action: 'firms.linkage.corrected', moved: { uses: 31, chargeCents: 930, joined: 0, recentered: 0 } },
      { action: 'firms.linkage.set', moved: { uses: 10, chargeCents: 300, joined: 0, recentered: 0 } },
    ]);
    for (const { text } of mails) expect(text).toContain('With it, 59 earlier uses ($17.70) changed hands.');
  });
});
