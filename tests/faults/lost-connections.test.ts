import { systemActor } from '@countersign/server/platform/actor';
import { isConnectionFault } from '@countersign/server/platform/connection-fault';
import { type Database, openDatabase } from '@countersign/server/platform/database';
import type { Statement } from '@countersign/server/platform/statement';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openTcpProxy, type TcpProxy, throughPort } from '../support/tcp-proxy';
import { cloneDatabase, type TestDatabase } from '../support/test-database';

const connections = 4;
const plain = (text: string, ...values: unknown[]): Statement<unknown[]> => ({
  text,
  values,
  toRow: (row) => row,
});
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let db: TestDatabase;
let proxy: TcpProxy;
let database: Database;
beforeAll(async () => {
  db = await cloneDatabase();
  proxy = await openTcpProxy(inject('cluster').port);
});
beforeEach(() => proxy.restore());
afterAll(async () => {
  await proxy.close();
  await db.drop();
});

/** What can be asked of the database, each many times at once. */
const askings: Record<string, () => Promise<unknown>> = {
  reads: () => database.read(systemActor, [plain('select $1::int + 1', 1), plain('select pg_sleep(0.01)')]),
  writes: () => database.write(systemActor, (tx) => tx.execute(sql`select pg_sleep(0.01)`)),
  machine: () => database.machine('select $1::int from pg_sleep(0.01)', [1]),
};

/** Every connection can be used, all at the same time. */
async function expectWhole(): Promise<void> {
  const pids = await Promise.all(
    Array.from({ length: connections }, async () => {
      const [rows] = await database.read(systemActor, [plain('select pg_backend_pid() from pg_sleep(0.2)')]);
      return rows[0]?.[0];
    }),
  );
  expect(new Set(pids).size).toBe(connections);
}

describe.each([true, false])('with prepared statements: %s', (prepare) => {
  beforeEach(() => {
    database = openDatabase({ url: throughPort(db.applicationUrl, proxy.port), max: connections, prepare });
  });
  afterEach(() => database.close());

  test.each(Object.keys(askings))(
    '%s under way when connections break end with a fault, none hangs, none is lost',
    async (name) => {
      const ask = askings[name] as () => Promise<unknown>;
      for (const moment of [0, 2, 5, 15, 40]) {
        const under = Array.from({ length: 3 * connections }, ask);
        await pause(moment);
        await proxy.cut();
        for (const outcome of await Promise.allSettled(under))
          if (outcome.status === 'rejected')
            expect(isConnectionFault(outcome.reason), String(outcome.reason)).toBe(true);
        await expect(ask()).rejects.toSatisfy(isConnectionFault);
        await proxy.restore();
        await ask();
      }
      await expectWhole();
    },
  );

  test('what an administrator ends is opened again', async () => {
    await expectWhole();
    const ended = database.machine('select pg_terminate_backend(pg_backend_pid())', []);
    await expect(ended).rejects.toSatisfy(isConnectionFault);
    await expectWhole();
  });

  test('what fell silent is given up once it was asked whether it answers', async () => {
    await expectWhole();
    proxy.silence();
    const stuck = Array.from({ length: connections + 2 }, askings.reads as () => Promise<unknown>);
    await expect(database.ping()).rejects.toThrow('does not answer');
    for (const outcome of await Promise.allSettled(stuck.slice(0, connections)))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'CONNECTION_DESTROYED' } });
    await proxy.restore();
    await Promise.allSettled(stuck);
    await expectWhole();
  });
});

test('an error of a statement is no fault of the connection', async () => {
  database = openDatabase({ url: throughPort(db.applicationUrl, proxy.port), max: 1, prepare: true });
  const pid = async () => (await database.machine('select pg_backend_pid() as pid', []))[0]?.pid;
  const before = await pid();
  await expect(database.read(systemActor, [plain('select 1 / 0')])).rejects.toSatisfy(
    (cause) => !isConnectionFault(cause),
  );
  expect(await pid()).toBe(before);
  await database.close();
});
