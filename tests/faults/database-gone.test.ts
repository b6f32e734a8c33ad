import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@countersign/server/api/http-server';
import { buildApiSchema } from '@countersign/server/api/schema';
import { readConfiguration } from '@countersign/server/platform/configuration';
import { type Database, openDatabase } from '@countersign/server/platform/database';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { ApiClient } from '../support/api-client';
import { serviceCenter } from '../support/cluster';
import { openTcpProxy, type TcpProxy, throughPort } from '../support/tcp-proxy';
import { cloneDatabase, type TestDatabase } from '../support/test-database';
import { TestClock } from '../support/test-site';

let db: TestDatabase;
let proxy: TcpProxy;
let database: Database;
let http: Awaited<ReturnType<typeof createHttpServer>>;
let url: string;
beforeAll(async () => {
  db = await cloneDatabase();
  proxy = await openTcpProxy(inject('cluster').port);
  database = openDatabase({ url: throughPort(db.applicationUrl, proxy.port), max: 4, prepare: true });
  const configuration = readConfiguration({ LOG_LEVEL: 'silent' });
  const site = { database, clock: new TestClock(), configuration, serviceCenter, files: db.files };
  http = await createHttpServer({ site, schema: buildApiSchema(), clientFolder: null });
  await http.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`;
});
afterEach(() => proxy.restore());
afterAll(async () => {
  await http.close();
  await database.close();
  await proxy.close();
  await db.drop();
});

const courts = '{ courts(first: 1) { totalCount } }';
const readiness = async () => (await fetch(`${url}/readyz`)).status;
const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const before = Date.now();
  return [await work(), Date.now() - before];
};
/** Waits until the API answers again, as a balancer does. */
const recovered = async () => {
  await expect.poll(readiness, { timeout: 10_000 }).toBe(200);
  const { data, errors } = await new ApiClient(url).query(courts);
  expect([data?.courts.totalCount, errors]).toEqual([207, []]);
};

describe('while the database is gone', () => {
  test.each<[string, () => Promise<void> | void]>([
    ['refuses connections', () => proxy.cut()],
    ['has fallen silent', () => proxy.silence()],
  ])('because it %s, the process is alive and not ready, within two seconds', async (_what, breakIt) => {
    await recovered();
    await breakIt();
    for (let probe = 0; probe < 3; probe += 1) {
      const [status, took] = await timed(readiness);
      expect(status).toBe(503);
      expect(took).toBeLessThan(2000);
    }
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    await proxy.restore();
    const [, back] = await timed(recovered);
    expect(back, 'ready again soon').toBeLessThan(5000);
  });

  test('the API says that it is unavailable and nothing of the inside', async () => {
    await recovered();
    await proxy.cut();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => timed(() => new ApiClient(url).query(courts))),
    );
    for (const [{ status, data, errors }, took] of answers) {
      expect(took).toBeLessThan(5000);
      expect(status).toBe(503);
      expect(data?.courts ?? null).toBeNull();
      expect(errors.map((error) => error.extensions.code)).toEqual(['UNAVAILABLE']);
      expect(JSON.stringify(errors)).not.toMatch(/stack|select|127\.0\.0\.1|postgres|ECONN|node_modules/i);
    }
    await proxy.restore();
    await recovered();
  });
});

test('requests under way when the connections break are told so, and the next ones are answered', async () => {
  await recovered();
  const client = new ApiClient(url);
  const under = Array.from({ length: 30 }, () => client.query(courts));
  await proxy.cut();
  for (const { data, errors } of await Promise.all(under)) {
    if (errors.length > 0) expect(errors[0]?.extensions.code).toBe('UNAVAILABLE');
    else expect(data.courts.totalCount).toBe(207);
  }
  await proxy.restore();
  await recovered();
});

test('a signed-in person is still signed in when the database is back', async () => {
  await recovered();
  const client = new ApiClient(url);
  await client.signIn('attorney.demo');
  await proxy.cut();
  const { errors } = await client.query('{ viewer { account { accountNumber } } }');
  expect(errors.map((error) => error.extensions.code)).toEqual(['UNAVAILABLE']);
  expect(client.cookies.size, 'no cookie is taken away').toBe(2);
  await proxy.restore();
  await recovered();
  const { viewer } = await client.data('{ viewer { areas } }');
  expect(viewer.areas).toContain('ACCOUNT');
});
