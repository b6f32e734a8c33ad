import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@countersign/server/platform/project-root';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let secure: TestSite;
beforeAll(async () => {
  site = await openTestSite({}, true);
  secure = await openTestSite({ PUBLIC_URL: 'https://countersign.test' }, true);
});
afterAll(async () => {
  await site.close();
  await secure.close();
});

/** What differs from answer to answer, or is the transport's own. */
const passing = [
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'etag',
  'last-modified',
  'accept-ranges',
  'x-request-id',
  'vary',
];

async function ask(at: TestSite, path: string, options: RequestInit = {}) {
  const response = await fetch(`${at.url}${path}`, { redirect: 'manual', ...options });
  const text = await response.text();
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !passing.includes(name)));
  const policy = headers['content-security-policy'];
  if (policy) headers['content-security-policy'] = policy.replace(/nonce-[\w+/=]+/g, 'nonce-N');
  return { status: response.status, headers, text, response };
}

const wantsPage = { headers: { accept: 'text/html' } };
const operation = (query: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});
const asset = () => {
  const files = readdirSync(join(projectRoot, 'client', 'dist', 'assets'));
  return `/assets/${files.find((file) => file.endsWith('.js'))}`;
};

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
const data = {
  ...common,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};
const everyPage =
  "default-src 'none'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'; manifest-src 'self'";
const page = {
  ...common,
  'cache-control': 'no-store',
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `${everyPage}; script-src 'self' 'nonce-N'; style-src 'self' 'nonce-N'; img-src 'self' data:; font-src 'self'`,
};
const explorer = {
  ...page,
  'content-security-policy': `${everyPage}; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:`,
};
const json = { 'content-type': 'application/json; charset=utf-8' };

describe('the headers of', () => {
  test.each<[string, string, RequestInit, number, Record<string, string>]>([
    ['the API', '/graphql', operation('{ viewer { areas } }'), 200, { ...data, ...json }],
    ['the API refusing', '/graphql', operation('{'), 400, { ...data, ...json }],
    [
      'the API refusing unread',
      '/graphql',
      { method: 'POST', body: '<x/>', headers: { 'content-type': 'text/xml' } },
      415,
      { ...data, ...json },
    ],
    ['the schema', '/schema.graphql', {}, 200, { ...data, 'content-type': 'text/plain; charset=utf-8' }],
    ['the health', '/healthz', {}, 200, { ...data, ...json }],
    ['the readiness', '/readyz', {}, 200, { ...data, ...json }],
    ['the first page', '/', wantsPage, 200, page],
    ['a page', '/courts/mowd?tab=offices', wantsPage, 200, page],
    ['the explorer', '/explorer', wantsPage, 200, explorer],
    ['nothing', '/nothing.txt', {}, 404, { ...data, ...json }],
    ['nothing among the assets', '/assets/nothing.js', {}, 404, { ...data, ...json }],
    ['a way out of the assets', '/assets/..%2findex.html', {}, 404, { ...data, ...json }],
  ])('%s', async (_, path, options, status, headers) => {
    const answer = await ask(site, path, options);
    expect(answer.status).toBe(status);
    expect(answer.headers).toEqual(headers);
  });

  test('a file whose name changes with its content', async () => {
    const { headers, status } = await ask(site, asset());
    expect(status).toBe(200);
    expect(headers).toEqual({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringMatching(/javascript/),
    });
  });

  test.each(['/favicon.svg', '/color-scheme.js'])('a file whose name stays: %s', async (path) => {
    const { headers, status } = await ask(site, path);
    expect(status).toBe(200);
    expect(headers).toEqual({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-cache',
      'content-type': expect.any(String),
    });
  });

  test.each<[string, RequestInit]>([
    ['/graphql', operation('{ viewer { areas } }')],
    ['/schema.graphql', {}],
    ['/', wantsPage],
    ['/explorer', wantsPage],
  ])('%s name https for a year where people come by it, and only there', async (path, options) => {
    const strict = 'strict-transport-security';
    expect((await ask(secure, path, options)).headers[strict]).toBe('max-age=31536000; includeSubDomains');
    expect((await ask(site, path, options)).headers[strict]).toBeUndefined();
  });

  test('no answer say what serves it', async () => {
    for (const path of ['/', '/schema.graphql', asset()]) {
      const { response } = await ask(site, path, wantsPage);
      expect(response.headers.get('server')).toBeNull();
      expect(response.headers.get('x-powered-by')).toBeNull();
    }
  });
});

test('a page’s scripts and styles carry its nonce, which is new each time', async () => {
  const nonceOf = async () => {
    const { response, text } = await ask(site, '/', wantsPage);
    const nonce = /nonce-([\w+/=]+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
    expect(Buffer.from(nonce, 'base64').length).toBeGreaterThanOrEqual(16);
    expect(text).not.toContain('__CSP_NONCE__');
    expect(text).toContain(nonce);
    return nonce;
  };
  expect(await nonceOf()).not.toBe(await nonceOf());
});

test('no page loads anything from elsewhere', async () => {
  for (const path of ['/', '/explorer']) {
    const { text } = await ask(site, path, wantsPage);
    const sources = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !source.startsWith('/') || source.startsWith('//'))).toEqual([]);
  }
});

test('a page is for who wants one: programs are told there is nothing', async () => {
  const { status, text } = await ask(site, '/courts', { headers: { accept: 'application/json' } });
  expect(status).toBe(404);
  expect(JSON.parse(text)).toEqual({ message: 'There is nothing here.' });
  expect((await ask(site, '/courts', { method: 'POST', ...wantsPage })).status).toBe(404);
});
