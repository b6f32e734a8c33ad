import { accounts } from '@countersign/drizzle/tables/accounts';
import type { Actor } from '@countersign/server/platform/actor';
import { type Database, openDatabase } from '@countersign/server/platform/database';
import { builder, compile, type Statement } from '@countersign/server/platform/statement';
import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainSql } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';
import { anonymous, demonstrationActors } from './actors';

const everyAccount = compile(builder.select({ id: accounts.accountId }).from(accounts));
const division: Statement<unknown> = { text: 'select 1 / $1::int', values: [0], toRow: (row) => row };
const settings =
  "select coalesce(current_setting('app.kind', true), '') || coalesce(current_setting('app.account', true), '') || coalesce(current_setting('app.payers', true), '') || coalesce(current_setting('app.courts', true), '') as left";

let db: TestDatabase;
let superuser: postgres.Sql;
let actor: (username: string) => Actor;

beforeAll(async () => {
  db = await cloneDatabase();
  superuser = plainSql(db.superuserUrl);
  actor = await demonstrationActors(superuser);
});
afterAll(async () => {
  await superuser.end();
  await db.drop();
});

/** Everything goes over one connection, so that whatever one caller leaves behind meets the next. */
describe.each([{ prepare: true }, { prepare: false }])(
  'on one pooled connection, $prepare',
  ({ prepare }) => {
    let database: Database;
    beforeAll(() => {
      database = openDatabase({ url: db.applicationUrl, max: 1, prepare });
    });
    afterAll(() => database.close());

    const seenBy = async (who: Actor) => {
      const [rows] = await database.read(who, [everyAccount()]);
      return rows.map((row) => row.id);
    };
    const leftBehind = async () => (await database.machine(settings, []))[0]?.left;

    test('actors by turns see their own account and nobody else’s', async () => {
      const turns = ['attorney.demo', 'legacy.demo', 'clerk.mowd', 'attorney.demo'].map(actor);
      for (const who of turns) expect(await seenBy(who)).toEqual([who.accountId]);
      expect(await seenBy(anonymous)).toEqual([]);
      const crowd = Array.from({ length: 60 }, (_, i) => turns[i % turns.length] as Actor);
      const seen = await Promise.all(crowd.map(seenBy));
      expect(seen).toEqual(crowd.map((who) => [who.accountId]));
    });

    test('nothing stays behind after reading and writing', async () => {
      await seenBy(actor('clerk.mowd'));
      expect(await leftBehind()).toBe('');
      await database.write(actor('firmadmin.demo'), (tx) => tx.execute(sql`select 1`));
      expect(await leftBehind()).toBe('');
      expect(await seenBy(anonymous)).toEqual([]);
    });

    test('nothing stays behind after an error', async () => {
      await expect(database.read(actor('operator.demo'), [everyAccount(), division])).rejects.toThrow(
        'division',
      );
      expect(await leftBehind()).toBe('');
      expect(await seenBy(anonymous)).toEqual([]);
      const failing = database.write(actor('operator.demo'), (tx) => tx.execute(sql`select 1 / 0`));
      await expect(failing).rejects.toThrow();
      const thrown = database.write(actor('operator.demo'), async () => {
        throw new Error('not of the database');
      });
      await expect(thrown).rejects.toThrow('not of the database');
      expect(await leftBehind()).toBe('');
      expect(await seenBy(anonymous)).toEqual([]);
    });

    test('a setting that outlived its transaction would be seen', async () => {
      const { accountId } = actor('attorney.demo');
      await database.machine("select set_config('app.account', $1, false)", [accountId]);
      expect(await leftBehind()).toBe(accountId);
      const [{ rows } = { rows: 0 }] = await database.machine(
        'select count(*)::int as rows from accounts',
        [],
      );
      expect(rows).toBe(1);
      await database.machine("select set_config('app.account', '', false)", []);
    });
  },
);
