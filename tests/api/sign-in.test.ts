import { demonstrationPassword } from '@countersign/server/demonstration/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const mutation = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignedIn { viewer { areas account { username } session { signedInAt endsAt idleEndsAt } } }
    ... on SignInRefused { message }
    ... on SignInThrottled { message retryAfterSeconds }
  }
}`;

const signIn = (client: ApiClient, username: string, password: string = demonstrationPassword) =>
  client.query(mutation, { input: { username, password } });

const whoIs = async (client: ApiClient): Promise<string | null> => {
  const { viewer } = await client.data('{ viewer { account { username } } }');
  return viewer.account?.username ?? null;
};

describe('username and password', () => {
  test('that fit open a session, and the answer is already the person’s', async () => {
    const client = site.visitor();
    const { data } = await signIn(client, 'attorney.demo');
    const now = site.clock.now().getTime();
    expect(data.signIn).toEqual({
      __typename: 'SignedIn',
      viewer: {
        areas: ['COURTS', 'ACCOUNT'],
        account: { username: 'attorney.demo' },
        session: {
          signedInAt: new Date(now).toISOString(),
          endsAt: new Date(now + 12 * 3_600_000).toISOString(),
          idleEndsAt: new Date(now + 30 * 60_000).toISOString(),
        },
      },
    });
    expect(await whoIs(client)).toBe('attorney.demo');
  });

  test.each(['ATTORNEY.DEMO', ' Attorney.Demo ', 'ａttorney.demo'])(
    'take the username as a person may write it: %j',
    async (username) => {
      const { data } = await signIn(site.visitor(), username);
      expect(data.signIn.__typename).toBe('SignedIn');
    },
  );

  test.each([
    demonstrationPassword.toUpperCase(),
    ` ${demonstrationPassword}`,
    `${demonstrationPassword} `,
    demonstrationPassword.slice(0, -1),
    '',
  ])('take the password exactly as it is: %j is another', async (password) => {
    const client = site.visitor(`198.51.100.${password.length}`);
    const { data } = await signIn(client, 'attorney.demo', password);
    expect(data.signIn.__typename).toBe('SignInRefused');
    expect(client.cookies.size).toBe(0);
    expect(await whoIs(client)).toBeNull();
  });

  test.each([
    ['username', { username: 'x'.repeat(256), password: 'x' }],
    ['password', { username: 'attorney.demo', password: 'x'.repeat(1025) }],
  ])('a %s longer than any is refused without work', async (_, input) => {
    const before = site.database.statementsSent();
    const { data } = await site.visitor('198.51.100.77').query(mutation, { input });
    expect(data.signIn.__typename).toBe('SignInRefused');
    // At most the lease of API cost.
    expect(site.database.statementsSent() - before).toBeLessThanOrEqual(1);
  });

  test('a username no database could hold is the caller’s fault, not ours', async () => {
    const { errors } = await signIn(site.visitor('198.51.100.78'), 'attorney\u0000.demo');
    expect(errors.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('whether a username exists', () => {
  test('does not show in the answer', async () => {
    const known = await signIn(site.visitor('198.51.100.80'), 'legacy.demo', 'wrong');
    const unknown = await signIn(site.visitor('198.51.100.81'), 'nobody.demo', 'wrong');
    expect(known.data.signIn.__typename).toBe('SignInRefused');
    expect(JSON.stringify(unknown.data)).toBe(JSON.stringify(known.data));
    expect(unknown.errors).toEqual(known.errors);
    expect(unknown.status).toBe(known.status);
    expect(unknown.extensions.cost.requested).toBe(known.extensions.cost.requested);
    const told = (headers: Headers) => [...headers.keys()].filter((name) => name !== 'date').sort();
    expect(told(unknown.headers)).toEqual(told(known.headers));
    expect(unknown.headers.get('content-length')).toBe(known.headers.get('content-length'));
  });

  test('does not show in the work: as many statements either way', async () => {
    const statementsFor = async (username: string, address: string) => {
      const counts: number[] = [];
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const before = site.database.statementsSent();
        await signIn(site.visitor(address), username, 'wrong');
        counts.push(site.database.statementsSent() - before);
      }
      return Math.min(...counts);
    };
    const known = await statementsFor('legacy.demo', '198.51.100.82');
    const unknown = await statementsFor('nobody.demo', '198.51.100.83');
    expect(unknown).toBe(known);
  });

  test('does not show in the audit trail of others, and each refusal is in it', async () => {
    const sql = plainSql(site.db.superuserUrl);
    const refusals = async () =>
      (
        await sql<{ stream_kind: string; count: number }[]>`
          select stream_kind, count(*)::int as count from audit_entries
          where action = 'signin.session.refused' group by stream_kind order by stream_kind`
      ).map((row) => [row.stream_kind, row.count] as const);
    const before = new Map(await refusals());
    await signIn(site.visitor('198.51.100.84'), 'legacy.demo', 'wrong');
    await signIn(site.visitor('198.51.100.85'), 'nobody.demo', 'wrong');
    const after = new Map(await refusals());
    await sql.end();
    expect((after.get('account') ?? 0) - (before.get('account') ?? 0)).toBe(1);
    expect((after.get('site') ?? 0) - (before.get('site') ?? 0)).toBe(1);
  });
});

describe('what is kept', () => {
  test('of a password is an argon2id hash of 46 MiB, one pass, one lane, with its own salt', async () => {
    const sql = plainSql(site.db.superuserUrl);
    const rows = await sql<{ password_hash: string }[]>`select password_hash from credentials`;
    await sql.end();
    expect(rows.length).toBeGreaterThan(0);
    for (const { password_hash } of rows) {
      expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$[\w+/]{22,}\$[\w+/]{43}$/);
    }
  });

  test('of a session is its token’s hash: the cookie stands nowhere in the database', async () => {
    const client = await site.signedIn('attorney.demo');
    const tokens = [...client.cookies.values()];
    expect(tokens).toHaveLength(2);
    const sql = plainSql(site.db.superuserUrl);
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`;
    for (const token of tokens) {
      const bytes = Buffer.from(token, 'base64url');
      expect(bytes.length).toBe(48);
      const secret = bytes.subarray(16).toString('hex');
      for (const { name } of tables) {
        const [found] = await sql.unsafe(
          `select count(*)::int as count from ${name} as row where row::text like '%' || $1 || '%' or row::text like '%' || $2 || '%'`,
          [token, secret],
        );
        expect(found?.count, name).toBe(0);
      }
    }
    const [hashed] = await sql`
      select count(*)::int as count from sessions
      where token_hash = sha256(${Buffer.from(tokens[0] ?? '', 'base64url').subarray(16)})`;
    await sql.end();
    expect(hashed?.count).toBe(1);
  });
});
