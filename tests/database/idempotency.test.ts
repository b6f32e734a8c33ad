import { mailMessages } from '@countersign/drizzle/tables/notices';
import { accountActor } from '@countersign/server/platform/actor';
import { type Database, openDatabase, type Transaction } from '@countersign/server/platform/database';
import { type KeyedCall, once } from '@countersign/server/platform/idempotency';
import { Refused } from '@countersign/server/platform/refusal';
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainSql } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';

const [ada, leo] = [uuidv7(), uuidv7()];
const call: KeyedCall = { accountId: ada, operation: 'test', key: 'k', request: ['a', 1], at: new Date() };

let db: TestDatabase;
let superuser: postgres.Sql;
let database: Database;
beforeAll(async () => {
  db = await cloneDatabase();
  superuser = plainSql(db.superuserUrl);
  database = openDatabase({ url: db.applicationUrl, max: 8, prepare: true });
});
beforeEach(async () => {
  await superuser`truncate idempotency_keys, mail_messages`;
});
afterAll(async () => {
  await database.close();
  await superuser.end();
  await db.drop();
});

/** An effect that shows in the database: one row each time it runs. */
async function effect(tx: Transaction): Promise<{ mailId: string }> {
  const mailId = uuidv7();
  await tx
    .insert(mailMessages)
    .values({ mailId, toAddress: '', subject: '', text: '', createdAt: new Date() });
  return { mailId };
}
const callAs = (given: KeyedCall, work: (tx: Transaction) => Promise<unknown> = effect) =>
  database.write(accountActor(given.accountId, [], { address: null, requestId: null }), (tx) =>
    once(tx, given, () => work(tx)),
  );
const effects = async () => (await superuser`select from mail_messages`).length;
const keys = async () => (await superuser`select from idempotency_keys`).length;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (cause: unknown) => (cause instanceof Refused ? cause.faults[0]?.code : String(cause)),
  );

describe('once', () => {
  test('runs the effect once for eight calls at the same time, which all get its result', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => callAs(call)));
    expect(await effects()).toBe(1);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await keys()).toBe(1);
  });

  test('without its key the effect runs each time', async () => {
    await superuser`alter table idempotency_keys drop constraint idempotency_keys_account_id_operation_key_pk`;
    await Promise.all([callAs(call), callAs(call)]);
    expect(await effects()).toBe(2);
    await superuser`truncate idempotency_keys`;
    await superuser`alter table idempotency_keys add constraint idempotency_keys_account_id_operation_key_pk primary key (account_id, operation, key)`;
  });

  test('gives the first result again, later', async () => {
    const first = await callAs(call);
    expect(await callAs({ ...call, at: new Date(Date.now() + 86_400_000) })).toEqual(first);
    expect(await effects()).toBe(1);
  });

  test.each([null, false, 0, '', 'text', [1, [2]], { a: { b: null } }].map((result) => ({ result })))(
    'gives $result again',
    async ({ result }) => {
      expect(await callAs(call, async () => result)).toEqual(result);
      expect(await callAs(call, () => Promise.reject(new Error('ran twice')))).toEqual(result);
    },
  );

  test('leaves no key when the effect fails, so that the mended call may use it', async () => {
    const failing = callAs(call, async (tx) => {
      await effect(tx);
      throw new Error('not today');
    });
    await expect(failing).rejects.toThrow('not today');
    expect([await keys(), await effects()]).toEqual([0, 0]);
    await callAs({ ...call, request: ['mended'] });
    expect([await keys(), await effects()]).toEqual([1, 1]);
  });

  test('runs the waiting call when the first one fails', async () => {
    let fail = () => {};
    const first = callAs(call, () => new Promise((_, reject) => (fail = () => reject(new Error('first')))));
    await expect
      .poll(() =>
        superuser`select from pg_stat_activity where state = 'idle in transaction' and datname = ${db.name}`.then(
          (rows) => rows.length,
        ),
      )
      .toBe(1);
    const second = callAs(call);
    await expect
      .poll(() =>
        superuser`select from pg_stat_activity where wait_event_type = 'Lock' and datname = ${db.name}`.then(
          (rows) => rows.length,
        ),
      )
      .toBeGreaterThan(0);
    fail();
    await expect(first).rejects.toThrow('first');
    expect(await second).toHaveProperty('mailId');
    expect(await effects()).toBe(1);
  });

  test('refuses a key that was used with another request', async () => {
    await callAs(call);
    expect(await codeOf(callAs({ ...call, request: ['a', 2] }))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await codeOf(callAs({ ...call, request: ['a', '1'] }))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await effects()).toBe(1);
  });

  test('keeps the keys of each person and each operation apart', async () => {
    await callAs(call);
    await callAs({ ...call, accountId: leo, request: ['another'] });
    await callAs({ ...call, operation: 'other', request: ['another'] });
    await callAs({ ...call, key: 'K', request: ['another'] });
    expect(await effects()).toBe(4);
  });

  test('takes keys of 1 to 255 characters that Postgres can keep', async () => {
    const outcome = (key: string) => codeOf(callAs({ ...call, key }));
    expect(await outcome('')).toBe('INVALID');
    expect(await outcome('k')).toBeNull();
    expect(await outcome('k'.repeat(255))).toBeNull();
    expect(await outcome('é'.repeat(255))).toBeNull();
    expect(await outcome('k'.repeat(256))).toBe('INVALID');
    expect(await outcome('k\0')).toBe('INVALID');
    expect(await outcome("'; drop table courts; --")).toBeNull();
  });

  test('keeps of the request only its hash', async () => {
    await callAs({ ...call, request: ['a secret'] });
    const [row] = await superuser`select * from idempotency_keys`;
    expect(row?.request_hash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain('a secret');
  });
});
