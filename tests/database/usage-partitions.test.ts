import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainSql, stateOf } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';

let db: TestDatabase;
let application: postgres.Sql;
let superuser: postgres.Sql;
beforeAll(async () => {
  db = await cloneDatabase();
  application = plainSql(db.applicationUrl, 4);
  superuser = plainSql(db.superuserUrl);
});
afterAll(async () => {
  await application.end();
  await superuser.end();
  await db.drop();
});

const ensure = (day: string) => application`select usage_partition_ensure(${day}::text::date)`;
const partitions = async () => {
  const rows = await superuser`select inhrelid::regclass::text as name from pg_inherits
    where inhparent = 'uses'::regclass order by 1`;
  return rows.map((row) => row.name);
};

describe('the partition of a quarter', () => {
  test('is made once by any of its days, and holds that quarter', async () => {
    for (const day of ['2023-11-15', '2023-10-01', '2023-12-31']) await ensure(day);
    expect(await partitions()).toEqual(['usage_quarters.uses_2023q4']);
    const [part] = await superuser`
      select pg_get_expr(relpartbound, oid) as bound from pg_class where relname = 'uses_2023q4'`;
    expect(part?.bound).toBe(`FOR VALUES FROM ('2023-10-01') TO ('2024-01-01')`);
  });

  test('is made once by many who ask at the same time', async () => {
    const days = ['2022-01-01', '2022-01-02', '2022-04-01', '2022-05-05', '2022-07-01', '2022-08-01'];
    await Promise.all(days.map(ensure));
    const made = (await partitions()).filter((name) => name.includes('2022'));
    expect(made.map((name) => name.slice(-6))).toEqual(['2022q1', '2022q2', '2022q3']);
  });

  test('is made while another quarter is being read and written', async () => {
    await ensure('2021-01-01');
    await superuser.begin(async (tx) => {
      await tx`select from uses where quarter = '2021-01-01'`;
      await tx`insert into uses (payer_id, quarter, use_id, account_id, at, time_known, day, kind, given_client_code,
          client_code, cost_center, charge_cents, verdict, authority, batch_id, source, source_key, content_key)
        values (gen_random_uuid(), '2021-01-01', gen_random_uuid(), gen_random_uuid(), '2021-01-05Z', true, '2021-01-05',
          'SEARCH', '', '', '', 10, 'EQUAL', 'UPLOADED', gen_random_uuid(), 'CONTENT', '\\x01', '\\x01')`;
      await application.begin(async (maker) => {
        await maker`set local lock_timeout = '2s'`;
        await maker`select usage_partition_ensure('2021-04-01')`;
      });
    });
    expect(await partitions()).toContain('usage_quarters.uses_2021q2');
  });

  test('has the table’s indexes and its row level security', async () => {
    await ensure('2020-01-01');
    const indexes = async (table: string) =>
      (await superuser`select count(*)::int as n from pg_indexes where tablename = ${table}`)[0]?.n;
    expect(await indexes('uses_2020q1')).toBe(await indexes('uses'));
    const [row] = await superuser`
      select relrowsecurity and relforcerowsecurity as walled, relowner::regrole::text as owner
      from pg_class where relname = 'uses_2020q1'`;
    expect(row).toEqual({ walled: true, owner: 'countersign_owner' });
  });

  test.each(['1999-12-31', '2100-01-01', 'infinity'])(
    'of %s is refused: no uses are kept there',
    async (day) => {
      expect(await stateOf(ensure(day))).toBe('22023');
    },
  );

  test('takes no uses of another quarter than its own', async () => {
    const state =
      await stateOf(superuser`insert into uses (payer_id, quarter, use_id, account_id, at, time_known, day,
        kind, given_client_code, client_code, cost_center, charge_cents, verdict, authority, batch_id, source, source_key,
        content_key)
      values (gen_random_uuid(), '2023-10-01', gen_random_uuid(), gen_random_uuid(), '2024-01-05Z', true, '2024-01-05',
        'SEARCH', '', '', '', 10, 'EQUAL', 'UPLOADED', gen_random_uuid(), 'CONTENT', '\\x01', '\\x01')`);
    expect(state).toBe('23514');
  });
});
