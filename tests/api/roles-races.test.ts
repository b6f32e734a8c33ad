import type postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { givenRole, people, roleEnd, roleGive } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let sql: postgres.Sql;
let watch: postgres.Sql;
let operator: ApiClient;
let second: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
  watch = plainSql(site.db.superuserUrl);
  operator = await site.signedIn('operator.demo');
  await givenRole(operator, { account: people.attorney, role: 'OPERATOR' });
  second = await site.signedIn('attorney.demo');
});
afterAll(async () => {
  await sql.end();
  await watch.end();
  await site.close();
});

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

/** Lets calls run until all of them wait for what is locked, then lets them all go on at once. */
async function together(lock: string, calls: () => Promise<ApiAnswer>[]): Promise<ApiAnswer[]> {
  let running: Promise<ApiAnswer>[] = [];
  await sql.begin(async (tx) => {
    await tx.unsafe(lock);
    running = calls();
    await untilWaiting(running.length);
  });
  return Promise.all(running);
}

test('two operators who give one role at once: one grant, and the other is told it is taken', async () => {
  const clerkship = { account: people.legacy, role: 'CLERK', court: 'mowd' };
  // Both have looked and found none when they wait to write.
  const answers = await together('lock table role_grants in share row exclusive mode', () => [
    roleGive(operator, clerkship),
    roleGive(second, clerkship),
  ]);
  const outcomes = answers.map(({ data, errors }) => {
    expect(errors).toEqual([]);
    return data.roleGive.grant ? 'given' : data.roleGive.userErrors[0].code;
  });
  expect(outcomes.sort()).toEqual(['TAKEN', 'given']);
  const [row] = await sql`
    select count(*)::int as count from role_grants g join accounts a using (account_id)
    where a.account_number = 2000007 and g.ended_at is null`;
  expect(row?.count).toBe(1);
});

test('two operators who end each other at once: one is left', async () => {
  const grantOf = async (client: ApiClient) => {
    const { viewer } = await client.data('{ viewer { roles { id role } } }');
    return viewer.roles.find((given: { role: string }) => given.role === 'OPERATOR').id as string;
  };
  const [mine, theirs] = [await grantOf(operator), await grantOf(second)];
  const answers = await together("select pg_advisory_xact_lock(hashtext('operators'))", () => [
    roleEnd(operator, { grant: theirs }),
    roleEnd(second, { grant: mine }),
  ]);
  const outcomes = answers.map(({ data }) =>
    data.roleEnd.grant ? 'ended' : data.roleEnd.userErrors[0].code,
  );
  expect(outcomes.sort()).toEqual(['LAST_OPERATOR', 'ended']);
  const [row] = await sql`
    select count(*)::int as count from role_grants where role = 'OPERATOR' and ended_at is null and until is null`;
  expect(row?.count).toBe(1);
});
