import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { focusOn, goTo, heading, openJourneys } from '../support/journeys';
import { openSitePage, pagesOpenTo, type Subjects } from '../support/site-pages';
import { findSubjects } from '../support/subjects';

const journeys = openJourneys();
let subjects: Subjects;
beforeAll(async () => {
  subjects = await findSubjects(journeys.site);
});

/** What 400 % leave of a window of 1280 by 1024 (WCAG 1.4.10). */
const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };

const operators = pagesOpenTo('operator.demo').filter((name) => name !== 'explorer');

describe.each([800, 1000])('in a window of %i pixels nothing has to be scrolled sideways', (width) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await journeys.signedIn('operator.demo', { viewport: { width, height: 700 }, stays: true }));
  });
  test.each(operators)('%s', async (name) => {
    await openSitePage(page, name, subjects);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});

describe('at 400 % nothing has to be scrolled sideways', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await journeys.signedIn('operator.demo', { ...zoomed, stays: true }));
  });
  test.each(operators)('%s', async (name) => {
    await openSitePage(page, name, subjects);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  test.each([
    ['/', 'One account for every court'],
    ['/sign-in', 'Sign in'],
    ['/nowhere', 'Page not found'],
  ])('%s as a visitor', async (address, title) => {
    const visitor = await journeys.visitor(zoomed);
    await goTo(visitor.page, address, title);
    expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  test('the areas unfold from a button, and lead on', async () => {
    await goTo(page, '/operator/accounts', 'Accounts');
    const areas = page.getByRole('navigation', { name: 'Main' });
    expect(await areas.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await areas.getByRole('link', { name: 'Roles' }).click();
    await heading(page, 'Roles').waitFor();
    await areas.waitFor({ state: 'hidden' });
  });
});

test('in forced colors the page one is on and the focus can still be told', async () => {
  const { page } = await journeys.signedIn('operator.demo', { forcedColors: 'active' });
  await goTo(page, '/operator/accounts', 'Accounts');
  const outlineOf = (selector: string) =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).outlineStyle`);
  const current = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Accounts' });
  expect(await current.getAttribute('aria-current')).toBe('page');
  expect(await outlineOf('nav [aria-current=page]')).toBe('solid');
  const search = page.getByRole('searchbox', { name: 'Search accounts' });
  await page.keyboard.press('Tab');
  await search.focus();
  await focusOn(search);
  expect(await outlineOf(':focus')).toBe('solid');
});

test('who asked for less motion gets none', async () => {
  const { page } = await journeys.signedIn('operator.demo', { reducedMotion: 'reduce' });
  await goTo(page, '/operator/accounts/2000006', 'Ada Quist');
  await page.evaluate(`{
    window.moved = [];
    const note = ({ target, elapsedTime }) => elapsedTime > 0.001 && moved.push(target.className);
    addEventListener('transitionend', note);
    addEventListener('animationend', note);
  }`);
  await page.getByRole('link', { name: 'Give a role' }).click();
  await page.getByRole('dialog', { name: 'Give a role' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Colors' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  expect(await page.evaluate('moved')).toEqual([]);
});
