-- What Drizzle has no word for: partitions, policies, collations, intervals that never overlap.

select app_secure('linkages', 'account', 'select, insert, update, delete', true);--> statement-breakpoint
select app_secure('fee_schedules', 'shared', 'select, insert');--> statement-breakpoint
select app_secure('service_center', 'shared', 'select, insert');--> statement-breakpoint
select app_secure('usage_batches', 'payer', 'select, insert, update');--> statement-breakpoint
select app_secure('usage_batch_quarters', 'payer', 'select, insert, update, delete');--> statement-breakpoint
select app_secure('uses', 'payer', 'select, insert, update, delete');--> statement-breakpoint
select app_secure('use_sightings', 'payer');--> statement-breakpoint
select app_secure('usage_totals', 'payer');--> statement-breakpoint
select app_secure('usage_total_deltas', 'payer', 'select, insert, delete');--> statement-breakpoint
select app_secure('usage_imports', 'payer');--> statement-breakpoint
select app_secure('import_mappings', 'payer');--> statement-breakpoint
select app_secure('client_code_assignments', 'payer', 'select, insert, update');--> statement-breakpoint
select app_secure('assigned_uses', 'payer', 'select, insert, delete');--> statement-breakpoint
select app_secure('saved_views', 'account');--> statement-breakpoint

-- An account has one payer at each instant.
create extension if not exists btree_gist;--> statement-breakpoint
alter table linkages add constraint linkages_never_overlap
  exclude using gist (account_id with =, tstzrange(starts_at, ends_at) with &&);--> statement-breakpoint

-- A firm sees which accounts it answers or answered for, and whose they are; a person sees who pays for him.
create policy app_read_linked on linkages for select
  using (payer_id = any ((select app_payers())::uuid[]));--> statement-breakpoint
create policy app_read_linked on accounts for select
  using (exists (select from linkages l
    where l.account_id = accounts.account_id and l.payer_id = any ((select app_payers())::uuid[])));--> statement-breakpoint
create policy app_read_linked on usernames for select
  using (exists (select from linkages l
    where l.account_id = usernames.account_id and l.payer_id = any ((select app_payers())::uuid[])));--> statement-breakpoint
create policy app_read_linked on firms for select
  using (exists (select from linkages l
    where l.payer_id = firms.payer_id and l.account_id = (select app_account())));--> statement-breakpoint

-- A person sees what he used, whoever paid.
create policy app_read_own on uses for select using (account_id = (select app_account()));--> statement-breakpoint
create policy app_read_own on usage_totals for select using (account_id = (select app_account()));--> statement-breakpoint
create policy app_read_own on usage_total_deltas for select using (account_id = (select app_account()));--> statement-breakpoint

alter table uses alter column case_key type text collate "C";--> statement-breakpoint

-- Totals as they are now: the folded ones and what has come since.
create view usage_totals_now with (security_invoker = true) as
  select payer_id, quarter, grouping, period, starts_on, account_id, court_id, client_code, kind, cost_center,
    uses, charge_cents, access_cents, recorded_uses, recorded_cents, exempt_uses, differing_uses, difference_cents,
    uncoded_uses, uncoded_cents
  from usage_totals
  union all
  select payer_id, quarter, grouping, period, starts_on, account_id, court_id, client_code, kind, cost_center,
    uses, charge_cents, access_cents, recorded_uses, recorded_cents, exempt_uses, differing_uses, difference_cents,
    uncoded_uses, uncoded_cents
  from usage_total_deltas;--> statement-breakpoint
grant select on usage_totals_now to countersign_app;--> statement-breakpoint

-- Partitions stand apart and are reached through the table alone: nobody but the owner has a right on them.
create schema usage_quarters;--> statement-breakpoint
create function usage_partition_ensure(in_quarter date) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  starts date := date_trunc('quarter', in_quarter)::date;
  ends date := (date_trunc('quarter', in_quarter) + interval '3 months')::date;
  part text := 'uses_' || to_char(starts, 'YYYY"q"Q');
begin
  if starts < date '2000-01-01' or starts > current_date + 400 then
    raise exception 'no uses are kept for the quarter of %', starts using errcode = 'invalid_parameter_value';
  end if;
  perform pg_advisory_xact_lock(hashtext('usage_partition_ensure'));
  if to_regclass(format('usage_quarters.%I', part)) is not null then return; end if;
  -- Attached, not created in place: readers and writers of the other quarters go on meanwhile.
  execute format('create table usage_quarters.%I (like public.uses including defaults including constraints)', part);
  execute format('alter table usage_quarters.%I enable row level security, force row level security', part);
  execute format('alter table usage_quarters.%I add constraint in_quarter check (quarter >= %L and quarter < %L)', part, starts, ends);
  execute format('alter table public.uses attach partition usage_quarters.%I for values from (%L) to (%L)', part, starts, ends);
  execute format('alter table usage_quarters.%I drop constraint in_quarter', part);
end $$;--> statement-breakpoint
revoke all on function usage_partition_ensure(date) from public;--> statement-breakpoint
grant execute on function usage_partition_ensure(date) to countersign_app;
