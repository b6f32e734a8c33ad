import { classOfTable, type TableClass, tableClasses } from '@countersign/drizzle/classes';
import { ownerRole } from '@countersign/server/platform/database-place';
import { applicationRole } from '@countersign/server/platform/migrate';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainSql, stateOf, undone } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';
import { type Policy, type SecuredTable, securityOf } from './catalogue';

/** Policies beside those of the class, and what they are for. */
const morePolicies: Record<string, readonly string[]> = {
  accounts: ['app_read_colleagues', 'app_read_linked'],
  firms: ['app_read_linked'],
  linkages: ['app_read_linked'],
  usernames: ['app_read_linked'],
  uses: ['app_read_own'],
  usage_totals: ['app_read_own'],
  usage_total_deltas: ['app_read_own'],
  role_grants: ['app_read_colleagues'],
  mail_messages: ['app_insert_any'],
  audit_entries: ['app_read_subject'],
  audit_subjects: ['app_read_subject'],
};

/** Tables whose holder reads them and only the site writes them. */
const writtenByTheSite = ['role_grants', 'audit_seals', 'linkages'];

/** Tables that the application only reads; what is in them came through a function. */
const onlyRead = ['ledger_journals', 'ledger_entries'];

/** What runs with the rights of its owner, and why it must. */
const definers: Record<string, string> = {
  ledger_post: 'The one way into the ledger: posts journals that balance, and no others.',
  usage_partition_analyze: 'Counts a partition anew, which only its owner may.',
  usage_partition_ensure: 'Makes the partition of a quarter, which the application could not own.',
};

const classes = Object.keys(tableClasses) as TableClass[];

let db: TestDatabase;
let sql: postgres.Sql;
let superuser: postgres.Sql;
beforeAll(async () => {
  db = await cloneDatabase();
  sql = plainSql(db.ownerUrl);
  superuser = plainSql(db.superuserUrl);
});
afterAll(async () => {
  await sql.end();
  await superuser.end();
  await db.drop();
});

/** The policies each table should have, read from tables made for the purpose. */
async function policiesByTable(): Promise<Map<string, readonly Policy[]>> {
  const columns = 'payer_id uuid, court_id text, account_id uuid, stream_kind text, stream_id text';
  return undone(sql, async (tx) => {
    for (const name of classes) {
      await tx.unsafe(`create table class_${name} (${columns}); create table site_${name} (${columns})`);
      await tx.unsafe(`select app_secure('class_${name}', '${name}')`);
      await tx.unsafe(`select app_secure('site_${name}', '${name}', site_writes := true)`);
    }
    const secured = new Map((await securityOf(tx)).map((table) => [table.name, table.policies]));
    return new Map(
      Object.entries(classOfTable).map(([table, name]) => {
        const model = `${writtenByTheSite.includes(table) ? 'site' : 'class'}_${name}`;
        return [table, secured.get(model) ?? []];
      }),
    );
  });
}

/** What is wrong with the row level security of the tables; empty when all is well. */
function faultsOf(secured: readonly SecuredTable[], wanted: Map<string, readonly Policy[]>): string[] {
  return secured.flatMap(({ name, enabled, forced, policies }) => {
    const more = morePolicies[name] ?? [];
    const own = policies.filter((policy) => !more.includes(policy.name));
    return [
      ...(enabled ? [] : [`${name}: not enabled`]),
      ...(forced ? [] : [`${name}: not forced`]),
      ...(JSON.stringify(own) === JSON.stringify(wanted.get(name))
        ? []
        : [`${name}: not the policies of its class`]),
      ...more
        .filter((one) => !policies.some((policy) => policy.name === one))
        .map((one) => `${name}: no ${one}`),
    ];
  });
}

describe('row level security', () => {
  test('is on and forced on every table, with the policies of its class', async () => {
    const secured = await securityOf(sql);
    expect(secured.map((table) => table.name)).toEqual(Object.keys(classOfTable).sort());
    const wanted = await policiesByTable();
    for (const [name, policies] of wanted) expect(policies, name).toHaveLength(4);
    expect(faultsOf(secured, wanted)).toEqual([]);
  });

  test.each([
    ['alter table firms disable row level security', 'firms: not enabled'],
    ['alter table sessions no force row level security', 'sessions: not forced'],
    ['drop policy app_read on credentials', 'credentials: not the policies of its class'],
    ['alter policy app_read on credentials using (true)', 'credentials: not the policies of its class'],
    [
      'create policy app_all on courts using (true) with check (true)',
      'courts: not the policies of its class',
    ],
    ['alter policy app_update on usernames with check (true)', 'usernames: not the policies of its class'],
    ['drop policy app_read_subject on audit_entries', 'audit_entries: no app_read_subject'],
  ])('would be found wanting after: %s', async (change, fault) => {
    const wanted = await policiesByTable();
    const secured = await undone(sql, async (tx) => {
      await tx.unsafe(change);
      return securityOf(tx);
    });
    expect(faultsOf(secured, wanted)).toEqual([fault]);
  });
});

describe('the roles of the database', () => {
  test.each([applicationRole, ownerRole])('%s is no superuser and passes by no policy', async (role) => {
    const [rights] = await superuser`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships
      from pg_roles r where rolname = ${role}`;
    expect(rights).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      memberships: 0,
    });
  });

  test('the application owns nothing', async () => {
    const owned = (role: string) => superuser<{ what: string }[]>`
      select pg_describe_object(classid, objid, 0) as what from pg_shdepend
      where deptype = 'o' and refobjid = ${role}::regrole
        and dbid in (0, (select oid from pg_database where datname = current_database()))`;
    expect(await owned(applicationRole)).toHaveLength(0);
    expect((await owned(ownerRole)).length).toBeGreaterThan(20);
  });

  test.each([
    'create table stray (id int)',
    'create view stray as select 1',
    "create function stray() returns int language sql as 'select 1'",
    'create schema stray',
    'create table graphile_worker.stray (id int)',
    "create type stray as enum ('a')",
    'alter table courts disable row level security',
    'alter table courts add column stray text',
    'drop table caught_mails',
    'drop policy app_read on credentials',
    'create policy stray on credentials using (true)',
    'create trigger stray before insert on courts for each row execute function audit_refuse_change()',
    'alter table audit_entries disable trigger all',
    'truncate caught_mails',
    "select app_secure('courts', 'machine')",
    "set session_replication_role = 'replica'",
    'set role countersign_owner',
    'select * from drizzle.__drizzle_migrations',
  ])('the application may not: %s', async (statement) => {
    const application = plainSql(db.applicationUrl);
    const state = await stateOf(application.unsafe(statement));
    await application.end();
    expect(state).toBe('42501');
    if (statement.startsWith('set') || statement.includes('app_secure')) return;
    expect(await undone(superuser, (tx) => stateOf(tx.unsafe(statement))), 'what a superuser may').toBeNull();
  });

  test('the application only adds to the audit trail, only reads the ledger, and never empties a table', async () => {
    const rights = await sql<{ table: string; rights: string[] }[]>`
      select c.relname as table, array(select r from unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE',
        'REFERENCES','TRIGGER']) r where has_table_privilege(${applicationRole}, c.oid, r)) as rights
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
    const everything = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
    for (const { table, rights: has } of rights) {
      const least = onlyRead.includes(table) ? ['SELECT'] : ['SELECT', 'INSERT'];
      expect(has.slice(0, least.length), table).toEqual(least);
      expect(everything, table).toEqual(expect.arrayContaining(has));
      if (table.startsWith('audit_') || onlyRead.includes(table)) expect(has, table).toEqual(least);
    }
  });

  test('nothing runs with the rights of its owner but what must, with a search path of its own', async () => {
    const found = await sql`
      select proname, proconfig from pg_proc where prosecdef
        and pronamespace in ('public'::regnamespace, 'usage_quarters'::regnamespace) order by proname`;
    expect(found.map((row) => row.proname)).toEqual(Object.keys(definers));
    for (const { proname, proconfig } of found)
      expect(String(proconfig), proname).toContain('search_path=pg_catalog, public');
  });

  test('the application has no right on the partitions of uses, which stand behind their table', async () => {
    await sql`select usage_partition_ensure('2025-05-01')`;
    const rights = await sql`
      select c.relname, has_schema_privilege(${applicationRole}, 'usage_quarters', 'USAGE') as usage,
        has_table_privilege(${applicationRole}, c.oid, 'SELECT') as reads, c.relforcerowsecurity as forced
      from pg_class c where c.relnamespace = 'usage_quarters'::regnamespace and c.relkind = 'r'`;
    expect(rights).toEqual([{ relname: 'uses_2025q2', usage: false, reads: false, forced: true }]);
  });
});
