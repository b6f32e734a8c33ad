import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeInBothThemes } from '../support/browser';
import { addressOf, focusOn, goTo, heading, openJourneys, soon } from '../support/journeys';
import { listOf } from '../support/lists';
import { watchShifts } from '../support/painting';
import { lastQuarter, openSiteWithUses, told } from '../support/transactions';

const journeys = openJourneys(openSiteWithUses);
const firm = '/firm/1000001/transactions';
const quarter = `quarter=${lastQuarter.word}`;
const all = `${told.uses} transactions · ${told.charged} charged, 1 differing by $0.30`;

const drawer = (page: Page) => page.getByRole('dialog').filter({ hasText: 'on this page' });
const charges = (page: Page) => page.getByRole('cell', { name: /^-?\$\d+\.\d\d$/ }).allTextContents();
const openedUse = (page: Page) => new URL(page.url()).searchParams.get('use');

describe('an administrator', () => {
  test('sees what his firm’s people used and what it comes to', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const list = listOf(page, 'Transactions');
    await goTo(page, '/firm/1000001', 'Hawthorne & Reyes LLP');
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Transactions', exact: true })
      .click();
    await heading(page, 'Transactions').waitFor();
    await soon(list.count).toBe(all);
    expect(await list.table.getByRole('rowheader').count()).toBe(50);
    await list.pages.getByRole('link', { name: 'Next' }).click();
    await soon(() => list.table.getByRole('rowheader').count()).toBe(10);
    await list.pages.getByRole('link', { name: 'Previous' }).click();
    await soon(() => list.table.getByRole('rowheader').count()).toBe(50);
  });

  test('combines filters, which the address keeps, and clears them', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const list = listOf(page, 'Transactions');
    await goTo(page, firm, 'Transactions');
    await list.filters.getByRole('combobox', { name: 'Quarter' }).selectOption(lastQuarter.label);
    await list.choose('Person', 'Ada Quist');
    await list.choose('Client code', 'No client code');
    await list.choose('Kind', 'Document');
    await soon(() => addressOf(page)).toBe(`${firm}?${quarter}&person=2000006&client=&kind=DOCUMENT`);
    await soon(list.count).toBe('6 transactions · $1.50 charged');
    await page.reload();
    await soon(list.count).toBe('6 transactions · $1.50 charged');
    for (const name of ['Person: Ada Quist', 'Client code: No client code', 'Kind: Document'])
      await list.filters.getByRole('button', { name }).waitFor();

    await page.goBack();
    await soon(list.count).not.toBe('6 transactions · $1.50 charged');
    await page.goForward();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await soon(list.count).toBe(all);
    expect(addressOf(page)).toBe(firm);
  });

  test('finds by days, court, cost center, exemption and difference', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const list = listOf(page, 'Transactions');
    await goTo(page, `${firm}?${quarter}`, 'Transactions');
    await list.filters.getByRole('button', { name: 'Dates' }).click();
    const days = page.getByRole('dialog', { name: 'Dates' });
    await days.getByLabel('First day').fill(lastQuarter.startsOn);
    await days.getByLabel('Last day').fill(lastQuarter.startsOn);
    await days.getByRole('button', { name: 'Show these days' }).click();
    await soon(list.count).toBe('1 transaction · $0.10 charged');
    await page.getByRole('button', { name: 'Clear all' }).click();

    await list.choose('Court', 'No court');
    await soon(list.count).toBe('1 transaction · $0.00 charged');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await list.filters.getByRole('button', { name: 'More filters' }).click();
    await list.choose('Cost center', 'Litigation');
    await soon(list.count).toBe('1 transaction · $0.60 charged, 1 differing by $0.30');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await list.filters.getByRole('combobox', { name: 'Exemption' }).selectOption('Exempt');
    await soon(list.count).toBe('1 transaction · $0.00 charged');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await list.filters
      .getByRole('combobox', { name: 'Difference from the schedule' })
      .selectOption('Charge differs');
    await soon(list.count).toBe('1 transaction · $0.60 charged, 1 differing by $0.30');
    expect(addressOf(page)).toBe(`${firm}?differing=yes`);
  });

  test('searches for a case without days, and for words within them', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const list = listOf(page, 'Transactions');
    await goTo(page, firm, 'Transactions');
    await list.search.fill('4:24-cv-777');
    await soon(list.count).toBe('1 transaction · $0.60 charged, 1 differing by $0.30');
    await list.search.fill('zebra');
    await page.getByText('Words are looked for within days').waitFor();
    await page.getByRole('combobox', { name: 'Quarter' }).selectOption(lastQuarter.label);
    await soon(list.count).toBe('1 transaction · $0.60 charged, 1 differing by $0.30');
    await list.search.fill('giraffe');
    await page.getByText('No transaction matches').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await soon(list.count).toBe(all);
  });

  test('sorts by charge and by instant', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const list = listOf(page, 'Transactions');
    await goTo(page, `${firm}?rows=100`, 'Transactions');
    await soon(() => charges(page).then((shown) => shown.length)).toBe(told.uses);
    await list.head('Charge').getByRole('button').click();
    await soon(async () => (await charges(page))[0]).toBe('$0.60');
    expect(await list.head('Charge').getAttribute('aria-sort')).toBe('descending');
    expect(addressOf(page)).toBe(`${firm}?rows=100&sort=-charge`);
    const dearest = await charges(page);
    await list.head('Charge').getByRole('button').click();
    await soon(async () => (await charges(page))[0]).toBe('$0.00');
    expect(await charges(page)).toEqual(dearest.reverse());
    await list.head('When').getByRole('button').click();
    await soon(() => addressOf(page)).toBe(`${firm}?rows=100`);
  });

  test('opens a use, sees why its charge differs, and goes on to others of its case', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const list = listOf(page, 'Transactions');
    await goTo(page, `${firm}?differing=yes`, 'Transactions');
    await list.table.getByRole('rowheader').getByRole('link').click();
    await drawer(page).getByRole('heading', { name: 'Document, $0.60' }).waitFor();
    await drawer(page).getByText('Motion of the Zebra Company').waitFor();
    const address = addressOf(page);
    expect(openedUse(page)).not.toBeNull();

    await page.reload();
    await drawer(page).getByRole('heading', { name: 'Document, $0.60' }).waitFor();
    await page.goto(address.replace('differing=yes', 'differing=no'));
    await page.getByRole('dialog').getByText('Motion of the Zebra Company').waitFor();
    await page.getByRole('dialog').getByRole('link', { name: '4:24-cv-77777' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await soon(list.count).toBe('1 transaction · $0.60 charged, 1 differing by $0.30');
    expect(addressOf(page)).toBe(`${firm}?q=4:24-cv-77777`);
  });

  test('chooses columns, which the browser keeps', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const list = listOf(page, 'Transactions');
    await goTo(page, firm, 'Transactions');
    await page.getByRole('button', { name: 'Columns' }).click();
    const choice = page.getByRole('dialog', { name: 'Columns' });
    await choice.getByRole('checkbox', { name: 'By the schedule' }).click();
    await choice.getByRole('checkbox', { name: 'Court', exact: true }).click();
    await page.keyboard.press('Escape');
    await list.head('By the schedule').waitFor();
    expect(await list.head('Court').count()).toBe(0);
    await page.reload();
    await list.head('By the schedule').waitFor();
    expect(await list.head('Court').count()).toBe(0);
  });

  test('prints what is filtered, and not the filters', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo', { colorScheme: 'dark' });
    await goTo(page, `${firm}?${quarter}&client=`, 'Transactions');
    const words = page.getByText(`Quarter: ${lastQuarter.label}. Client code: No client code.`);
    expect(await words.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await words.waitFor();
    expect(await page.getByRole('search', { name: 'Filter transactions' }).isVisible()).toBe(false);
  });
});

test('without a mouse the list is narrowed, a use is opened, the next one, and the focus stays with it', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  const list = listOf(page, 'Transactions');
  await goTo(page, `${firm}?${quarter}`, 'Transactions');
  await soon(list.count).toBe(all);
  await list.filters.getByRole('button', { name: 'Court' }).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: 'Court' });
  await focusOn(menu.getByRole('textbox', { name: 'Narrow court' }));
  await page.keyboard.type('bankruptcy');
  await soon(() => menu.getByRole('checkbox').count()).toBe(1);
  await page.keyboard.press('Tab');
  await focusOn(menu.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await focusOn(list.filters.getByRole('button', { name: 'Court: Missouri Western Bankruptcy Court' }));
  await soon(list.count).toBe('28 transactions · $5.60 charged');

  const rows = list.table.getByRole('rowheader').getByRole('link');
  await rows.nth(1).focus();
  await page.keyboard.press('Enter');
  await drawer(page).getByText('2 of 28 on this page').waitFor();
  const second = openedUse(page);
  await page.keyboard.press('ArrowRight');
  await drawer(page).getByText('3 of 28 on this page').waitFor();
  expect(openedUse(page)).not.toBe(second);
  await page.keyboard.press('ArrowLeft');
  await drawer(page).getByText('2 of 28 on this page').waitFor();
  await page.keyboard.press('ArrowRight');
  await drawer(page).getByText('3 of 28 on this page').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await focusOn(rows.nth(2));
  expect(openedUse(page)).toBeNull();
});

test('a person sees what he used, whoever paid, and by himself what he paid for', async () => {
  const { page } = await journeys.signedIn('mover.demo');
  const list = listOf(page, 'Transactions');
  await goTo(page, '/account/usage/transactions', 'My transactions');
  await soon(list.count).toBe('3 transactions · $1.20 charged');
  expect(await list.filters.getByRole('button', { name: 'Person' }).count()).toBe(0);
  await page.getByRole('combobox', { name: 'Who paid' }).selectOption('Paid by myself');
  await soon(list.count).toBe('1 transaction · $0.30 charged');
  expect(addressOf(page)).toBe('/account/usage/transactions?paid=self');
});

test('a firm without uses is told where they come from, and another firm’s are not there', async () => {
  const { page } = await journeys.signedIn('clerk.mowb');
  await goTo(page, '/account/usage/transactions', 'My transactions');
  await page.getByText('No transactions yet').waitFor();
  await goTo(page, firm, 'Page not found');
});

test('nothing moves while the list arrives, is sorted and is filtered', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  const shifts = await watchShifts(page);
  await goTo(page, `${firm}?rows=100`, 'Transactions');
  const list = listOf(page, 'Transactions');
  await soon(list.count).toBe(all);
  await soon(() => list.table.getByRole('rowheader').count()).toBe(told.uses);
  await list.head('Charge').getByRole('button').click();
  await soon(async () => (await charges(page))[0]).toBe('$0.60');
  expect(await shifts()).toBeLessThanOrEqual(0.02);
});

test('at 400 % nothing has to be scrolled sideways, with a use open and without', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo', {
    viewport: { width: 320, height: 256 },
    deviceScaleFactor: 4,
  });
  const width = () => page.evaluate('document.documentElement.scrollWidth');
  await goTo(page, `${firm}?${quarter}`, 'Transactions');
  const row = page.getByRole('rowheader').getByRole('link').first();
  await row.waitFor();
  expect(await width()).toBeLessThanOrEqual(320);
  await row.click();
  await drawer(page).waitFor();
  expect(await width()).toBeLessThanOrEqual(320);
});

describe('axe finds nothing', () => {
  test('with a use open', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const open = async () => {
      await goTo(page, `${firm}?differing=yes`, 'Transactions');
      await page.getByRole('rowheader').getByRole('link').click();
      await drawer(page).getByText('Motion of the Zebra Company').waitFor();
    };
    expect(await axeInBothThemes(page, open)).toEqual([]);
  });

  test('with all filters and one of their menus open', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const open = async () => {
      await goTo(page, `${firm}?${quarter}&exempt=no&client=`, 'Transactions');
      await page.getByRole('button', { name: 'Court', exact: true }).click();
      await page.getByRole('dialog', { name: 'Court' }).getByRole('checkbox').first().waitFor();
    };
    expect(await axeInBothThemes(page, open)).toEqual([]);
  });
});
