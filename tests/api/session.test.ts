import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiClient } from '../support/api-client';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

let started: Date;
beforeEach(() => {
  started = site.clock.at;
});
afterEach(() => {
  site.clock.at = started;
});

const minute = 60;
const hour = 60 * minute;

const whoIs = async (client: ApiClient): Promise<string | null> => {
  const { viewer } = await client.data('{ viewer { account { username } } }');
  return viewer.account?.username ?? null;
};

/** Somebody who copied the cookies before they were taken away. */
function thiefOf(client: ApiClient): ApiClient {
  const thief = new ApiClient(client.url, client.address);
  for (const [name, value] of client.cookies) thief.cookies.set(name, value);
  return thief;
}

const signOut = (client: ApiClient, everywhere?: boolean) =>
  client.data(
    `mutation ($input: SignOutInput!) {
      signOut(input: $input) { endedSessions viewer { areas account { id } session { endsAt } } userErrors { code } }
    }`,
    { input: { everywhere } },
  );

describe('a session ends', () => {
  test('after 30 minutes without use', async () => {
    const client = await site.signedIn('attorney.demo');
    site.clock.advance(30 * minute - 1);
    expect(await whoIs(client)).toBe('attorney.demo');
    site.clock.advance(30 * minute);
    expect(await whoIs(client)).toBeNull();
  });

  test('after 12 hours however much it is used', async () => {
    const client = await site.signedIn('attorney.demo');
    for (let used = 0; used < 12 * hour - 20 * minute; used += 20 * minute) {
      site.clock.advance(20 * minute);
      expect(await whoIs(client)).toBe('attorney.demo');
    }
    site.clock.advance(20 * minute - 1);
    expect(await whoIs(client)).toBe('attorney.demo');
    site.clock.advance(1);
    expect(await whoIs(client)).toBeNull();
  });

  test('and says beforehand when', async () => {
    const client = await site.signedIn('attorney.demo');
    const session = async () =>
      (await client.data('{ viewer { session { endsAt idleEndsAt } } }')).viewer.session;
    const at = (seconds: number) => new Date(started.getTime() + seconds * 1000).toISOString();
    site.clock.advance(10 * minute);
    expect(await session()).toEqual({ endsAt: at(12 * hour), idleEndsAt: at(40 * minute) });
  });

  test('with its row when the night’s job cleans up', async () => {
    const { cleanSessions } = await import('@countersign/server/signin/session');
    await site.signedIn('attorney.demo');
    site.clock.advance(13 * hour);
    await cleanSessions(site);
    const sql = plainSql(site.db.superuserUrl);
    const [left] = await sql`select count(*)::int as count from sessions`;
    await sql.end();
    expect(left?.count).toBe(0);
  });
});

describe('signing out', () => {
  test('here ends this session alone, and its cookie is dead wherever it was copied', async () => {
    const here = await site.signedIn('attorney.demo');
    const elsewhere = await site.signedIn('attorney.demo');
    const thief = thiefOf(here);
    const { signOut: done } = await signOut(here, false);
    expect(done).toEqual({
      endedSessions: 1,
      viewer: { areas: ['COURTS'], account: null, session: null },
      userErrors: [],
    });
    expect(await whoIs(here)).toBeNull();
    expect(await whoIs(thief)).toBeNull();
    expect(await whoIs(elsewhere)).toBe('attorney.demo');
  });

  test('is here alone where nothing else is said', async () => {
    const [here, elsewhere] = [await site.signedIn('attorney.demo'), await site.signedIn('attorney.demo')];
    expect((await signOut(here)).signOut.endedSessions).toBe(1);
    expect(await whoIs(elsewhere)).toBe('attorney.demo');
  });

  test('everywhere ends every session of this person and of nobody else', async () => {
    const here = await site.signedIn('legacy.demo');
    const elsewhere = await site.signedIn('legacy.demo');
    const other = await site.signedIn('attorney.demo');
    const { signOut: done } = await signOut(here, true);
    expect(done.endedSessions).toBe(2);
    expect(await whoIs(elsewhere)).toBeNull();
    expect(await whoIs(other)).toBe('attorney.demo');
  });

  test('takes the session cookie away, keeps the browser known, and clears what was cached', async () => {
    const client = await site.signedIn('attorney.demo');
    const { headers } = await client.query('mutation { signOut(input: {}) { endedSessions } }');
    expect([...client.cookies.keys()]).toEqual(['countersign-device']);
    expect(headers.get('clear-site-data')).toBe('"cache"');
  });

  test('needs a session', async () => {
    const { errors } = await site.visitor().query('mutation { signOut(input: {}) { endedSessions } }');
    expect(errors.map((error) => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('and everything after it in the same operation is nobody’s', async () => {
    const client = await site.signedIn('operator.demo');
    const { data, errors } = await client.query(
      `mutation { signOut(input: {}) { endedSessions } roleEnd(input: { grant: "x", idempotencyKey: "k" }) { grant { id } } }`,
    );
    expect(data).toBeNull();
    expect(errors.map((error) => [error.path, error.extensions.code])).toEqual([
      [['roleEnd'], 'UNAUTHENTICATED'],
    ]);
  });
});

test('each sign-in makes a new token, and the old one goes on until it is signed out', async () => {
  const client = await site.signedIn('attorney.demo');
  const before = thiefOf(client);
  await client.signIn('attorney.demo');
  expect(client.cookies.get('countersign-session')).not.toBe(before.cookies.get('countersign-session'));
  expect(await whoIs(client)).toBe('attorney.demo');
  expect(await whoIs(before)).toBe('attorney.demo');
});

test('signing in as another in the same browser is the other from then on', async () => {
  const client = await site.signedIn('attorney.demo');
  await client.signIn('legacy.demo');
  expect(await whoIs(client)).toBe('legacy.demo');
});

describe('a cookie that is none of ours makes nobody of the caller, and no error:', () => {
  test.each(['', 'x', 'x'.repeat(64), '%%%', randomBytes(48).toString('base64url'), 'x'.repeat(5000)])(
    '%s',
    async (cookie) => {
      const client = site.visitor();
      client.cookies.set('countersign-session', cookie);
      client.cookies.set('countersign-device', cookie);
      expect(await whoIs(client)).toBeNull();
    },
  );

  test('the secret of one account under the id of another', async () => {
    const operator = await site.signedIn('operator.demo');
    const attorney = await site.signedIn('attorney.demo');
    const bytes = (client: ApiClient) =>
      Buffer.from(client.cookies.get('countersign-session') ?? '', 'base64url');
    const forged = Buffer.concat([bytes(operator).subarray(0, 16), bytes(attorney).subarray(16)]);
    const client = site.visitor();
    client.cookies.set('countersign-session', forged.toString('base64url'));
    expect(await whoIs(client)).toBeNull();
  });

  test('the cookie that only knows the browser', async () => {
    const attorney = await site.signedIn('attorney.demo');
    const client = site.visitor();
    client.cookies.set('countersign-session', attorney.cookies.get('countersign-device') ?? '');
    expect(await whoIs(client)).toBeNull();
  });
});

test('an account that is gone takes its sessions’ meaning with it', async () => {
  const client = await site.signedIn('legacy.demo');
  const sql = plainSql(site.db.superuserUrl);
  await sql`delete from accounts where account_number = 2000007`;
  await sql.end();
  expect(await whoIs(client)).toBeNull();
});

describe('cookies', () => {
  const cookiesOf = async (of: TestSite) => {
    const client = of.visitor();
    const { headers } = await client.query(
      `mutation { signIn(input: { username: "attorney.demo", password: "demonstration only" }) { __typename } }`,
    );
    return headers.getSetCookie().map((line) => {
      const [pair = '', ...attributes] = line.split('; ');
      return [pair.split('=')[0], attributes.filter((attribute) => !attribute.startsWith('Expires')).sort()];
    });
  };

  test('are out of reach of scripts and other sites; over plain HTTP without Secure', async () => {
    expect(await cookiesOf(site)).toEqual([
      ['countersign-session', ['HttpOnly', `Max-Age=${12 * hour}`, 'Path=/', 'SameSite=Lax']],
      ['countersign-device', ['HttpOnly', 'Max-Age=31536000', 'Path=/', 'SameSite=Lax']],
    ]);
  });

  test('are Secure and bound to the host where people come by https', async () => {
    const secure = await openTestSite({ PUBLIC_URL: 'https://countersign.test' });
    const cookies = await cookiesOf(secure);
    await secure.close();
    expect(cookies).toEqual([
      [
        '__Host-countersign-session',
        ['HttpOnly', `Max-Age=${12 * hour}`, 'Path=/', 'SameSite=Lax', 'Secure'],
      ],
      ['__Host-countersign-device', ['HttpOnly', 'Max-Age=31536000', 'Path=/', 'SameSite=Lax', 'Secure']],
    ]);
  });
});
