import { courts } from '@countersign/drizzle/tables/courts';
import { systemActor } from '@countersign/server/platform/actor';
import { type Database, openDatabase } from '@countersign/server/platform/database';
import { builder, compile, type Statement } from '@countersign/server/platform/statement';
import { eq, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { plainSql, stateOf } from '../support/sql';
import { openTcpProxy, throughPort } from '../support/tcp-proxy';
import { cloneDatabase, type TestDatabase } from '../support/test-database';

const titleOf = compile(
  builder
    .select({ title: courts.title })
    .from(courts)
    .where(eq(courts.courtId, sql.placeholder('id'))),
);
const plain = (text: string, ...values: unknown[]): Statement<unknown[]> => ({
  text,
  values,
  toRow: (row) => row,
});
const division = plain('select 1 / $1::int', 0);

let db: TestDatabase;
let superuser: postgres.Sql;
let database: Database;
beforeAll(async () => {
  db = await cloneDatabase();
  superuser = plainSql(db.superuserUrl);
  database = openDatabase({ url: db.applicationUrl, max: 1, prepare: true });
});
afterAll(async () => {
  await database.close();
  await superuser.end();
  await db.drop();
});

describe('read', () => {
  test('gives the rows of each statement in the order of the statements', async () => {
    const ids = ['mowd', 'mowb', 'ca8', 'none', 'cacd'];
    const rows = await database.read(
      systemActor,
      ids.map((id) => titleOf({ id })),
    );
    expect(rows.map(([row]) => row?.title ?? null)).toEqual([
      'Missouri Western District Court',
      'Missouri Western Bankruptcy Court',
      'U.S. Court of Appeals, Eighth Circuit',
      null,
      'California Central District Court',
    ]);
  });

  test('is one read-only transaction', async () => {
    const which = plain(
      "select pg_current_snapshot()::text, now()::text, current_setting('transaction_read_only')",
    );
    const [first, pause, second] = await database.read(systemActor, [
      which,
      plain('select pg_sleep(0.01)'),
      which,
    ]);
    expect(first).toEqual(second);
    expect(first?.[0]?.[2]).toBe('on');
    expect(pause).toHaveLength(1);
    const [later] = await database.read(systemActor, [which]);
    expect(later?.[0]?.[1]).not.toBe(first?.[0]?.[1]);
  });

  test('refuses to write', async () => {
    const deletion = plain("delete from court_contacts where court_id = 'mowd'");
    expect(await stateOf(database.read(systemActor, [deletion]))).toBe('25006');
    const [left] = await superuser`select count(*)::int as rows from court_contacts where court_id = 'mowd'`;
    expect(left?.rows).toBeGreaterThan(0);
  });

  test('goes on after an error, which is the first statement’s that failed', async () => {
    const failing = database.read(systemActor, [titleOf({ id: 'mowd' }), division, plain('select nothing')]);
    expect(await stateOf(failing)).toBe('22012');
    const [[row]] = await database.read(systemActor, [titleOf({ id: 'mowd' })]);
    expect(row?.title).toBe('Missouri Western District Court');
    const [state] = await database.machine('select pg_current_xact_id_if_assigned() is null as idle', []);
    expect(state?.idle).toBe(true);
  });

  test('many at once share one connection without waiting for each other forever', async () => {
    const reads = Array.from({ length: 40 }, (_, i) =>
      i % 5 === 0
        ? stateOf(database.read(systemActor, [division]))
        : database.read(systemActor, [titleOf({ id: 'mowd' })]),
    );
    const writes = Array.from({ length: 10 }, () =>
      database.write(systemActor, (tx) => tx.execute(sql`select 1`)),
    );
    expect(await Promise.all([...reads, ...writes])).toHaveLength(50);
  });

  test('takes one round trip for many statements, a write one for each', async () => {
    const proxy = await openTcpProxy(inject('cluster').port, 25);
    const slow = openDatabase({ url: throughPort(db.applicationUrl, proxy.port), max: 1, prepare: true });
    const tripsOf = async (work: () => Promise<unknown>) => {
      const before = proxy.roundTrips();
      await work();
      return proxy.roundTrips() - before;
    };
    const many = ['mowd', 'mowb', 'ca8', 'cacd', 'nysd', 'txsd'].map((id) => titleOf({ id }));
    const read = () => slow.read(systemActor, many);
    expect(await tripsOf(read), 'while nothing is prepared').toBeGreaterThan(1);
    expect(await tripsOf(read)).toBe(1);
    expect(await tripsOf(() => slow.read(systemActor, many.slice(0, 1)))).toBe(1);
    const write = () => slow.write(systemActor, (tx) => tx.execute(sql`select 1`));
    await write();
    expect(await tripsOf(write)).toBeGreaterThanOrEqual(4);
    await slow.close();
    await proxy.close();
  });
});

describe('write', () => {
  const noteOf = async () => {
    const [row] = await superuser`select note from court_contacts where court_id = 'mowd' and position = 0`;
    return row?.note;
  };
  const setNote = (note: string) =>
    sql`update court_contacts set note = ${note} where court_id = 'mowd' and position = 0`;

  test('keeps everything when it ends well, and gives what the work gives', async () => {
    const given = await database.write(systemActor, async (tx) => {
      await tx.execute(setNote('first'));
      await tx.execute(setNote('second'));
      return 42;
    });
    expect(given).toBe(42);
    expect(await noteOf()).toBe('second');
  });

  test.each([
    ['an error of the database', () => sql`select 1 / 0`],
    ['an error of ours', () => null],
  ])('keeps nothing after %s', async (_what, failing) => {
    const before = await noteOf();
    const work = database.write(systemActor, async (tx) => {
      await tx.execute(setNote('lost'));
      const statement = failing();
      if (statement) await tx.execute(statement);
      throw new Error('ours');
    });
    await expect(work).rejects.toThrow();
    expect(await noteOf()).toBe(before);
  });
});
