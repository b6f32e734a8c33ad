import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { importOf, upload } from '../support/imports';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let administrator: ApiClient;
beforeAll(async () => {
  site = await openTestSite({ UPLOAD_LIMIT_MB: '1' });
  administrator = await site.signedIn('firmadmin.demo');
});
afterAll(() => site.close());

const header = 'Account Number,Date,Court,Type,Charge';
const list = `${header}\n2000006,2025-01-31,mowd,Document,0.30\n`;

/** The files that are kept, whoever names them. */
const kept = () => readdir(join(site.db.filesDir, 'usage-imports')).catch(() => []);

describe('an upload', () => {
  test('becomes an import with its columns recognized', async () => {
    const { status, id } = await upload(administrator, '1000001', list, { name: 'C:\\lists\\may.csv' });
    expect(status).toBe(201);
    expect(await importOf(administrator, id ?? '')).toMatchObject({
      state: 'UPLOADED',
      authority: 'UPLOADED',
      fileName: 'may.csv',
      bytes: list.length,
      digest: createHash('sha256').update(list).digest('hex'),
      encoding: 'utf-8',
      separator: 'COMMA',
      headerRow: 1,
      headers: header.split(','),
      columns: [
        { column: 'DATE', header: 'Date' },
        { column: 'ACCOUNT_NUMBER', header: 'Account Number' },
        { column: 'COURT', header: 'Court' },
        { column: 'KIND', header: 'Type' },
        { column: 'CHARGE', header: 'Charge' },
      ],
      mappingProblems: [],
      findings: null,
      badRowsUrl: null,
      allowedActions: ['MAP', 'CHECK', 'RUN', 'DISCARD'],
    });
  });

  test('by a person who pays for himself is his', async () => {
    const person = await site.signedIn('attorney.demo');
    const { id } = await upload(person, 'me', list);
    expect((await importOf(person, id ?? '')).state).toBe('UPLOADED');
    expect(await importOf(administrator, id ?? '')).toBeNull();
  });

  test.each<[string, string | Uint8Array, number, string]>([
    ['nothing', '', 422, 'EMPTY_FILE'],
    ['blanks alone', ' \r\n\t\r\n', 422, 'EMPTY_FILE'],
    ['a workbook', Buffer.from('504b0304140006000800', 'hex'), 422, 'NOT_TEXT'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 422, 'NOT_TEXT'],
    ['bytes', Buffer.from([1, 2, 0, 3]), 422, 'NOT_TEXT'],
    ['too many columns', `${header}${',x'.repeat(200)}\n`, 422, 'TOO_MANY_COLUMNS'],
    ['too much', 'x'.repeat(1_048_577), 413, 'FILE_TOO_LARGE'],
  ])('of %s is refused, and nothing of it is kept', async (_, file, status, code) => {
    const before = await kept();
    expect(await upload(administrator, '1000001', file)).toMatchObject({ status, code });
    expect(await kept()).toEqual(before);
  });

  test('that says nothing of its size is cut off where it is too large, and nothing of it is kept', async () => {
    const before = await kept();
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 20; i++) controller.enqueue(new TextEncoder().encode('x'.repeat(100_000)));
        controller.close();
      },
    });
    const sent = fetch(`${site.url}/import/usage/1000001`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', cookie: administrator.cookieHeader() },
      body,
      duplex: 'half',
    } as RequestInit);
    const outcome = await sent.then(({ status }) => status).catch(() => 'cut off');
    expect([413, 'cut off']).toContain(outcome);
    await expect.poll(kept).toEqual(before);
  });

  test('that breaks off is not kept', async () => {
    const before = await kept();
    const breaking = new AbortController();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(list)),
      // Nothing more comes, and the end does not come either.
      pull: () => new Promise(() => setTimeout(() => breaking.abort(), 300)),
    });
    const request = { method: 'POST', body, duplex: 'half', signal: breaking.signal } as RequestInit;
    const headers = { 'content-type': 'text/csv', cookie: administrator.cookieHeader() };
    await expect(fetch(`${site.url}/import/usage/1000001`, { ...request, headers })).rejects.toThrow();
    await expect.poll(kept).toEqual(before);
  });
});

describe('an upload is refused', () => {
  test('to whoever has not signed in', async () => {
    expect(await upload(site.visitor(), '1000001', list)).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
    expect(await upload(site.visitor(), 'me', list)).toMatchObject({ status: 401 });
  });

  test('for another firm as for one that does not exist', async () => {
    const other = await site.signedIn('firmadmin.two');
    const refusals = [
      await upload(other, '1000001', list),
      await upload(other, '9999999', list),
      await upload(other, 'nonsense', list),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(refusals.map(({ message }) => message)).size).toBe(1);
  });

  test('as recorded to all but operators', async () => {
    const recorded = { query: '&authority=RECORDED' };
    expect(await upload(administrator, '1000001', list, recorded)).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    });
    const operator = await site.signedIn('operator.demo');
    const { id } = await upload(operator, '1000001', list, recorded);
    expect((await importOf(operator, id ?? '')).authority).toBe('RECORDED');
  });

  test('from another site, and as another type', async () => {
    const foreign = { headers: { origin: 'https://elsewhere.test' } };
    expect(await upload(administrator, '1000001', list, foreign)).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    });
    const form = { headers: { 'content-type': 'text/plain' } };
    expect(await upload(administrator, '1000001', list, form)).toMatchObject({
      status: 415,
      code: 'BAD_REQUEST',
    });
  });
});

test('headers that every answer with data has stand on these too', async () => {
  const response = await fetch(`${site.url}/import/usage/me`, {
    method: 'POST',
    body: list,
    headers: { 'content-type': 'text/csv' },
  });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});
