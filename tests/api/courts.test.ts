import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

test('all 207 courts are there without a sign-in', async () => {
  const { courts } = await site.visitor().data('{ courts(first: 1) { totalCount nodes { code title } } }');
  expect(courts.totalCount).toBe(207);
});
