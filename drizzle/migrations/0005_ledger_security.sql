-- The ledger is read by whoever may act for the payer, written by ledger_post alone, and never changed.

select app_secure('ledger_journals', 'payer', 'select');--> statement-breakpoint
select app_secure('ledger_entries', 'payer', 'select');--> statement-breakpoint

create function ledger_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is never changed: book what mends it' using errcode = 'insufficient_privilege';
end $$;--> statement-breakpoint
create trigger ledger_journals_kept before update or delete or truncate on ledger_journals
  for each statement execute function ledger_refuse_change();--> statement-breakpoint
create trigger ledger_entries_kept before update or delete or truncate on ledger_entries
  for each statement execute function ledger_refuse_change();--> statement-breakpoint

-- Journals come as a JSON array of objects with the columns of ledger_journals, and their lines as `entries`.
create function ledger_journals_in(posting jsonb) returns setof ledger_journals language sql stable
  as $$ select * from jsonb_populate_recordset(null::ledger_journals, posting) $$;--> statement-breakpoint
create function ledger_entries_in(posting jsonb) returns setof ledger_entries language sql stable
  as $$
    select (journal ->> 'payer_id')::uuid, (journal ->> 'journal_id')::uuid, line::integer, entry ->> 'account',
      (entry ->> 'quarter')::date, (entry ->> 'cents')::bigint
    from jsonb_array_elements(posting) journal,
      jsonb_array_elements(journal -> 'entries') with ordinality lines(entry, line)
  $$;--> statement-breakpoint

-- Makes the bookings that settle what a payer owes wait for one another. Locks are taken in the order of the ids.
create function ledger_lock(payers uuid[]) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ledger ' || payer, 0))
    from (select distinct payer from unnest(payers) payer order by payer) as in_order;
end $$;--> statement-breakpoint

-- Posts journals, all or none. Each must balance and name accounts of the chart; one whose source was booked before
-- is left out, and the one that stands is named instead. Journals with a common id must cancel out between them.
create function ledger_post(posting jsonb) returns table (given_id uuid, journal_id uuid, posted boolean)
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
      where e.account in ('TRANSFERS', 'ACCRUED') and j.common_id in (
        select common_id from ledger_journals_in(posting) group by 1 having count(*) > 1)
      group by j.common_id, e.account, e.quarter having sum(e.cents) <> 0) as sides;
  if wrong is not null then
    raise exception 'the journals of % do not cancel out between their payers', wrong using errcode = 'check_violation';
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
end $$;--> statement-breakpoint
revoke all on function ledger_post(jsonb) from public;--> statement-breakpoint
grant execute on function ledger_post(jsonb) to countersign_app;
