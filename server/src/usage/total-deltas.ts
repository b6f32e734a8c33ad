import { usageTotalDeltas } from '@countersign/drizzle/tables/usage';
import { accessKinds } from '@countersign/shared/usage/use';
import { type SQL, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../platform/database';

const list = (names: readonly string[]) => sql.raw(names.join(', '));
const sums = (names: readonly string[], type: string) =>
  sql.raw(names.map((name) => `sum(${name}${type})::bigint as ${name}`).join(', '));

const measures = [
  'uses',
  'charge_cents',
  'access_cents',
  'recorded_uses',
  'recorded_cents',
  'exempt_uses',
  'differing_uses',
  'difference_cents',
  'uncoded_uses',
  'uncoded_cents',
];
const measured = list(measures);
const measuredBig = sums(measures, '');
// Whole numbers up to 2^53 are exact in double precision, and adding them costs a tenth of what numeric does.
const measuredAgain = sums(measures, '::float8');

const dimensions = list(['account_id', 'court_id', 'client_code', 'kind', 'cost_center']);

/** What `grouping()` says of the dimensions, by the name of the grouping. */
const groupings = sql.raw(
  Object.entries({
    15: 'ACCOUNT',
    23: 'COURT',
    27: 'CLIENT',
    29: 'KIND',
    30: 'COST_CENTER',
    31: 'NONE',
    7: 'ACCOUNT_COURT',
    11: 'ACCOUNT_CLIENT',
    13: 'ACCOUNT_KIND',
    19: 'COURT_CLIENT',
    21: 'COURT_KIND',
    25: 'CLIENT_KIND',
  })
    .map(([bits, name]) => `when ${bits} then '${name}'`)
    .join(' '),
);

/** The one pass over the changed uses: each dimension by day, and their pairs by quarter. */
const dayAndPairSets = sql.raw(
  [
    ...['account_id', 'court_id', 'client_code', 'kind', 'cost_center'].map((one) => `day, ${one}`),
    'account_id, court_id',
    'account_id, client_code',
    'account_id, kind',
    'court_id, client_code',
    'court_id, kind',
    'client_code, kind',
  ]
    .map((set) => `(payer_id, quarter, ${set})`)
    .join(', '),
);

const accessKind = sql.raw(accessKinds.map((kind) => `'${kind}'`).join(', '));

/** What a use adds to each measure; `sign` is -1 for a use that is no longer as it was, or no longer the payer's. */
const measuresOfUse = sql`
  sign as uses,
  sign * charge_cents as charge_cents,
  case when kind in (${accessKind}) then sign * charge_cents else 0 end as access_cents,
  case when authority = 'RECORDED' then sign else 0 end as recorded_uses,
  case when authority = 'RECORDED' then sign * charge_cents else 0 end as recorded_cents,
  case when exempt is null then 0 else sign end as exempt_uses,
  case when verdict in ('OVER', 'UNDER') then sign else 0 end as differing_uses,
  case when verdict in ('OVER', 'UNDER') then sign * (charge_cents - expected_cents) else 0 end as difference_cents,
  case when client_code = '' then sign else 0 end as uncoded_uses,
  case when client_code = '' then sign * charge_cents else 0 end as uncoded_cents`;

/** The columns of `uses` that totals are made of; a relation of changes has them, and `sign`. */
export const totalledColumns = sql.raw(
  `payer_id, quarter, day, account_id, court_id, client_code, kind, cost_center, charge_cents, expected_cents, authority,
   exempt, verdict`,
);

const keys = sql`payer_id, quarter, grouping, period, starts_on, ${dimensions}`;
const isNotNothing = sql`(${measured}) is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)`;

/**
 * The totals of uses as a query, one row for each key they touch. `changed` is a relation with `sign` (1 for a use as
 * it is from now on, -1 for one as it was) and `totalledColumns`.
 */
function totalsOf(changed: SQL): SQL {
  return sql`
    with changed as (
      select payer_id, quarter, day, account_id, coalesce(court_id, '') as court_id, client_code, kind, cost_center,
        ${measuresOfUse}
      from ${changed} as c
    ), fine as materialized (
      select payer_id, quarter, day, ${dimensions}, grouping(${dimensions}) as bits, ${measuredBig}
      from changed group by grouping sets (${dayAndPairSets})
    ), days as materialized (
      select * from fine where day is not null
      union all
      select payer_id, quarter, day, null, null, null, null, null, 31, ${measuredAgain}
      from fine where bits = 29 group by payer_id, quarter, day
    ), totals as (
      select payer_id, quarter, bits, 'DAY' as period, day as starts_on, ${dimensions}, ${measured} from days
      union all
      select payer_id, quarter, bits, case grouping(week) when 0 then 'WEEK' else 'QUARTER' end, coalesce(week, quarter),
        ${dimensions}, ${measuredAgain}
      from (select *, quarter + (day - quarter) / 7 * 7 as week from days) as weeks
      group by grouping sets (
        (payer_id, quarter, bits, ${dimensions}, week),
        (payer_id, quarter, bits, ${dimensions}))
      union all
      select payer_id, quarter, bits, 'QUARTER', quarter, ${dimensions}, ${measured} from fine where day is null
    )
    select payer_id, quarter, case bits ${groupings} end as grouping, period, starts_on,
      coalesce(account_id, '00000000-0000-0000-0000-000000000000') as account_id, coalesce(court_id, '') as court_id,
      coalesce(client_code, '') as client_code, coalesce(kind, '') as kind, coalesce(cost_center, '') as cost_center,
      ${measured}
    from totals where ${isNotNothing}`;
}

/** Writes what changed uses change of the totals, in the transaction that changes them; `changed` as of `totalsOf`. */
export async function recordTotalDeltas(tx: Transaction, changed: SQL): Promise<void> {
  await tx.execute(sql`
    insert into ${usageTotalDeltas} (${keys}, change_id, line, ${measured})
    select ${keys}, ${uuidv7()}::uuid, row_number() over (), ${measured} from (${totalsOf(changed)}) as totals`);
}

/** Totals of a payer and quarter that are not what the uses come to, whether told wrong or not told at all. */
export const wrongTotals = sql`
  select distinct format('payer %s in %s by %s', payer_id, quarter, grouping)
  from (
    select ${keys}, ${measured} from (${totalsOf(sql`(select 1 as sign, ${totalledColumns} from uses)`)}) as counted
    union all
    select ${keys}, ${list(measures.map((name) => `-${name}`))} from usage_totals_now
  ) as both_of_them
  group by ${keys} having (${list(measures.map((name) => `sum(${name})`))}) is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)`;
