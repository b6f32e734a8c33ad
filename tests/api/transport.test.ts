import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let operator: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  operator = await site.signedIn('operator.demo');
});
afterAll(() => site.close());

/** Who one is, asked with the operator's cookies: what a foreign page would try. */
const query = '{ viewer { account { username } } }';
const cookie = () => [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

type Body = string | FormData;

async function send(path: string, options: RequestInit & { headers?: Record<string, string> }) {
  const response = await fetch(`${site.url}${path}`, {
    ...options,
    headers: { cookie: cookie(), ...options.headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const post = (contentType: string | null, body: Body, headers: Record<string, string> = {}) =>
  send('/graphql', {
    method: 'POST',
    body,
    headers: { ...(contentType ? { 'content-type': contentType } : {}), ...headers },
  });

const json = JSON.stringify({ query });

describe('what no page of another site can make a browser send', () => {
  test('JSON by POST is answered', async () => {
    const { status, text } = await post('application/json', json);
    expect(status).toBe(200);
    expect(text).toContain('operator.demo');
  });

  test.each(['http://evil.test', 'null', 'https://localhost', 'http://127.0.0.1'])(
    'from the origin %s it is refused',
    async (origin) => {
      const { status, text } = await post('application/json', json, { origin });
      expect(status).toBe(403);
      expect(text).not.toContain('operator.demo');
      expect(JSON.parse(text).errors[0].extensions.code).toBe('FORBIDDEN');
    },
  );

  test('from our own origin it is answered', async () => {
    const { status } = await post('application/json', json, { origin: site.url });
    expect(status).toBe(200);
  });

  test('from the public address it is answered', async () => {
    const behind = await openTestSite({ PUBLIC_URL: 'https://countersign.test/' });
    const statusFrom = async (origin: string) => (await behind.visitor().post({ query }, { origin })).status;
    expect(await statusFrom('https://countersign.test')).toBe(200);
    expect(await statusFrom('http://countersign.test')).toBe(403);
    expect(await statusFrom('https://countersign.test.evil.test')).toBe(403);
    await behind.close();
  });

  test('no other site is let read it: there are no CORS headers', async () => {
    const preflight = await send('/graphql', {
      method: 'OPTIONS',
      headers: { origin: 'http://evil.test', 'access-control-request-method': 'POST' },
    });
    const answer = await post('application/json', json, { origin: site.url });
    for (const { headers } of [preflight, answer])
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(preflight.status).toBe(404);
  });
});

describe('is refused unread:', () => {
  const form = new FormData();
  form.set('query', query);

  test.each<[string, string | null, Body]>([
    ['a form', 'application/x-www-form-urlencoded', new URLSearchParams({ query }).toString()],
    ['text', 'text/plain', json],
    ['text that says it is JSON', 'text/plain; application/json', json],
    ['an upload', null, form],
    ['a query without a wrapping', 'application/graphql', query],
    ['no type at all', '', json],
  ])('%s', async (_, contentType, body) => {
    const { status, text } = await post(contentType, body);
    expect([400, 415]).toContain(status);
    expect(text).not.toContain('operator.demo');
    expect(JSON.parse(text).errors[0].extensions.code).toBe('BAD_REQUEST');
  });

  test('a query by GET', async () => {
    const { status, text } = await send(`/graphql?query=${encodeURIComponent(query)}`, { method: 'GET' });
    expect(status).toBe(404);
    expect(text).not.toContain('operator.demo');
  });

  test('a mutation by GET', async () => {
    const mutation = encodeURIComponent('mutation { signOut(input: {}) { endedSessions } }');
    await send(`/graphql?query=${mutation}`, { method: 'GET' });
    expect((await operator.data(query)).viewer.account.username).toBe('operator.demo');
  });

  test.each(['PUT', 'PATCH', 'DELETE'])('a query by %s', async (method) => {
    const { status } = await send('/graphql', {
      method,
      body: json,
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(404);
  });

  test('several operations in one request', async () => {
    const { status, data, errors } = await operator.post([{ query }, { query }]);
    expect(status).toBe(400);
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  test.each([
    '',
    '{',
    'null',
    '"x"',
    '5',
    '{}',
    '{"query":5}',
    '{"query":"{ viewer { areas } }","variables":"x"}',
  ])('JSON that holds no operation: %s', async (body) => {
    const { status, text } = await post('application/json', body);
    expect(status).toBe(400);
    expect(JSON.parse(text).errors[0].extensions.code).toBe('BAD_REQUEST');
  });

  test('more than 500,000 bytes', async () => {
    const { status, text } = await post(
      'application/json',
      JSON.stringify({ query, padding: 'x'.repeat(500_000) }),
    );
    expect(status).toBe(413);
    expect(JSON.parse(text).errors[0].extensions.code).toBe('BAD_REQUEST');
  });
});

describe('an operation by its hash alone', () => {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const persisted = (text: string) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
  });
  const strange = '{ viewer { areas } rateLimit { limit } }';

  test('is not found when it is none of our client’s', async () => {
    const { data, errors } = await operator.post(persisted(strange));
    expect(data).toBeNull();
    expect(errors.map((error) => error.extensions.code)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  test('cannot be added to them', async () => {
    const { errors } = await operator.post({ query: strange, ...persisted(strange) });
    expect(errors).toEqual([]);
    const again = await operator.post(persisted(strange));
    expect(again.errors.map((error) => error.extensions.code)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  test('is refused when text and hash differ', async () => {
    const { data, errors } = await operator.post({ query, ...persisted(strange) });
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });
});

test('each answer names its request, whatever comes of it', async () => {
  const answers = [
    await post('application/json', json),
    await post('application/json', json, { origin: 'http://evil.test' }),
    await post('text/plain', json),
    await post('application/json', '{'),
    await send('/schema.graphql', {}),
    await send('/healthz', {}),
    await send('/readyz', {}),
    await send('/nothing', {}),
  ];
  const ids = answers.map(({ headers }) => headers.get('x-request-id'));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what the caller calls his request is not taken for its name', async () => {
  const { headers } = await post('application/json', json, { 'x-request-id': 'mine', 'request-id': 'mine' });
  expect(headers.get('x-request-id')).not.toBe('mine');
});
