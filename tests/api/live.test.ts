import { setTimeout as wait } from 'node:timers/promises';
import type postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { codeAssigned } from '../support/client-codes';
import { type EventStream, openEvents } from '../support/event-stream';
import { firms, people } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';
import { addUses, keysByNumber } from '../support/usage';

let site: TestSite;
let sql: postgres.Sql;
let administrator: ApiClient;
let keyOf: (number: string | number) => string;
const open: EventStream[] = [];
beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
  keyOf = await keysByNumber(sql);
  await addUses(sql, [
    { payerId: keyOf(firms.hawthorne), accountId: keyOf(people.attorney), at: '2026-07-02T15:00:00Z' },
  ]);
  administrator = await site.signedIn('firmadmin.demo');
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

async function listen(client: ApiClient, ...payers: string[]): Promise<EventStream> {
  const query = payers.map((payer) => `payer=${payer}`).join('&');
  const stream = await openEvents(client, `/live?${query}`);
  open.push(stream);
  return stream;
}

const tell = (payerId: string, more: Record<string, unknown> = { kind: 'uses' }) =>
  sql`select pg_notify('usage', ${JSON.stringify({ payerId, ...more })})`;

test('what changes a payer’s uses in another connection is told to who may see them, and to nobody else', async () => {
  const other = await site.signedIn('firmadmin.two');
  const [hers, his, operators] = [
    await listen(administrator, firms.hawthorne),
    await listen(other, firms.lindqvist, 'me'),
    await listen(await site.signedIn('operator.demo'), firms.hawthorne, firms.lindqvist),
  ];
  await codeAssigned(administrator, { payer: firms.hawthorne, filter: {}, clientCode: 'Live-1' });
  const told = { payer: firms.hawthorne, kind: 'uses' };
  await expect.poll(() => hers.events, { timeout: 5000 }).toEqual([told]);
  await expect.poll(() => operators.events, { timeout: 5000 }).toEqual([told]);
  await tell(keyOf(firms.lindqvist));
  await expect.poll(() => his.events, { timeout: 5000 }).toEqual([{ payer: firms.lindqvist, kind: 'uses' }]);
  expect(hers.events).toEqual([told]);
});

test('a person who pays for himself hears of his own', async () => {
  const stream = await listen(await site.signedIn('attorney.demo'), 'me');
  await tell(keyOf(firms.hawthorne));
  await tell(keyOf(people.attorney));
  await expect.poll(() => stream.events, { timeout: 5000 }).toEqual([{ payer: 'me', kind: 'uses' }]);
});

test('many changes of a moment are told once, and which import moved on', async () => {
  const stream = await listen(administrator, firms.hawthorne);
  const importId = '00000000-0000-7000-8000-000000000001';
  for (let i = 0; i < 20; i += 1) {
    await tell(keyOf(firms.hawthorne));
    await tell(keyOf(firms.hawthorne), { kind: 'import', importId });
  }
  await wait(1500);
  expect(stream.events.length).toBeLessThan(8);
  expect(stream.events[0]).toEqual({ payer: firms.hawthorne, kind: 'uses' });
  const id = Buffer.from(`usageImport:${keyOf(firms.hawthorne)}:${importId}`).toString('base64url');
  expect(stream.events[1]).toEqual({ payer: firms.hawthorne, kind: 'import', import: id });
});

test('a server of another process tells the same', async () => {
  const url = await site.secondServer();
  const there = Object.assign(Object.create(administrator) as ApiClient, { url });
  const stream = await listen(there, firms.hawthorne);
  await codeAssigned(administrator, { payer: firms.hawthorne, filter: {}, clientCode: 'Live-2' });
  await expect.poll(() => stream.events.length, { timeout: 5000 }).toBe(1);
});

test('it is heard again after the listening connection was lost, and then asked for anew', async () => {
  const stream = await listen(administrator, firms.hawthorne);
  const [{ count: ended } = { count: 0 }] = await sql`
    select count(pg_terminate_backend(pid))::int from pg_stat_activity
    where application_name = 'countersign listening' and datname = current_database()`;
  expect(ended).toBeGreaterThan(0);
  await expect.poll(() => stream.events.length, { timeout: 10_000 }).toBe(1);
  await tell(keyOf(firms.hawthorne));
  await expect.poll(() => stream.events.length, { timeout: 5000 }).toBe(2);
});

test('a stream ends with the session, and with the role', async () => {
  const legacy = await site.signedIn('legacy.demo');
  const own = await listen(legacy, 'me');
  await legacy.data('mutation { signOut(input: { everywhere: false }) { endedSessions } }');
  await tell(keyOf(people.legacy));
  await own.ended;
  expect(own.events).toEqual([]);

  const other = await site.signedIn('firmadmin.two');
  const firms2 = await listen(other, firms.lindqvist);
  await sql`update role_grants set ended_at = now() - interval '1 day' where firm_id = ${keyOf(firms.lindqvist)}`;
  await tell(keyOf(firms.lindqvist));
  await firms2.ended;
  expect(firms2.events).toEqual([]);
});

test('listening is no use of a session: it ends by idleness all the same', async () => {
  const person = await site.signedIn('attorney.demo');
  const seen = () =>
    sql`select max(seen_at) as at from sessions where account_id = ${keyOf(people.attorney)}`;
  const [before] = await seen();
  site.clock.advance(600);
  await listen(person, 'me');
  await tell(keyOf(people.attorney));
  await wait(1000);
  expect((await seen())[0]).toEqual(before);
});

test('nothing is told to whom it is not, as if it did not exist', async () => {
  const statusOf = async (client: ApiClient, ...payers: string[]) => (await listen(client, ...payers)).status;
  expect(await statusOf(administrator, firms.lindqvist)).toBe(404);
  expect(await statusOf(administrator, firms.hawthorne, '9999999')).toBe(404);
  expect(await statusOf(administrator, people.attorney)).toBe(404);
  expect(await statusOf(site.visitor(), 'me')).toBe(401);
  expect(await statusOf(administrator)).toBe(400);
  expect(await statusOf(administrator, ...Array.from({ length: 6 }, () => 'me'))).toBe(400);
});

test('a session waits in so many pages and no more, and those that were closed do not count', async () => {
  const client = await site.signedIn('clerk.mowd');
  const streams = await Promise.all(Array.from({ length: 14 }, () => listen(client, 'me')));
  expect(streams.map(({ status }) => status).sort()).toEqual([...Array(12).fill(200), 429, 429]);
  for (const stream of streams) stream.close();
  await wait(500);
  expect((await listen(client, 'me')).status).toBe(200);
});
