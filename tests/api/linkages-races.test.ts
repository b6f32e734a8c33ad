import type postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { linkageCorrect, linkageRemove, linkageSet, linked, withoutLinkages } from '../support/linkages';
import { firms, givenRole, people } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let sql: postgres.Sql;
let watch: postgres.Sql;
let operator: ApiClient;
let second: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  await withoutLinkages(site.db);
  sql = plainSql(site.db.superuserUrl);
  watch = plainSql(site.db.superuserUrl);
  operator = await site.signedIn('operator.demo');
  await givenRole(operator, { account: people.legacy, role: 'OPERATOR' });
  second = await site.signedIn('legacy.demo');
});
afterAll(async () => {
  await sql.end();
  await watch.end();
  await site.close();
});
afterEach(() => sql`truncate linkages`);

const untilWaiting = (count: number) =>
  vi.waitFor(
    async () => {
      const [row] = await watch`
        select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and application_name = 'countersign' and wait_event_type = 'Lock'`;
      expect(row?.waiting).toBe(count);
    },
    { timeout: 10_000, interval: 10 },
  );

/** Lets calls run until all of them wait for the table, then lets them all go on at once. */
async function together(calls: () => Promise<ApiAnswer>[]): Promise<string[]> {
  let running: Promise<ApiAnswer>[] = [];
  await sql.begin(async (tx) => {
    await tx`lock table linkages in share row exclusive mode`;
    running = calls();
    await untilWaiting(running.length);
  });
  const outcomes = (await Promise.all(running)).map(({ data, errors }) => {
    expect(errors).toEqual([]);
    const [payload] = Object.values(data) as { userErrors: { code: string }[] }[];
    return payload?.userErrors[0]?.code ?? 'done';
  });
  return outcomes.sort();
}

const ada = { account: people.attorney, from: '2025-01-01T06:00:00Z', until: '2025-07-01T05:00:00Z' };

test('two operators who set intervals that overlap at once: one is set, and the other is told which', async () => {
  const outcomes = await together(() => [
    linkageSet(operator, { ...ada, firm: firms.hawthorne }),
    linkageSet(second, { ...ada, firm: firms.lindqvist, from: '2025-06-30T05:00:00Z', until: null }),
  ]);
  expect(outcomes).toEqual(['OVERLAP', 'done']);
  expect(await sql`select from linkages`).toHaveLength(1);
});

test('intervals that touch can be set at once', async () => {
  const outcomes = await together(() => [
    linkageSet(operator, { ...ada, firm: firms.hawthorne }),
    linkageSet(second, { ...ada, firm: firms.lindqvist, from: ada.until, until: null }),
  ]);
  expect(outcomes).toEqual(['done', 'done']);
});

test('two operators who correct one interval at once: one does, and the other is told to look again', async () => {
  const { id } = await linked(operator, { ...ada, firm: firms.hawthorne });
  const outcomes = await together(() => [
    linkageCorrect(operator, { linkage: id, expectedVersion: 1, until: null }),
    linkageCorrect(second, { linkage: id, expectedVersion: 1, until: '2025-06-01T05:00:00Z' }),
  ]);
  expect(outcomes).toEqual(['STALE', 'done']);
});

test('one who corrects and one who takes back at once: one wins', async () => {
  const { id } = await linked(operator, { ...ada, firm: firms.hawthorne });
  const outcomes = await together(() => [
    linkageCorrect(operator, { linkage: id, expectedVersion: 1, until: null }),
    linkageRemove(second, { linkage: id, expectedVersion: 1 }),
  ]);
  expect([
    ['STALE', 'done'],
    ['NOT_FOUND', 'done'],
  ]).toContainEqual(outcomes);
});

test('two who correct two intervals of one account into each other at once: one does', async () => {
  const first = await linked(operator, { ...ada, firm: firms.hawthorne });
  const other = await linked(operator, {
    ...ada,
    firm: firms.lindqvist,
    from: '2025-09-01T05:00:00Z',
    until: null,
  });
  const outcomes = await together(() => [
    linkageCorrect(operator, { linkage: first.id, expectedVersion: 1, until: '2025-08-15T05:00:00Z' }),
    linkageCorrect(second, { linkage: other.id, expectedVersion: 1, from: '2025-08-01T05:00:00Z' }),
  ]);
  expect(outcomes).toEqual(['OVERLAP', 'done']);
});
