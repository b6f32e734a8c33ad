type Breakage = readonly [breaks: string, mends: string, example: string | RegExp];

const id = '00000000-0000-7000-8000-0000000000d1';
const ada = "(select account_id from usernames where username_key = 'attorney.demo')";
const firm = '(select payer_id from firms where number = 1000001)';
const quarter = '2015-01-01';

/** A plain use of the attorney, written past every guard, with its batch and without totals. */
const use = (payer: string) => `
  insert into usage_batches (payer_id, batch_id, authority, origin, at, uses, charge_cents)
    values (${payer}, '${id}', 'UPLOADED', 'FILE', now(), 1, 30);
  insert into usage_batch_quarters values (${payer}, '${id}', '${quarter}', 1, 30);
  select usage_partition_ensure('${quarter}');
  insert into uses (payer_id, quarter, use_id, account_id, at, time_known, day, kind, given_client_code, client_code,
      cost_center, charge_cents, verdict, authority, batch_id, source, source_key, content_key)
    values (${payer}, '${quarter}', '${id}', ${ada}, '2015-02-01 12:00Z', true, '2015-02-01', 'OTHER', '', '', '', 30,
      'UNCHECKABLE', 'UPLOADED', '${id}', 'CONTENT', '\\x01', '\\x01')`;

/** The totals the use should have. */
const totals = (payer: string, sign = 1) => `
  insert into usage_total_deltas (payer_id, quarter, grouping, period, starts_on, account_id, court_id, client_code, kind,
    cost_center, change_id, line, uses, charge_cents, access_cents, recorded_uses, recorded_cents, exempt_uses,
    differing_uses, difference_cents, uncoded_uses, uncoded_cents)
    select ${payer}, '${quarter}', grouping, period, starts_on, case when grouping like 'ACCOUNT%' then ${ada} else nil end,
      '', '', case when grouping like '%KIND' then 'OTHER' else '' end, '', '${id}', row_number() over (), ${sign}, ${sign * 30}, 0,
      0, 0, 0, 0, 0, ${sign}, ${sign * 30}
    from (values ('00000000-0000-0000-0000-000000000000'::uuid)) as n(nil),
      unnest(array['NONE', 'ACCOUNT', 'COURT', 'CLIENT', 'KIND', 'COST_CENTER', 'ACCOUNT_COURT', 'ACCOUNT_CLIENT',
        'ACCOUNT_KIND', 'COURT_CLIENT', 'COURT_KIND', 'CLIENT_KIND']) as grouping,
      (values ('DAY', date '2015-02-01'), ('WEEK', date '2015-01-29'), ('QUARTER', date '${quarter}')) as p(period, starts_on)
    where period = 'QUARTER' or grouping not like '%\\_%' or grouping = 'COST_CENTER'`;

const mends = `delete from usage_total_deltas where change_id = '${id}'; delete from uses where use_id = '${id}';
  delete from usage_batch_quarters where batch_id = '${id}'; delete from usage_batches where batch_id = '${id}'`;

/** For each check of uses: what breaks it, how to mend that, and the example it then shows. */
export const brokenUsage: Record<string, Breakage> = {
  'every use is of the payer responsible at its instant': [`${use(firm)}; ${totals(firm)}`, mends, id],
  'totals are those of the uses': [totals(ada, -1), mends, /^payer [0-9a-f-]{36} in 2015-01-01 by ACCOUNT$/],
  'batches hold what they say': [
    `insert into usage_batches (payer_id, batch_id, authority, origin, at, uses, charge_cents)
      values (${firm}, '${id}', 'UPLOADED', 'FILE', now(), 1, 30)`,
    mends,
    `batch ${id}`,
  ],
};

/** A use with its batch and totals, all of it right: nothing to be found. */
export const soundUse = { makes: `${use(ada)}; ${totals(ada)}`, mends, useId: id };
