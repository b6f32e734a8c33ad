import type postgres from 'postgres';

/** A firm nobody works at, which answers for every account: so that nobody sees more by his linkage. */
const foreignFirm = '00000000-0000-7000-8000-00000000f12a';

/**
 * Gives every payer there is, person or firm, a row in each table of usage. The demonstration’s own linkages go, since
 * by them people see each other.
 */
export async function fillUsage(superuser: postgres.Sql): Promise<void> {
  await superuser.unsafe(`
    select usage_partition_ensure('2024-01-01');
    create temp table payers as select account_id as payer_id from accounts union all select payer_id from firms;
    delete from linkages;
    insert into linkages (account_id, linkage_id, payer_id, starts_at, ends_at, set_at)
      select account_id, gen_random_uuid(), '${foreignFirm}', '2015-01-01', '2016-01-01', now() from accounts;
    insert into saved_views (account_id, view_id, payer_id, name, query, columns, created_at)
      select account_id, gen_random_uuid(), account_id, 'mine', '', '[]', now() from accounts;
    insert into usage_batches (payer_id, batch_id, authority, origin, at, uses, charge_cents)
      select payer_id, gen_random_uuid(), 'UPLOADED', 'FILE', now(), 1, 30 from payers;
    insert into usage_batch_quarters select payer_id, batch_id, '2024-01-01', uses, charge_cents from usage_batches;
    insert into uses (payer_id, quarter, use_id, account_id, court_id, at, time_known, day, kind, given_client_code,
        client_code, cost_center, charge_cents, verdict, authority, batch_id, source, source_key, content_key)
      select b.payer_id, '2024-01-01', gen_random_uuid(), coalesce(a.account_id, gen_random_uuid()), 'mowd',
        '2024-02-01 12:00Z', true, '2024-02-01', 'DOCUMENT', '', '', '', 30, 'EQUAL', 'UPLOADED', b.batch_id, 'CONTENT',
        b.batch_id::text::bytea, b.batch_id::text::bytea
      from usage_batches b left join accounts a on a.account_id = b.payer_id;
    insert into use_sightings select payer_id, quarter, use_id, gen_random_uuid(), 2 from uses;
    insert into usage_totals
      select payer_id, quarter, 'ACCOUNT', 'QUARTER', quarter, account_id, '', '', '', '', 1, 30, 30, 0, 0, 0, 0, 0, 1, 30
      from uses;
    insert into usage_total_deltas
      select payer_id, quarter, 'ACCOUNT', 'QUARTER', quarter, account_id, '', '', '', '', gen_random_uuid(), 1,
        1, 30, 30, 0, 0, 0, 0, 0, 1, 30 from uses;
    insert into usage_imports (payer_id, import_id, state, authority, file_name, file_key, bytes, digest, created_by,
        created_at, dialect, mapping, progress, findings, changed_at)
      select payer_id, gen_random_uuid(), 'UPLOADED', 'UPLOADED', 'f.csv', 'f', 1, '\\x00', gen_random_uuid(), now(),
        '{}', '{}', '{}', '{}', now() from payers;
    insert into import_mappings select payer_id, '\\x00', '{}', now() from payers;
    insert into client_code_assignments (payer_id, assignment_id, number, client_code, assigned_by, at, uses, charge_cents)
      select payer_id, gen_random_uuid(), 1, 'A-1', gen_random_uuid(), now(), 1, 30 from payers;
    insert into assigned_uses
      select u.payer_id, u.quarter, u.use_id, a.assignment_id, '' from uses u join client_code_assignments a using (payer_id);
    drop table payers;`);
}
