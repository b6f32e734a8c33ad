import { classOfTable, tableClasses } from '@countersign/drizzle/classes';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainSql, undone } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';
import { catalogueOf } from './catalogue';
import { drizzleSchema, drizzleTableNames } from './tables-of-drizzle';

/** Compared byte by byte for searches by beginning; Drizzle has no word for a collation. */
const comparedByBytes = [
  'account_terms.term text not null',
  'accounts.sort_name text not null',
  'firm_terms.term text not null',
  'uses.case_key text',
].map((column) => `column ${column}`);

/** Constraints that Drizzle has no word for. */
const beyondDrizzle = [
  'constraint linkages linkages_never_overlap EXCLUDE USING gist (account_id WITH =, tstzrange(starts_at, ends_at) WITH &&)',
  'index CREATE INDEX linkages_never_overlap ON public.linkages USING gist (account_id, tstzrange(starts_at, ends_at))',
];

let migrated: TestDatabase;
let declared: TestDatabase;
let sql: postgres.Sql;
let wanted: string[];

/** A database made straight from drizzle/tables, past the migrations. */
async function createFromTables(database: TestDatabase): Promise<string[]> {
  const statements = await generateMigration(
    generateDrizzleJson({}),
    generateDrizzleJson(await drizzleSchema()),
  );
  const client = plainSql(database.ownerUrl);
  for (const statement of statements) await client.unsafe(statement);
  const catalogue = await catalogueOf(client);
  await client.end();
  return catalogue;
}

beforeAll(async () => {
  migrated = await cloneDatabase();
  declared = await cloneDatabase('template0');
  sql = plainSql(migrated.ownerUrl);
  const lines = await createFromTables(declared);
  wanted = [
    ...lines.map((line) => (comparedByBytes.includes(line) ? `${line} collate C` : line)),
    ...beyondDrizzle,
  ].sort();
});
afterAll(async () => {
  await sql.end();
  await migrated.drop();
  await declared.drop();
});

describe('the migrated catalogue', () => {
  test('is that of drizzle/tables: tables, columns, types, defaults, constraints and indexes', async () => {
    expect(wanted.length).toBeGreaterThan(150);
    expect(await catalogueOf(sql)).toEqual(wanted);
  });

  test.each([
    'create table stray (id uuid primary key)',
    'drop table caught_mails',
    'alter table courts add column stray text',
    'alter table courts drop column citation',
    'alter table courts rename column citation to cited_as',
    'alter table courts alter column title drop not null',
    'alter table courts alter column citation set not null',
    'alter table firms alter column number type bigint',
    'alter table accounts alter column version drop default',
    'alter table accounts alter column version set default 2',
    'alter table accounts alter column sort_name type text collate "default"',
    'alter table courts drop constraint courts_type',
    'alter table court_contacts drop constraint court_contacts_court_id_courts_court_id_fk',
    'alter table courts drop constraint courts_pkey cascade',
    'drop index courts_lookup',
    'drop index role_grants_one_open; create unique index role_grants_one_open on role_grants (account_id, role)',
    'create index stray on courts (name)',
  ])('differs after: %s', async (change) => {
    const changed = await undone(sql, async (tx) => {
      await tx.unsafe(change);
      return catalogueOf(tx);
    });
    expect(changed).not.toEqual(wanted);
  });
});

describe('the classes of tables', () => {
  test('name each table of drizzle/tables, and nothing else', async () => {
    expect(Object.keys(classOfTable).sort()).toEqual(await drizzleTableNames());
    for (const name of Object.values(classOfTable)) expect(Object.keys(tableClasses)).toContain(name);
  });

  test('are the leading column of each primary key', async () => {
    const leading: Record<string, string> = {
      payer: 'payer_id',
      court: 'court_id',
      published: 'court_id',
      account: 'account_id',
      stream: 'stream_kind',
    };
    const keys = await sql<{ table: string; first: string }[]>`
      select c.relname as table, a.attname as first
      from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisprimary and c.relnamespace = 'public'::regnamespace`;
    const first = new Map(keys.map((key) => [key.table, key.first]));
    for (const [table, name] of Object.entries(classOfTable)) {
      expect(first.get(table), `${table} has no primary key`).toBeDefined();
      if (leading[name]) expect(first.get(table), table).toBe(leading[name]);
    }
  });

  test('are not crossed by foreign keys, except to reference tables', async () => {
    const references = await sql<{ from: string; to: string }[]>`
      select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace`;
    expect(references.length).toBeGreaterThan(0);
    for (const { from, to } of references)
      expect([classOfTable[from], 'shared'], `${from} to ${to}`).toContain(classOfTable[to]);
  });
});
