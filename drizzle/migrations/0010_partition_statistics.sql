-- Of a quarter that was never analyzed Postgres knows nothing, and takes any index that begins with the payer for as
-- good as the one of the key that is looked for: an import would then read the whole quarter for each of its rows.
create function usage_partition_analyze(in_quarter date) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  part text := 'uses_' || to_char(date_trunc('quarter', in_quarter), 'YYYY"q"Q');
  known bigint;
begin
  select relpages into known from pg_class where oid = to_regclass(format('usage_quarters.%I', part));
  if known is null then return; end if;
  if pg_relation_size(format('usage_quarters.%I', part)) <= 2 * known * current_setting('block_size')::bigint then return; end if;
  execute format('analyze usage_quarters.%I', part);
end $$;--> statement-breakpoint
revoke all on function usage_partition_analyze(date) from public;--> statement-breakpoint
grant execute on function usage_partition_analyze(date) to countersign_app;
