import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openJourneys } from '../support/journeys';
import { openSitePage, pagesOpenTo, type Subjects } from '../support/site-pages';
import { findSubjects } from '../support/subjects';

const journeys = openJourneys();
let subjects: Subjects;
beforeAll(async () => {
  subjects = await findSubjects(journeys.site);
});

describe('no page of an operator breaks the content policy, asks another origin or asks in vain', () => {
  const wrong: string[] = [];
  let page: Page;
  beforeAll(async () => {
    ({ page } = await journeys.signedIn('operator.demo', { stays: true }));
    page.on('requestfailed', (request) => {
      // A page that waits for changes stops waiting when it is left.
      const left = request.failure()?.errorText === 'net::ERR_ABORTED';
      if (left && new URL(request.url()).pathname === '/live') return;
      wrong.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      const { protocol, origin } = new URL(response.url());
      if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`);
      if (protocol.startsWith('http') && origin !== journeys.site.url) wrong.push(`elsewhere: ${origin}`);
    });
  });
  test.each(pagesOpenTo('operator.demo'))('%s', async (name) => {
    await openSitePage(page, name, subjects);
    await page.waitForLoadState('networkidle');
    expect(wrong.splice(0)).toEqual([]);
  });
});

const policyOf = async (address: string) => {
  const response = await fetch(journeys.site.url + address, { headers: { accept: 'text/html' } });
  return response.headers.get('content-security-policy') ?? '';
};

test('a page allows inline scripts and styles only with a nonce that is new each time', async () => {
  const [policy, again] = [await policyOf('/courts'), await policyOf('/courts')];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{22,}'/);
  expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=]{22,}'/);
  expect(policy).not.toContain('unsafe');
  expect(again).not.toBe(policy);
});

test('the explorer alone may write styles of its own, and no page may run inline scripts', async () => {
  const policy = await policyOf('/explorer');
  expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  expect(policy).toMatch(/script-src 'self'(;|$)/);
});
