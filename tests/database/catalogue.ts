import type postgres from 'postgres';

/** Everything of the application's tables that Drizzle has a word for, as sorted lines that can be compared. */
export async function catalogueOf(sql: postgres.Sql | postgres.TransactionSql): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    with tables as (select c.oid, c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p'))
    select 'table ' || relname as line from tables
    union all
    select concat_ws(' ', 'column', t.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then 'not null' end, 'default ' || pg_get_expr(d.adbin, d.adrelid),
      case when o.collname <> 'default' then 'collate ' || o.collname end)
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    left join pg_collation o on o.oid = a.attcollation
    union all
    select concat_ws(' ', 'constraint', t.relname, c.conname, pg_get_constraintdef(c.oid))
    from tables t join pg_constraint c on c.conrelid = t.oid where c.contype <> 'n'
    union all
    select 'index ' || replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') from tables t join pg_index i on i.indrelid = t.oid`;
  return rows.map((row) => row.line).sort();
}

export interface Policy {
  readonly name: string;
  readonly permissive: boolean;
  readonly roles: string;
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

export interface SecuredTable {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly policies: readonly Policy[];
}

/** How row level security stands on each table, with its policies as Postgres keeps them. */
export async function securityOf(sql: postgres.Sql | postgres.TransactionSql): Promise<SecuredTable[]> {
  const rows = await sql<{ name: string; enabled: boolean; forced: boolean; policies: Policy[] | null }[]>`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select json_agg(json_build_object('name', p.polname, 'permissive', p.polpermissive, 'roles', p.polroles::text,
         'command', p.polcmd::text, 'using', pg_get_expr(p.polqual, p.polrelid),
         'check', pg_get_expr(p.polwithcheck, p.polrelid)) order by p.polname)
       from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;
  return rows.map(({ policies, ...table }) => ({ ...table, policies: policies ?? [] }));
}
