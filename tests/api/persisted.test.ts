import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@countersign/server/platform/project-root';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite({}, true);
});
afterAll(() => site.close());

const file = join(projectRoot, 'client', 'dist', 'persisted-documents.json');
const operations = (): [string, string][] => Object.entries(JSON.parse(readFileSync(file, 'utf8')));

test('our client’s operations are named by their hash and fit the schema', () => {
  expect(operations().length).toBeGreaterThan(5);
  for (const [hash, text] of operations()) {
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    expect(validate(site.schema, parse(text)), text).toEqual([]);
  }
});

test('each is found by its hash alone', async () => {
  const client = site.visitor();
  for (const [sha256Hash, text] of operations()) {
    const { errors } = await client.post({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
    const codes = errors.map((error) => error.extensions.code);
    expect(codes, text).not.toContain('PERSISTED_QUERY_NOT_FOUND');
    expect(codes, text).not.toContain('INTERNAL');
  }
});
