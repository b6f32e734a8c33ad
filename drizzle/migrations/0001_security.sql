-- The second wall: what each actor may see and write, whatever a query forgets.
-- The settings are local to a transaction: app.kind, app.account (uuid), app.payers (uuid[]), app.courts (text[]).

create function app_kind() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('app.kind', true), '') $$;--> statement-breakpoint
create function app_account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.account', true), '')::uuid $$;--> statement-breakpoint
create function app_payers() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.payers', true), ''), '{}')::uuid[] $$;--> statement-breakpoint
create function app_courts() returns text[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.courts', true), ''), '{}')::text[] $$;--> statement-breakpoint
-- The site itself: operators, and the jobs that serve no single tenant.
create function app_is_site() returns boolean language sql stable parallel safe
  as $$ select app_kind() in ('operator', 'system') $$;--> statement-breakpoint

-- Gives a table the policies of its class (drizzle/classes.ts) and the application its rights on it.
-- `site_writes` leaves the class its reading and takes away its writing: what a person sees but never decides.
-- Calls stand in sub-selects so that a statement evaluates them once and not once a row.
create function app_secure(target regclass, class text, rights text default 'select, insert, update, delete',
  site_writes boolean default false)
returns void language plpgsql as $$
declare
  reading text;
  writing text;
begin
  case class
    when 'payer' then
      writing := 'payer_id = any ((select app_payers())::uuid[]) or (select app_is_site())';
    when 'court' then
      writing := 'court_id = any ((select app_courts())::text[]) or (select app_is_site())';
    when 'account' then
      writing := 'account_id = (select app_account()) or (select app_is_site())';
    when 'directory' then
      writing := 'account_id = (select app_account()) or (select app_is_site())';
      reading := writing || ' or (select app_kind()) = ''signin''';
    when 'shared' then
      reading := 'true';
      writing := '(select app_is_site())';
    when 'published' then
      reading := 'true';
      writing := 'court_id = any ((select app_courts())::text[]) or (select app_is_site())';
    when 'site' then
      writing := '(select app_is_site())';
    when 'machine' then
      writing := 'true';
    when 'stream' then
      writing := '(select app_is_site())
        or (stream_kind = ''account'' and stream_id = (select app_account())::text)
        or (stream_kind = ''firm'' and stream_id = any ((select app_payers())::text[]))
        or (stream_kind = ''court'' and stream_id = any ((select app_courts())::text[]))';
    else raise exception 'unknown class of table: %', class;
  end case;
  reading := coalesce(reading, writing);
  if site_writes then writing := '(select app_is_site())'; end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy app_read on %s for select using (%s)', target, reading);
  execute format('create policy app_insert on %s for insert with check (%s)', target, writing);
  execute format('create policy app_update on %s for update using (%s) with check (%s)', target, writing, writing);
  execute format('create policy app_delete on %s for delete using (%s)', target, writing);
  execute format('grant %s on %s to countersign_app', rights, target);
end $$;--> statement-breakpoint
revoke all on function app_secure(regclass, text, text, boolean) from public;--> statement-breakpoint

select app_secure('accounts', 'account');--> statement-breakpoint
select app_secure('account_terms', 'account');--> statement-breakpoint
select app_secure('credentials', 'account');--> statement-breakpoint
select app_secure('role_grants', 'account', 'select, insert, update', true);--> statement-breakpoint
select app_secure('sessions', 'account');--> statement-breakpoint
select app_secure('known_devices', 'account');--> statement-breakpoint
select app_secure('idempotency_keys', 'account');--> statement-breakpoint
select app_secure('usernames', 'directory');--> statement-breakpoint
select app_secure('seven_digit_numbers', 'directory');--> statement-breakpoint
select app_secure('firms', 'payer', 'select, insert, update');--> statement-breakpoint
select app_secure('firm_terms', 'payer');--> statement-breakpoint
select app_secure('courts', 'shared', 'select, insert, update');--> statement-breakpoint
select app_secure('court_contacts', 'published');--> statement-breakpoint
select app_secure('court_questions', 'published');--> statement-breakpoint
select app_secure('mail_messages', 'site', 'select, insert, update');--> statement-breakpoint
select app_secure('caught_mails', 'site');--> statement-breakpoint
select app_secure('audit_entries', 'stream', 'select, insert');--> statement-breakpoint
select app_secure('audit_subjects', 'stream', 'select, insert');--> statement-breakpoint
select app_secure('audit_seals', 'stream', 'select, insert', true);--> statement-breakpoint
select app_secure('throttles', 'machine');--> statement-breakpoint
select app_secure('api_allowances', 'machine');--> statement-breakpoint

-- Who works at a firm or a court sees who else has a role there, and that person's name.
create policy app_read_colleagues on role_grants for select
  using (firm_id = any ((select app_payers())::uuid[]) or court_id = any ((select app_courts())::text[]));--> statement-breakpoint
create policy app_read_colleagues on accounts for select
  using (exists (
    select from role_grants g
    where g.account_id = accounts.account_id
      and (g.firm_id = any ((select app_payers())::uuid[]) or g.court_id = any ((select app_courts())::text[]))));--> statement-breakpoint

-- Whoever acts may have a mail sent; only the site reads what was sent.
create policy app_insert_any on mail_messages for insert
  with check ((select app_kind()) in ('account', 'signin', 'job'));--> statement-breakpoint

-- Whoever may see a subject may see the entries about it.
create policy app_read_subject on audit_subjects for select
  using (
    (subject_kind = 'account' and subject_id = (select app_account())::text)
    or (subject_kind = 'firm' and subject_id = any ((select app_payers())::text[]))
    or (subject_kind = 'court' and subject_id = any ((select app_courts())::text[])));--> statement-breakpoint
create policy app_read_subject on audit_entries for select
  using (exists (
    select from audit_subjects s
    where s.stream_kind = audit_entries.stream_kind
      and s.stream_id = audit_entries.stream_id
      and s.entry_id = audit_entries.entry_id));--> statement-breakpoint

-- The trail is only ever added to: not even the owner changes it without first taking this trigger away.
create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is never changed' using errcode = 'insufficient_privilege';
end $$;--> statement-breakpoint
create trigger audit_entries_kept before update or delete or truncate on audit_entries
  for each statement execute function audit_refuse_change();--> statement-breakpoint
create trigger audit_subjects_kept before update or delete or truncate on audit_subjects
  for each statement execute function audit_refuse_change();--> statement-breakpoint
create trigger audit_seals_kept before update or delete or truncate on audit_seals
  for each statement execute function audit_refuse_change();--> statement-breakpoint

-- What is found by its beginning is compared byte by byte, so that a range on the index finds it.
alter table account_terms alter column term type text collate "C";--> statement-breakpoint
alter table firm_terms alter column term type text collate "C";--> statement-breakpoint
alter table accounts alter column sort_name type text collate "C";--> statement-breakpoint

-- Spends a caller's allowance of API cost: refills by the time gone by, takes up to what is asked, says what was
-- taken and what is left. One statement, so that several processes share one allowance.
create function api_allowance_take(who text, wanted double precision, capacity double precision, per_second double precision)
returns table (taken double precision, remaining double precision) language plpgsql as $$
declare
  level double precision;
begin
  insert into api_allowances as a (caller, points, at) values (who, capacity, clock_timestamp())
    on conflict (caller) do update
      set points = least(capacity, a.points + per_second * extract(epoch from clock_timestamp() - a.at)),
          at = clock_timestamp()
    returning a.points into level;
  taken := greatest(0, least(wanted, level));
  remaining := level - taken;
  update api_allowances set points = remaining where caller = who;
  return next;
end $$;--> statement-breakpoint

grant usage on schema public to countersign_app;
