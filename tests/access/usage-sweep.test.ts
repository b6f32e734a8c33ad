import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { firms, people } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';
import { addUses, keysByNumber, link, recountTotals, standAt } from '../support/usage';

// Each use says in all its texts whose it is. Ada was linked to Hawthorne in 2025, to Lindqvist in the first half of
// 2026, and paid for herself before, between and after; Lee has always paid for himself.

const marks = ['HAWTHORNE', 'LINDQVIST', 'ADA', 'LEE'] as const;
type Mark = (typeof marks)[number];

let site: TestSite;
let sql: postgres.Sql;
const ids = new Map<Mark, string[]>();
const batches = new Map<Mark, string>();

const centsOf: Record<Mark, number> = { HAWTHORNE: 1_000_000, LINDQVIST: 10_000, ADA: 100, LEE: 1 };
const caseOf = (mark: Mark) => `4:25-cv-0000${marks.indexOf(mark)}`;

const daysOf: Record<Mark, readonly string[]> = {
  HAWTHORNE: ['2025-01-01', '2025-06-15', '2025-12-31'],
  LINDQVIST: ['2026-01-01', '2026-03-31', '2026-06-30'],
  ADA: ['2024-12-31', '2026-07-01', '2026-08-10'],
  LEE: ['2025-06-15', '2026-03-31', '2026-08-10'],
};

beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
  await standAt(site, sql, '2026-08-19T17:00:00Z');
  const keyOf = await keysByNumber(sql);
  const [ada, lee] = [keyOf(people.attorney), keyOf(people.legacy)];
  const payers: Record<Mark, string> = {
    HAWTHORNE: keyOf(firms.hawthorne),
    LINDQVIST: keyOf(firms.lindqvist),
    ADA: ada,
    LEE: lee,
  };
  await link(sql, { accountId: ada, payerId: payers.HAWTHORNE, from: '2025-01-01Z', to: '2026-01-01Z' });
  await link(sql, { accountId: ada, payerId: payers.LINDQVIST, from: '2026-01-01Z', to: '2026-07-01Z' });
  for (const mark of marks) {
    const batchId = `00000000-0000-7000-8000-00000000000${marks.indexOf(mark)}`;
    await addUses(
      sql,
      daysOf[mark].map((day) => ({
        payerId: payers[mark],
        accountId: mark === 'LEE' ? lee : ada,
        at: `${day}T15:00:00Z`,
        clientCode: `code-${mark}`,
        costCenter: `center-${mark}`,
        caseNumber: caseOf(mark),
        description: `description-${mark}`,
        search: `search-${mark}`,
        chargeCents: centsOf[mark],
        expectedCents: centsOf[mark] - 1,
        exempt: 'CJA',
        batchId,
      })),
    );
    const rows = await sql`select payer_id, quarter::text, use_id from uses where payer_id = ${payers[mark]}`;
    const idOf = (text: string) => Buffer.from(text).toString('base64url');
    ids.set(
      mark,
      rows.map((row) => idOf(`use:${row.payer_id}:${row.quarter}:${row.use_id}`)),
    );
    batches.set(mark, idOf(`usageBatch:${payers[mark]}:${batchId}`));
  }
  await sql`update usage_batches set file_name = 'file-' || (array['HAWTHORNE', 'LINDQVIST', 'ADA', 'LEE'])[1 + right(batch_id::text, 1)::int]`;
  await sql`update uses set transaction_id = 'number-' || substr(client_code, 6), exempt_note = 'note-' || substr(client_code, 6)`;
  await sql`
    insert into use_sightings (payer_id, quarter, use_id, batch_id, line)
    select payer_id, quarter, use_id, batch_id, 2 from uses`;
  await sql`
    insert into client_code_assignments (payer_id, assignment_id, number, client_code, assigned_by, at, filter, uses, charge_cents)
    select distinct payer_id, '00000000-0000-7000-8000-000000000009'::uuid, 1, client_code, ${ada}::uuid, now(), null::jsonb, 1, 1 from uses`;
  await recountTotals(sql);
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

/** Who looks, by which way, and whose uses are there: said here in words of its own. */
const views: readonly { who: string; as: string; way: string; export: string; sees: readonly Mark[] }[] = [
  {
    who: 'Hawthorne',
    as: 'firmadmin.demo',
    way: 'firm(id: "1000001")',
    export: '1000001',
    sees: ['HAWTHORNE'],
  },
  {
    who: 'Lindqvist',
    as: 'firmadmin.two',
    way: 'firm(id: "1000002")',
    export: '1000002',
    sees: ['LINDQVIST'],
  },
  { who: 'Ada for herself', as: 'attorney.demo', way: 'viewer', export: 'me', sees: ['ADA'] },
  { who: 'Lee for himself', as: 'legacy.demo', way: 'viewer', export: 'me', sees: ['LEE'] },
  {
    who: 'Ada whoever paid',
    as: 'attorney.demo',
    way: 'own',
    export: 'own',
    sees: ['HAWTHORNE', 'LINDQVIST', 'ADA'],
  },
  {
    who: 'the operator at Hawthorne',
    as: 'operator.demo',
    way: 'firm(id: "1000001")',
    export: '1000001',
    sees: ['HAWTHORNE'],
  },
  { who: 'a clerk for himself', as: 'clerk.mowd', way: 'viewer', export: 'me', sees: [] },
];

/** Every filter there is, with each payer’s own values in it, and none. */
function filters(): Record<string, unknown>[] {
  const ofMark = marks.flatMap((mark) => [
    { clientCode: [`code-${mark}`] },
    { costCenter: [`center-${mark}`] },
    { search: caseOf(mark) },
    { search: `description-${mark}`, from: '2024-01-01', to: '2026-12-31' },
    { batch: batches.get(mark) },
    ...daysOf[mark].map((day) => ({ from: day, to: day })),
  ]);
  return [
    {},
    ...ofMark,
    ...[people.attorney, people.legacy].map((account) => ({ account: [account] })),
    ...['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].map((quarter) => ({
      quarter,
    })),
    { court: ['mowd'], kind: ['DOCUMENT'] },
    { exempt: true, differing: true, authority: 'UPLOADED' },
    { clientCode: marks.map((mark) => `code-${mark}`), account: [people.attorney] },
  ];
}

const everything = `allowedActions firm { number }
  uses(filter: $filter, first: 100) { totalCount totals { uses charge { cents } }
    nodes { id day clientCode givenClientCode costCenter caseNumber description search transactionNumber exemptNote
      charge { cents } batch { id fileName } alsoIn { id fileName } account { accountNumber } } }
  totals(filter: $filter) { uses charge { cents } accessCharge { cents } difference { cents } exemptUses differingUses }
  spend(filter: $filter, by: QUARTER) { totals { charge { cents } } }
  person: by(dimension: ACCOUNT, filter: $filter, first: 100) { nodes { account { accountNumber } totals { charge { cents } } } }
  court: by(dimension: COURT, filter: $filter, first: 100) { nodes { totals { charge { cents } } } }
  client: by(dimension: CLIENT_CODE, filter: $filter, first: 100) { nodes { clientCode totals { charge { cents } } } }
  center: by(dimension: COST_CENTER, filter: $filter, first: 100) { nodes { costCenter totals { charge { cents } } } }
  kind: by(dimension: KIND, filter: $filter, first: 100) { nodes { totals { charge { cents } } } }`;
const once = `codeChanges(first: 100) { nodes { clientCode } } savedViews { name }
  overview(quarter: "2026-Q1") { current { charge { cents } } previous { charge { cents } }
    dearest { id description } changes { accounts { difference { cents } } clientCodes { clientCode } } }`;

async function usageOf(client: ApiClient, way: string, fields: string, filter: unknown = null) {
  const usage = way === 'own' ? `viewer { usage: ownUsage { ${fields} } }` : `${way} { usage { ${fields} } }`;
  const variables = fields.includes('$filter') ? { filter } : {};
  const declared = fields.includes('$filter') ? 'query ($filter: UseFilter) ' : '';
  const data = await client.data(`${declared}{ ${usage} }`, variables);
  return (Object.values(data)[0] as { usage: Record<string, never> }).usage;
}

/** What of others stands anywhere in an answer. */
function leaks(answer: unknown, sees: readonly Mark[]): string[] {
  const text = JSON.stringify(answer);
  return marks.filter(
    (mark) =>
      !sees.includes(mark) &&
      (text.includes(mark) ||
        [...(ids.get(mark) ?? []), batches.get(mark) ?? ''].some((id) => text.includes(id))),
  );
}

/** Whether an amount is made of charges of those that are seen: each payer’s have a decimal place of their own. */
function isTheirs(cents: number, sees: readonly Mark[]): boolean {
  const digits = String(Math.abs(cents)).padStart(8, '0');
  const place: Record<Mark, string> = {
    HAWTHORNE: digits.slice(0, 2),
    LINDQVIST: digits.slice(2, 4),
    ADA: digits.slice(4, 6),
    LEE: digits.slice(6, 8),
  };
  return marks.every((mark) => sees.includes(mark) || Number(place[mark]) === 0);
}

/** Every charge in an answer. */
function charges(answer: unknown): number[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) =>
    name === 'charge' || name === 'accessCharge' ? [(value as { cents: number }).cents] : charges(value),
  );
}

const walls: [string, () => Promise<string>][] = [
  ['as it is', async () => site.url],
  ['by our own code alone', () => site.secondServer(site.db.superuserUrl)],
];

describe.each(walls)('nothing of another payer’s, and nothing outside an interval, %s:', (_, server) => {
  let url: string;
  beforeAll(async () => {
    url = await server();
  });
  const clientOf = async (username: string) => {
    const client = await site.signedIn(username);
    return Object.assign(Object.create(client) as ApiClient, { url });
  };

  test.each(views)('$who, by every field and filter', async ({ as, way, sees }) => {
    const client = await clientOf(as);
    for (const filter of filters()) {
      const said = JSON.stringify(filter);
      const usage = await usageOf(client, way, everything, filter);
      // A filter comes back in nothing: what stands in the answer was read.
      expect(leaks(usage, sees), said).toEqual([]);
      expect(
        charges(usage).every((cents) => isTheirs(cents, sees)),
        said,
      ).toBe(true);
    }
    const all = (await usageOf(client, way, everything, {})) as unknown as {
      uses: { totalCount: number };
      totals: { uses: number; charge: { cents: number } };
    };
    expect(all.uses.totalCount).toBe(3 * sees.length);
    expect(all.totals).toMatchObject({
      uses: 3 * sees.length,
      charge: { cents: sees.reduce((sum, mark) => sum + 3 * centsOf[mark], 0) },
    });
    expect(leaks(await usageOf(client, way, way === 'own' ? 'savedViews { name }' : once), sees)).toEqual([]);
  });

  test.each(views)('$who, by every export', async ({ as, export: payer, sees }) => {
    const client = await clientOf(as);
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const filter of filters()) {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries(filter))
        for (const one of [value].flat()) query.append(name, String(one));
      await sql`delete from api_allowances`;
      const response = await fetch(`${url}/export/usage/${payer}?${query}`, { headers: { cookie } });
      expect(response.status).toBe(200);
      expect(leaks(await response.text(), sees), query.toString()).toEqual([]);
    }
  });

  test.each(views)('$who, by id', async ({ as }) => {
    const client = await clientOf(as);
    const seen = new Set(views.filter((view) => view.as === as).flatMap((view) => view.sees));
    for (const mark of marks) {
      const asked = [...(ids.get(mark) ?? [])];
      const { nodes } = await client.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: asked });
      const visible = as === 'operator.demo' || seen.has(mark);
      expect(
        nodes.every((node: unknown) => (node !== null) === visible),
        mark,
      ).toBe(true);
    }
  });
});
