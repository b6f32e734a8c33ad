import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { givenRole, people, roleEnd, roleGive, userErrorsOf } from '../support/roles';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let sql: postgres.Sql;
let operator: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
  operator = await site.signedIn('operator.demo');
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

/** What a role given or ended leaves: grants, mails and audit entries. */
async function effects() {
  const [row] = await sql<{ grants: number; mails: number; entries: number }[]>`
    select (select count(*)::int from role_grants) as grants, (select count(*)::int from mail_messages) as mails,
      (select count(*)::int from audit_entries where action like 'accounts.role.%') as entries`;
  if (!row) throw new Error('No row.');
  return row;
}

const clerkship = (court: string) => ({ account: people.attorney, role: 'CLERK', court });
const at = (court: string, idempotencyKey: string) => ({ ...clerkship(court), idempotencyKey });

test('twenty calls at once with one key give one role, one mail, one entry and twenty equal answers', async () => {
  const before = await effects();
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => roleGive(operator, at('mowd', key))));
  expect(answers[0]?.data.roleGive.grant).not.toBeNull();
  expect(new Set(answers.map(({ data, errors }) => JSON.stringify([data, errors]))).size).toBe(1);
  expect(await effects()).toEqual({
    grants: before.grants + 1,
    mails: before.mails + 1,
    entries: before.entries + 1,
  });
});

test('twenty ends at once with one key end once', async () => {
  const { id: grant } = await givenRole(operator, clerkship('cand'));
  const before = await effects();
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => roleEnd(operator, { grant, idempotencyKey: key })),
  );
  expect(answers[0]?.data.roleEnd.grant.inForce).toBe(false);
  expect(new Set(answers.map(({ data, errors }) => JSON.stringify([data, errors]))).size).toBe(1);
  expect(await effects()).toEqual({ ...before, mails: before.mails + 1, entries: before.entries + 1 });
});

test('a call repeated later gets the same grant, even after the role has ended', async () => {
  const key = randomUUID();
  const first = await givenRole(operator, at('mowb', key));
  site.clock.advance(60);
  await roleEnd(operator, { grant: first.id });
  const before = await effects();
  const again = await givenRole(operator, at('mowb', key));
  expect(again).toMatchObject({ id: first.id, from: first.from, inForce: false });
  expect(await effects()).toEqual(before);
});

describe('the same key with another input is refused:', () => {
  const key = randomUUID();
  const until = '2099-01-01T00:00:00.000Z';
  beforeAll(async () => {
    await givenRole(operator, at('ared', key));
  });

  test.each<[string, Record<string, unknown>]>([
    ['court', { court: 'arwd' }],
    ['person', { account: people.legacy }],
    ['role', { role: 'OPERATOR', court: null }],
    ['until-date', { until }],
    ['remark', { remark: 'Another.' }],
  ])('another %s', async (_, other) => {
    const before = await effects();
    const answer = await roleGive(operator, { ...at('ared', key), ...other });
    expect(userErrorsOf(answer, 'roleGive')).toEqual([['IDEMPOTENCY_MISMATCH', ['input', 'idempotencyKey']]]);
    expect(await effects()).toEqual(before);
  });
});

test('the same input in other words is the same: number or global id, code in either spelling', async () => {
  const key = randomUUID();
  const { account } = await operator.data(`{ account(id: "${people.attorney}") { id } }`);
  const first = await givenRole(operator, at('txed', key));
  const again = await givenRole(operator, { ...at('TXEDC', key), account: account.id, remark: '  ' });
  expect(again.id).toBe(first.id);
});

test('a refused call leaves its key free for the mended one', async () => {
  const key = randomUUID();
  const refused = await roleGive(operator, { ...at('ilnd', key), until: '2020-01-01T00:00:00Z' });
  expect(userErrorsOf(refused, 'roleGive')).toEqual([['INVALID', ['input', 'until']]]);
  expect(await givenRole(operator, at('ilnd', key))).toMatchObject({ court: { code: 'ilnd' } });
});

test('a key is its caller’s and its operation’s own', async () => {
  const key = randomUUID();
  const first = await givenRole(operator, at('nysd', key));
  await givenRole(operator, { account: people.legacy, role: 'OPERATOR' });
  const second = await site.signedIn('legacy.demo');
  const other = await givenRole(second, at('nyed', key));
  expect(other.id).not.toBe(first.id);
  const ended = await roleEnd(operator, { grant: first.id, idempotencyKey: key });
  expect(userErrorsOf(ended, 'roleEnd')).toEqual([]);
});
