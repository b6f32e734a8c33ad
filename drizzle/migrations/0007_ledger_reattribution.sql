-- Only a balance that moves cancels out between its payers: a use that the other payer had already becomes one use with
-- it, and leaves the one ledger without coming into the other.
create or replace function ledger_post(posting jsonb) returns table (given_id uuid, journal_id uuid, posted boolean)
language plpgsql security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  wrong text;
  settled uuid[];
begin
  if app_kind() not in ('operator', 'job', 'system') then
    raise exception 'only the site and its jobs post to the ledger' using errcode = 'insufficient_privilege';
  end if;
  select min(payer_id::text) into wrong from ledger_journals_in(posting)
    where not (app_is_site() or payer_id = any (app_payers()));
  if wrong is not null then
    raise exception 'the payer % is not the actor''s', wrong using errcode = 'insufficient_privilege';
  end if;

  select min(format('the journal %s of %s comes to %s cents in %s entries', journal_id, kind, total, lines)) into wrong
    from (select j.journal_id, j.kind, coalesce(sum(e.cents), 0) as total, count(e.line) as lines
      from ledger_journals_in(posting) j left join ledger_entries_in(posting) e using (payer_id, journal_id)
      group by 1, 2) as journals
    where total <> 0 or lines = 0;
  if wrong is not null then
    raise exception '%, and does not balance', wrong using errcode = 'check_violation';
  end if;

  select min(common_id::text) into wrong
    from (select j.common_id
      from ledger_journals_in(posting) j join ledger_entries_in(posting) e using (payer_id, journal_id)
      where e.account = 'TRANSFERS' and j.common_id in (
        select common_id from ledger_journals_in(posting) group by 1 having count(*) > 1)
      group by j.common_id having sum(e.cents) <> 0) as sides;
  if wrong is not null then
    raise exception 'the transfers of % do not cancel out between their payers', wrong using errcode = 'check_violation';
  end if;

  settled := array(select distinct payer_id from ledger_entries_in(posting) where account in ('RECEIVABLE', 'CREDIT'));
  perform ledger_lock(settled);

  with added as (
    insert into ledger_journals select * from ledger_journals_in(posting)
    on conflict on constraint ledger_journals_once do nothing returning payer_id, journal_id)
  insert into ledger_entries select e.* from ledger_entries_in(posting) e join added using (payer_id, journal_id);

  select min(k.journal_id::text) into wrong
    from ledger_journals_in(posting) g join ledger_journals k using (payer_id, kind, source_id)
    where k.quarter is not distinct from g.quarter and k.cents <> g.cents;
  if wrong is not null then
    raise exception 'the source was booked before with another amount, as %', wrong using errcode = 'unique_violation';
  end if;

  select min(payer_id::text) into wrong
    from (select payer_id, coalesce(sum(cents) filter (where account = 'RECEIVABLE'), 0) as due,
        coalesce(sum(cents) filter (where account = 'CREDIT'), 0) as credit
      from ledger_entries where payer_id = any (settled) and account in ('RECEIVABLE', 'CREDIT') group by 1) as positions
    where due < 0 or credit > 0 or (due > 0 and credit < 0);
  if wrong is not null then
    raise exception 'the payer % would have paid more than was due, or have a debt beside a credit', wrong
      using errcode = 'check_violation';
  end if;

  return query
    select g.journal_id, k.journal_id, k.journal_id = g.journal_id
    from ledger_journals_in(posting) g join ledger_journals k using (payer_id, kind, source_id)
    where k.quarter is not distinct from g.quarter;
end $$;
