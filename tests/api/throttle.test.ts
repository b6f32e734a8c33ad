import { randomUUID } from 'node:crypto';
import { demonstrationPassword } from '@countersign/server/demonstration/people';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let sql: postgres.Sql;
beforeAll(async () => {
  site = await openTestSite();
  sql = plainSql(site.db.superuserUrl);
});
afterAll(async () => {
  await sql.end();
  await site.close();
});

let addresses = 0;
/** An address nobody has come from yet. */
const newAddress = () => `198.18.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`;
/** A username nobody has, which is throttled as one that somebody has. */
const newUsername = () => `nobody-${randomUUID()}`;

const outcome = async (client: ApiClient, username: string, password?: string): Promise<string> =>
  (await client.signIn(username, password)).__typename;

async function fail(client: ApiClient, username: string, times: number): Promise<string[]> {
  const outcomes: string[] = [];
  for (let i = 0; i < times; i += 1) outcomes.push(await outcome(client, username, 'wrong'));
  return outcomes;
}

const refused = (times: number) => Array<string>(times).fill('SignInRefused');

describe('five wrong passwords from one address', () => {
  const attacked = newAddress();
  let owner: ApiClient;
  let audited: number;
  const refusalsInAudit = async () => {
    const [row] =
      await sql`select count(*)::int as count from audit_entries where action = 'signin.session.refused'`;
    return Number(row?.count);
  };
  beforeAll(async () => {
    owner = site.visitor(attacked);
    await owner.signIn('attorney.demo');
    expect(await fail(site.visitor(attacked), 'attorney.demo', 5)).toEqual(refused(5));
    audited = await refusalsInAudit();
  });

  test('make that address wait, and say how long', async () => {
    const answer = await site.visitor(attacked).signIn('attorney.demo', 'wrong');
    expect(answer.__typename).toBe('SignInThrottled');
    expect(answer.retryAfterSeconds).toBeGreaterThan(0);
    expect(answer.retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
  });

  test('then not even the right password is looked at', async () => {
    const client = site.visitor(attacked);
    expect(await outcome(client, 'ATTORNEY.demo')).toBe('SignInThrottled');
    expect(client.cookies.size).toBe(0);
    expect(await refusalsInAudit()).toBe(audited);
  });

  test('keep nobody out who comes from elsewhere', async () => {
    expect(await outcome(site.visitor(newAddress()), 'attorney.demo')).toBe('SignedIn');
  });

  test('keep nobody out whose browser has signed in before, even from that address', async () => {
    expect(await outcome(owner, 'attorney.demo')).toBe('SignedIn');
  });

  test('keep no other person at that address out', async () => {
    expect(await outcome(site.visitor(attacked), 'legacy.demo')).toBe('SignedIn');
  });

  test('are forgotten after a quarter of an hour', async () => {
    await sql`update throttles set expire = expire - ${15 * 60 * 1000} where key like ${`%${attacked} %`}`;
    expect(await outcome(site.visitor(attacked), 'attorney.demo')).toBe('SignedIn');
  });
});

test('a username that nobody has is slowed down just the same', async () => {
  const client = site.visitor(newAddress());
  const username = newUsername();
  expect(await fail(client, username, 6)).toEqual([...refused(5), 'SignInThrottled']);
});

test('a right password forgives the wrong ones before it', async () => {
  const address = newAddress();
  for (let round = 0; round < 2; round += 1) {
    expect(await fail(site.visitor(address), 'legacy.demo', 4)).toEqual(refused(4));
    expect(await outcome(site.visitor(address), 'legacy.demo')).toBe('SignedIn');
  }
});

describe('guessing many at once counts as many', () => {
  const aliased = (count: number, username: string) =>
    `mutation {${Array.from(
      { length: count },
      (_, i) => `a${i}: signIn(input: { username: "${username}", password: "guess ${i}" }) { __typename }`,
    ).join('\n')}}`;

  test('by aliases in one operation', async () => {
    const client = site.visitor(newAddress());
    const data: Record<string, { __typename: string }> = await client.data(aliased(15, newUsername()));
    expect(Object.values(data).map((answer) => answer.__typename)).toEqual([
      ...refused(5),
      ...Array(10).fill('SignInThrottled'),
    ]);
  });

  test('by a hundred aliases not at all: none is tried', async () => {
    const { data, errors } = await site.visitor(newAddress()).query(aliased(100, 'legacy.demo'));
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('by requests side by side', async () => {
    const address = newAddress();
    const username = newUsername();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => outcome(site.visitor(address), username, 'wrong')),
    );
    expect(outcomes.filter((kind) => kind === 'SignInRefused')).toHaveLength(5);
    expect(outcomes.filter((kind) => kind === 'SignInThrottled')).toHaveLength(15);
  });

  test('by addresses of one IPv6 network, which is one customer’s', async () => {
    const username = newUsername();
    for (let host = 1; host <= 5; host += 1)
      expect(await outcome(site.visitor(`2001:db8:0:7::${host}`), username, 'wrong')).toBe('SignInRefused');
    expect(await outcome(site.visitor('2001:db8:0:7:ffff::6'), username, 'wrong')).toBe('SignInThrottled');
    expect(await outcome(site.visitor('2001:db8:0:8::1'), username, 'wrong')).toBe('SignInRefused');
  });

  test('by addresses the caller makes up in front of the one his proxy saw', async () => {
    const username = newUsername();
    const address = newAddress();
    const outcomes: string[] = [];
    for (let i = 0; i < 6; i += 1)
      outcomes.push(await outcome(site.visitor(`${newAddress()}, ${address}`), username, 'wrong'));
    expect(outcomes).toEqual([...refused(5), 'SignInThrottled']);
  });

  test('by usernames from one network: fifty', async () => {
    const address = newAddress();
    await fail(site.visitor(address), newUsername(), 1);
    await sql`update throttles set points = 50 where key = ${`network:${address}`}`;
    expect(await outcome(site.visitor(address), newUsername(), 'wrong')).toBe('SignInThrottled');
  });
});

describe('a hundred failures for one username, from wherever', () => {
  let owner: ApiClient;
  beforeAll(async () => {
    owner = site.visitor(newAddress());
    await owner.signIn('clerk.mowd');
    await fail(site.visitor(newAddress()), 'clerk.mowd', 1);
    await sql`update throttles set points = 100 where key = 'strangers:clerk.mowd'`;
  });

  test('end guessing: the next attempt fails with the right password too', async () => {
    expect(await outcome(site.visitor(newAddress()), 'clerk.mowd')).toBe('SignInThrottled');
  });

  test('do not touch the owner’s own browser, nor other people', async () => {
    expect(await outcome(owner, 'clerk.mowd')).toBe('SignedIn');
    expect(await outcome(site.visitor(newAddress()), 'clerk.mowb')).toBe('SignedIn');
  });
});

describe('a known browser', () => {
  test('is slowed down too, after ten', async () => {
    const client = site.visitor(newAddress());
    await client.signIn('firmadmin.demo');
    expect(await fail(client, 'firmadmin.demo', 11)).toEqual([...refused(10), 'SignInThrottled']);
    expect(await outcome(site.visitor(newAddress()), 'firmadmin.demo')).toBe('SignedIn');
  });

  test('is known to its own account alone', async () => {
    const address = newAddress();
    const client = site.visitor(address);
    await client.signIn('legacy.demo');
    expect(await fail(client, 'firmadmin.two', 6)).toEqual([...refused(5), 'SignInThrottled']);
  });

  test('cannot be made up from an account’s id', async () => {
    const client = site.visitor(newAddress());
    await client.signIn('firmadmin.two');
    const device = Buffer.from(client.cookies.get('countersign-device') ?? '', 'base64url');
    const stranger = site.visitor(newAddress());
    const forged = Buffer.concat([device.subarray(0, 16), Buffer.alloc(32, 7)]);
    stranger.cookies.set('countersign-device', forged.toString('base64url'));
    expect(await fail(stranger, 'firmadmin.two', 6)).toEqual([...refused(5), 'SignInThrottled']);
  });

  test('is known no longer by the cookie of an earlier sign-in: each replaces the one before', async () => {
    const client = site.visitor(newAddress());
    await client.signIn('clerk.mowb');
    const stale = site.visitor(newAddress());
    stale.cookies.set('countersign-device', client.cookies.get('countersign-device') ?? '');
    await client.signIn('clerk.mowb');
    expect(await fail(stale, 'clerk.mowb', 6)).toEqual([...refused(5), 'SignInThrottled']);
  });
});

test('the counters name no password', async () => {
  const keys = await sql<{ key: string }[]>`select key from throttles`;
  expect(keys.length).toBeGreaterThan(0);
  for (const { key } of keys) {
    expect(key).not.toContain('wrong');
    expect(key).not.toContain(demonstrationPassword);
  }
});
