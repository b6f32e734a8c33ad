import type postgres from 'postgres';

/** Fills the tables that the demonstration leaves empty: a row for each account, and one of each class without a table yet. */
export async function fillTables(superuser: postgres.Sql): Promise<void> {
  await superuser.unsafe(`
    insert into sessions select account_id, sha256(account_id::text::bytea), now(), now(), now(), '', '' from accounts;
    insert into known_devices select account_id, sha256(account_id::text::bytea), now() from accounts;
    insert into idempotency_keys select account_id, 'test', 'key', '\\x00', '{}', now() from accounts;
    insert into mail_messages select gen_random_uuid(), account_id, email, 'subject', 'text', now() from accounts;
    insert into caught_mails values (gen_random_uuid(), now(), 'a@countersign.test', '{b@countersign.test}', 's', 't');
    insert into audit_entries
      select 'account', account_id::text, gen_random_uuid(), now(), 'account', account_id, 'test.thing.done', '{}'::jsonb from accounts
      union all select 'firm', payer_id::text, gen_random_uuid(), now(), 'system', null, 'test.thing.done', '{}'::jsonb from firms
      union all select 'court', court_id, gen_random_uuid(), now(), 'system', null, 'test.thing.done', '{}'::jsonb from courts
        where court_id in ('mowd', 'mowb');
    insert into audit_seals
      select stream_kind, stream_id, 1, entry_id, '\\x00', '\\x00', now() from audit_entries where action = 'test.thing.done';
    insert into audit_subjects
      select 'site', 'site', gen_random_uuid(), 'account', account_id::text from accounts;
    insert into ledger_journals
      select payer_id, gen_random_uuid(), 'PAYMENT', gen_random_uuid(), null::date, null::uuid, null::uuid, 100, now()
      from (select account_id as payer_id from accounts union all select payer_id from firms) payers;
    insert into ledger_entries
      select payer_id, journal_id, line, account, null::date, change from ledger_journals,
        (values (1, 'CASH_CLEARING', 100), (2, 'CREDIT', -100)) lines(line, account, change);`);
}

/** Makes a table of class court, of which there is none before the first registrations. */
export async function createCourtTable(owner: postgres.Sql): Promise<void> {
  await owner.unsafe(`
    create table court_business (court_id text, id int, primary key (court_id, id));
    select app_secure('court_business', 'court');`);
}
