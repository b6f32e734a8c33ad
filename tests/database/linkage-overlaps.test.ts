import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainSql, stateOf } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';

const overlapping = '23P01';

let db: TestDatabase;
let superuser: postgres.Sql;
beforeAll(async () => {
  db = await cloneDatabase();
  superuser = plainSql(db.superuserUrl, 2);
});
beforeEach(() => superuser`truncate linkages`);
afterAll(async () => {
  await superuser.end();
  await db.drop();
});

const account = randomUUID();
const link = (
  client: postgres.Sql | postgres.TransactionSql,
  startsAt: string,
  endsAt: string | null,
  accountId = account,
) => client`insert into linkages (account_id, linkage_id, payer_id, starts_at, ends_at, set_at)
  values (${accountId}, ${randomUUID()}, ${randomUUID()}, ${startsAt}, ${endsAt}, now())`;

describe('an account has one payer at each instant', () => {
  test.each([
    ['the same interval', '2024-01-01Z', '2024-04-01Z'],
    ['one within', '2024-02-01Z', '2024-03-01Z'],
    ['one around', '2023-01-01Z', '2025-01-01Z'],
    ['one that begins before its end', '2024-03-31 23:59:59.999Z', '2024-05-01Z'],
    ['one without an end', '2023-01-01Z', null],
  ])('%s is refused', async (_what, startsAt, endsAt) => {
    await link(superuser, '2024-01-01Z', '2024-04-01Z');
    expect(await stateOf(link(superuser, startsAt, endsAt))).toBe(overlapping);
  });

  test('one may begin at the instant another ends, and other accounts do not matter', async () => {
    await link(superuser, '2024-01-01Z', '2024-04-01Z');
    expect(await stateOf(link(superuser, '2024-04-01Z', null))).toBeNull();
    expect(await stateOf(link(superuser, '2023-01-01Z', '2024-01-01Z'))).toBeNull();
    expect(await stateOf(link(superuser, '2024-02-01Z', null, randomUUID()))).toBeNull();
  });

  test('an interval is neither extended into another nor empty', async () => {
    await link(superuser, '2024-01-01Z', '2024-04-01Z');
    await link(superuser, '2024-05-01Z', null);
    const extend = superuser`update linkages set ends_at = '2024-05-02Z' where ends_at = '2024-04-01Z'`;
    expect(await stateOf(extend)).toBe(overlapping);
    expect(await stateOf(link(superuser, '2020-01-01Z', '2020-01-01Z'))).toBe('23514');
  });

  test('two transactions at once: one is kept, the other refused', async () => {
    const outcomes = await Promise.all(
      ['2024-01-01Z', '2024-02-01Z'].map((startsAt) =>
        stateOf(
          superuser.begin(async (tx) => {
            await tx`select pg_sleep(0.05)`;
            await link(tx, startsAt, '2024-06-01Z');
            await tx`select pg_sleep(0.05)`;
          }),
        ),
      ),
    );
    // When both wait for each other, Postgres ends one of them as a deadlock.
    expect(outcomes).toContain(null);
    expect(outcomes.some((state) => state === overlapping || state === '40P01')).toBe(true);
    expect(await superuser`select from linkages`).toHaveLength(1);
  });
});
