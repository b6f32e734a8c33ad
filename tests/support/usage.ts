import type postgres from 'postgres';
import type { TestSite } from './test-site';

/** What of a use a test says; the rest is that of a plain document of one page. */
export interface TestUse {
  readonly payerId: string;
  readonly accountId: string;
  /** UTC, as Postgres reads it. */
  readonly at: string;
  /** The day in the service center's zone; that of UTC when left out. */
  readonly day?: string;
  readonly courtId?: string | null;
  readonly clientCode?: string;
  readonly costCenter?: string;
  readonly kind?: string;
  readonly chargeCents?: number;
  readonly expectedCents?: number | null;
  readonly exempt?: string | null;
  readonly authority?: 'RECORDED' | 'UPLOADED';
  readonly batchId?: string;
  readonly caseNumber?: string | null;
  readonly description?: string | null;
  readonly search?: string | null;
  readonly useId?: string;
}

/** A batch that uses of no other are put into. */
export const usualBatch = '00000000-0000-7000-8000-00000000ba7c';

const totalsColumns = `payer_id, quarter, grouping, period, starts_on, account_id, court_id, client_code, kind, cost_center,
  uses, charge_cents, access_cents, recorded_uses, recorded_cents, exempt_uses, differing_uses, difference_cents,
  uncoded_uses, uncoded_cents`;

/** The totals of uses in plain words: every grouping there is, counted from the uses themselves. */
const countedTotals = `
  select u.payer_id, u.quarter, g.grouping, p.period, p.starts_on, g.account_id, g.court_id, g.client_code, g.kind,
    g.cost_center, count(*) as uses, sum(u.charge_cents)::bigint as charge_cents,
    coalesce(sum(u.charge_cents) filter (where u.kind in ('DOCUMENT', 'DOCKET_REPORT', 'CASE_REPORT', 'SEARCH',
      'TRANSCRIPT', 'AUDIO', 'OPINION', 'NON_CASE_REPORT')), 0)::bigint as access_cents,
    count(*) filter (where u.authority = 'RECORDED') as recorded_uses,
    coalesce(sum(u.charge_cents) filter (where u.authority = 'RECORDED'), 0)::bigint as recorded_cents,
    count(*) filter (where u.exempt is not null) as exempt_uses,
    count(*) filter (where u.verdict in ('OVER', 'UNDER')) as differing_uses,
    coalesce(sum(u.charge_cents - u.expected_cents) filter (where u.verdict in ('OVER', 'UNDER')), 0)::bigint
      as difference_cents,
    count(*) filter (where u.client_code = '') as uncoded_uses,
    coalesce(sum(u.charge_cents) filter (where u.client_code = ''), 0)::bigint as uncoded_cents
  from uses u
  cross join (select '00000000-0000-0000-0000-000000000000'::uuid as nil) n
  cross join lateral (values ('DAY', u.day), ('WEEK', u.quarter + (u.day - u.quarter) / 7 * 7),
    ('QUARTER', u.quarter)) p (period, starts_on)
  cross join lateral (values
    ('NONE', n.nil, '', '', '', ''),
    ('ACCOUNT', u.account_id, '', '', '', ''),
    ('COURT', n.nil, coalesce(u.court_id, ''), '', '', ''),
    ('CLIENT', n.nil, '', u.client_code, '', ''),
    ('KIND', n.nil, '', '', u.kind, ''),
    ('COST_CENTER', n.nil, '', '', '', u.cost_center),
    ('ACCOUNT_COURT', u.account_id, coalesce(u.court_id, ''), '', '', ''),
    ('ACCOUNT_CLIENT', u.account_id, '', u.client_code, '', ''),
    ('ACCOUNT_KIND', u.account_id, '', '', u.kind, ''),
    ('COURT_CLIENT', n.nil, coalesce(u.court_id, ''), u.client_code, '', ''),
    ('COURT_KIND', n.nil, coalesce(u.court_id, ''), '', u.kind, ''),
    ('CLIENT_KIND', n.nil, '', u.client_code, u.kind, ''))
    g (grouping, account_id, court_id, client_code, kind, cost_center)
  where p.period = 'QUARTER' or g.grouping in ('NONE', 'ACCOUNT', 'COURT', 'CLIENT', 'KIND', 'COST_CENTER')
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;

/** Counts all totals anew from the uses there are. */
export async function recountTotals(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`truncate usage_totals, usage_total_deltas;
    insert into usage_totals (${totalsColumns}) ${countedTotals}`);
}

/** Totals that are not what the uses say; none where all is right. */
export function wrongTotals(sql: postgres.Sql): Promise<Record<string, unknown>[]> {
  const keys = totalsColumns.split(',').slice(0, 10).join(',');
  const sums = totalsColumns
    .split(',')
    .slice(10)
    .map((name) => `sum(${name.trim()})::bigint as ${name.trim()}`)
    .join(', ');
  return sql.unsafe(`
    with kept as (select ${keys}, ${sums} from usage_totals_now group by ${keys} having sum(uses) <> 0 or sum(charge_cents) <> 0),
      counted as (${countedTotals})
    (select 'kept' as which, ${totalsColumns} from kept except select 'kept', ${totalsColumns} from counted)
    union all
    (select 'counted', ${totalsColumns} from counted except select 'counted', ${totalsColumns} from kept)`);
}

const quarterOf = (day: string) =>
  `${day.slice(0, 5)}${['01', '04', '07', '10'][Math.floor((Number(day.slice(5, 7)) - 1) / 3)]}-01`;

function verdictOf(charge: number, expected: number | null): string {
  if (expected === null) return 'UNCHECKABLE';
  if (charge === expected) return 'EQUAL';
  return charge > expected ? 'OVER' : 'UNDER';
}

/** Writes uses and counts the totals anew. */
export async function addUses(sql: postgres.Sql, uses: readonly TestUse[]): Promise<void> {
  const rows = uses.map((use) => {
    const day = use.day ?? use.at.slice(0, 10);
    const charge = use.chargeCents ?? 10;
    const expected = use.expectedCents === undefined ? charge : use.expectedCents;
    return {
      payer_id: use.payerId,
      quarter: quarterOf(day),
      use_id: use.useId ?? null,
      account_id: use.accountId,
      court_id: use.courtId === undefined ? 'mowd' : use.courtId,
      at: use.at,
      day,
      kind: use.kind ?? 'DOCUMENT',
      client_code: use.clientCode ?? '',
      cost_center: use.costCenter ?? '',
      charge_cents: charge,
      expected_cents: expected,
      verdict: verdictOf(charge, expected),
      cause: charge === expected ? null : 'OTHER',
      exempt: use.exempt ?? null,
      authority: use.authority ?? 'UPLOADED',
      batch_id: use.batchId ?? usualBatch,
      case_number: use.caseNumber ?? null,
      case_key: use.caseNumber?.toLowerCase().replace(/\s+/g, '') ?? null,
      description: use.description ?? null,
      search: use.search ?? null,
    };
  });
  for (const quarter of new Set(rows.map((row) => row.quarter)))
    await sql`select usage_partition_ensure(${quarter}::date)`;
  await sql`
    insert into uses (payer_id, quarter, use_id, account_id, court_id, at, time_known, day, kind, given_client_code,
      client_code, cost_center, case_number, case_key, description, search, format, pages, bytes, billable_pages,
      charge_cents, expected_cents, schedule_id, verdict, cause, exempt, exempt_note, authority, batch_id, source,
      source_key, transaction_id, content_key)
    select r.payer_id, r.quarter, coalesce(r.use_id, gen_random_uuid()), r.account_id, r.court_id, r.at, true, r.day,
      r.kind, r.client_code, r.client_code, r.cost_center, r.case_number, r.case_key, r.description, r.search, 'PDF', 1,
      null, 1, r.charge_cents, r.expected_cents, null, r.verdict, r.cause, r.exempt, null, r.authority, r.batch_id,
      'CONTENT', uuid_send(gen_random_uuid()), null, uuid_send(gen_random_uuid())
    from jsonb_to_recordset(${sql.json(rows)}) as r (payer_id uuid, quarter date, use_id uuid, account_id uuid,
      court_id text, at timestamptz, day date, kind text, client_code text, cost_center text, charge_cents int,
      expected_cents int, verdict text, cause text, exempt text, authority text, batch_id uuid, case_number text,
      case_key text, description text, search text)`;
  await sql`
    insert into usage_batches (payer_id, batch_id, authority, origin, file_name, at, uses, charge_cents)
    select payer_id, batch_id, min(authority), 'FILE', 'list.csv', min(at), count(*), sum(charge_cents)
    from uses group by payer_id, batch_id on conflict do nothing`;
  await recountTotals(sql);
}

export interface ManyUses {
  readonly payerId: string;
  readonly accountIds: readonly string[];
  readonly courtIds: readonly string[];
  readonly codes: number;
  readonly costCenters: number;
  readonly count: number;
  /** The first day and the last, UTC. */
  readonly from: string;
  readonly to: string;
}

/** Writes many uses of one payer, the same each time, spread over persons, courts, client codes and days. */
export async function addManyUses(sql: postgres.Sql, many: ManyUses): Promise<void> {
  await sql`
    select usage_partition_ensure(q::date)
    from generate_series(date_trunc('quarter', ${many.from}::date), ${many.to}::date, interval '3 months') q`;
  await sql.unsafe(
    `with numbers as (
      select i, ('x' || substr(h, 1, 7))::bit(28)::int as a, ('x' || substr(h, 8, 7))::bit(28)::int as b,
        ('x' || substr(h, 15, 7))::bit(28)::int as c, ('x' || substr(h, 22, 7))::bit(28)::int as d
      from generate_series(1, $1::int) i cross join lateral (select md5('use ' || i) as h) m),
    made as (
      select i, a, b, c, d, $4::date + (a % ($5::date - $4::date + 1)) as day,
        least(30, 1 + b % 7 * (c % 6)) as pages,
        (array['DOCUMENT', 'DOCUMENT', 'DOCKET_REPORT', 'DOCKET_REPORT', 'SEARCH', 'CASE_REPORT', 'TRANSCRIPT', 'AUDIO'])[1 + c % 8] as kind
      from numbers)
    insert into uses (payer_id, quarter, use_id, account_id, court_id, at, time_known, day, kind, given_client_code,
      client_code, cost_center, case_number, case_key, description, search, format, pages, bytes, billable_pages,
      charge_cents, expected_cents, schedule_id, verdict, cause, exempt, exempt_note, authority, batch_id, source,
      source_key, transaction_id, content_key)
    select $2::uuid, date_trunc('quarter', day)::date, overlay(overlay(md5('id ' || i) placing '7' from 13) placing '8' from 17)::uuid,
      ($3::text[])[1 + b % cardinality($3::text[])]::uuid,
      case when c % 17 = 0 then null else ($6::text[])[1 + (c / 8) % cardinality($6::text[])] end,
      (day + interval '12 hours' + (d % 36000) * interval '1 second') at time zone 'UTC', true, day, kind, code, code,
      'CC' || b % $8::int, format('2:%s-cv-%s', 10 + a % 16, lpad((d % 90000)::text, 5, '0')),
      format('2:%s-cv-%s', 10 + a % 16, lpad((d % 90000)::text, 5, '0')), kind || ' of case ' || d % 90000,
      case when kind = 'SEARCH' then 'LastName: Smith' || d % 1000 end, 'PDF', pages, null, pages,
      pages * 10, case when d % 50 = 0 then pages * 10 - 10 else pages * 10 end, null,
      case when d % 50 = 0 then 'OVER' else 'EQUAL' end, case when d % 50 = 0 then 'OTHER' end,
      case when d % 101 = 0 then 'CJA' end, null, case when d % 3 = 0 then 'RECORDED' else 'UPLOADED' end,
      '${usualBatch}', 'CONTENT', decode(md5('key ' || i), 'hex'), null, decode(md5('key ' || i), 'hex')
    from made cross join lateral (
      select case when d % 11 = 0 then '' else 'C-' || lpad(((a / 97 + b) % $7::int)::text, 4, '0') end as code) k`,
    [
      many.count,
      many.payerId,
      many.accountIds as string[],
      many.from,
      many.to,
      many.courtIds as string[],
      many.codes,
      many.costCenters,
    ],
  );
  await recountTotals(sql);
}

/**
 * Puts a site's clock somewhere, also before the demonstration was loaded: its roles are then older still. Its intervals
 * are taken away, or a test's own would overlap with them.
 */
export async function standAt(site: TestSite, sql: postgres.Sql, instant: string): Promise<void> {
  site.clock.at = new Date(instant);
  await sql`update role_grants set starts_at = ${instant}::timestamptz - interval '1 year'`;
  await sql`delete from linkages`;
}

/** Lets a firm answer for an account from an instant until another. */
export async function link(
  sql: postgres.Sql,
  linkage: { accountId: string; payerId: string; from: string; to?: string | null; costCenter?: string },
): Promise<void> {
  await sql`
    insert into linkages (account_id, linkage_id, payer_id, starts_at, ends_at, cost_center, set_at)
    values (${linkage.accountId}, gen_random_uuid(), ${linkage.payerId}, ${linkage.from}, ${linkage.to ?? null},
      ${linkage.costCenter ?? ''}, now())`;
}

/** The keys of the demonstration's people and firms by their numbers. */
export async function keysByNumber(sql: postgres.Sql): Promise<(number: string | number) => string> {
  const rows = await sql<{ number: number; id: string }[]>`
    select number, coalesce(account_id, payer_id) as id from seven_digit_numbers`;
  const keys = new Map(rows.map(({ number, id }) => [number, id]));
  return (number) => {
    const key = keys.get(Number(number));
    if (!key) throw new Error(`Nobody has the number ${number}.`);
    return key;
  };
}
