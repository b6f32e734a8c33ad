import type { Page } from 'playwright-core';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeInBothThemes } from '../support/browser';
import { addressOf, goTo, openJourneys } from '../support/journeys';
import { watchShifts } from '../support/painting';
import { plainSql } from '../support/sql';
import { addUses, keysByNumber, link, standAt } from '../support/usage';

const journeys = openJourneys();

let sql: postgres.Sql;
beforeAll(async () => {
  sql = plainSql(journeys.site.db.superuserUrl);
  await standAt(journeys.site, sql, '2026-08-19T17:00:00Z');
  const keyOf = await keysByNumber(sql);
  const accountId = keyOf(2000006);
  const firm = keyOf(1000001);
  await link(sql, { accountId, payerId: firm, from: '2026-08-01' });
  const alone = keyOf(2000007);
  await addUses(sql, [
    { accountId, payerId: accountId, at: '2026-07-06T15:00:00Z', chargeCents: 1230, courtId: 'ksd' },
    { accountId, payerId: firm, at: '2026-08-10T15:00:00Z', chargeCents: 4500, clientCode: 'FIRM-1' },
    { accountId: alone, payerId: alone, at: '2026-07-07T15:00:00Z', chargeCents: 2990, courtId: 'mowb' },
    { accountId: keyOf(2000002), payerId: firm, at: '2026-08-11T15:00:00Z', chargeCents: 77_700 },
  ]);
});
afterAll(() => sql.end());

const figure = (page: Page, name: string) =>
  page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });

test('whoever paid, one sees what is one’s own, and how much of it one pays', async () => {
  const { page } = await journeys.signedIn('attorney.demo');
  await goTo(page, '/account/usage', 'My usage');
  expect(await figure(page, 'Charged in Q3 2026').textContent()).toContain('$57.30');
  expect(await figure(page, 'Of it paid by yourself').textContent()).toContain('$12.30');
  expect(await page.getByText('$777.00').count()).toBe(0);
  expect(await figure(page, 'Due as it stands').count()).toBe(0);
  const courts = page.getByRole('table', { name: 'By court', exact: true });
  expect(await courts.getByRole('rowheader').allTextContents()).toEqual([
    'Missouri Western District Court',
    'Kansas District Court',
  ]);
  expect(await courts.getByRole('link').first().getAttribute('href')).toBe(
    '/account/usage/transactions?quarter=2026-Q3&court=mowd',
  );

  await page.getByRole('combobox', { name: 'Who paid' }).selectOption('Paid by myself');
  await figure(page, 'Due as it stands').waitFor();
  expect(addressOf(page)).toBe('/account/usage?paid=self');
  const charged = figure(page, 'Charged in Q3 2026');
  expect(await charged.textContent()).toContain('$12.30');
  expect(await charged.getByRole('link').first().getAttribute('href')).toBe(
    '/account/usage/transactions?quarter=2026-Q3&paid=self',
  );
  expect(await page.getByText('FIRM-1').count()).toBe(0);
});

test('who pays for all of it himself has the firm’s dashboard for one, with the waiver', async () => {
  const { page } = await journeys.signedIn('legacy.demo');
  await goTo(page, '/account/usage', 'My usage');
  expect(await figure(page, 'Charged in Q3 2026').textContent()).toContain('$29.90');
  expect(await figure(page, 'Due as it stands').textContent()).toContain('with more than $0.10 on top');
  expect(await page.getByRole('combobox', { name: 'Who paid' }).count()).toBe(0);
});

test('who used nothing is told so, and nobody sees anything before signing in', async () => {
  const { page } = await journeys.signedIn('clerk.mowb');
  await goTo(page, '/account/usage', 'My usage');
  await page.getByText('Nothing was used yet').waitFor();
  const visitor = await journeys.visitor();
  await goTo(visitor.page, '/account/usage', 'Sign in to go on');
});

test('axe finds nothing, nothing moves, and it fits 320 pixels', async () => {
  const { page } = await journeys.signedIn('attorney.demo', { viewport: { width: 320, height: 640 } });
  const shifts = await watchShifts(page);
  await goTo(page, '/account/usage', 'My usage');
  await page.waitForLoadState('networkidle');
  expect(await shifts()).toBeLessThanOrEqual(0.02);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(await axeInBothThemes(page, () => goTo(page, '/account/usage', 'My usage'))).toEqual([]);
});
