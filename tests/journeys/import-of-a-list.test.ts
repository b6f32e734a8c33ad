import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { link } from '../support/imports';
import { addressOf, focusOn, goTo, heading, openJourneys, soon } from '../support/journeys';
import { withoutLinkages } from '../support/linkages';
import { listOf } from '../support/lists';
import { watchShifts } from '../support/painting';
import { startTestJobs } from '../support/test-jobs';

const journeys = openJourneys();
let stopJobs: () => Promise<void>;
beforeAll(async () => {
  await withoutLinkages(journeys.site.db);
  await link(journeys.site, 2000006, 1000001, '2020-01-01', null, 'Litigation');
  stopJobs = await startTestJobs(journeys.site);
});
afterAll(() => stopJobs?.());

const names = 'Account Number,Date,Time,Wo,Case Number,Client Code,Type,Description,Pages,Charge';
const row = (n: number, court = 'mowd', charge = '0.30') =>
  `2000006,2025-03-1${n},15:04:05,${court},4:25-cv-00001,ACME.1,Document,"Document ""${n}"",\nsecond line",3,${charge}`;
const file = (name: string, ...rows: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${names}\n${rows.join('\n')}\n`),
});

const status = (page: Page) => page.getByRole('main').getByRole('status').first();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const figure = (page: Page, name: string) =>
  page.locator('dl > div').filter({ hasText: name }).locator('dd').first().textContent();

async function choose(page: Page, list: ReturnType<typeof file>): Promise<void> {
  await page.getByLabel('Choose the list, or drop it here').setInputFiles(list);
  await heading(page, list.name).waitFor();
}

test('a list is uploaded, a column mapped, checked and imported; its bad rows are mended and sent again', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, '/firm/1000001', 'Hawthorne & Reyes LLP');
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Imports', exact: true })
    .click();
  await page.getByText('No list was imported yet').waitFor();
  await page.getByRole('link', { name: 'Import a list' }).first().click();
  await heading(page, 'Import a list').waitFor();
  const list = file('march.csv', row(1), row(2, 'mowd', '$0.50'), row(3, 'atlantis'));
  await choose(page, list);

  await status(page).filter({ hasText: 'Say how the list is read' }).waitFor();
  expect(await button(page, 'Check the list').isDisabled()).toBe(true);
  await page.getByRole('combobox', { name: 'Wo is read as' }).selectOption('Court');
  await button(page, 'Check the list').click();
  await status(page).filter({ hasText: 'Checked: 2 of 3 rows can be imported.' }).waitFor();
  expect(await figure(page, 'Charge of the good ones')).toBe('$0.80');
  const problems = page.getByRole('table', { name: 'Problems line by line' });
  await problems.getByRole('row').filter({ hasText: 'atlantis' }).waitFor();
  await page.getByRole('table', { name: 'Courts that are not known' }).getByText('atlantis').waitFor();

  await button(page, 'Import it').click();
  await status(page).filter({ hasText: 'Imported: 2 new uses.' }).waitFor();
  const bad = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the bad rows' }).click();
  const download = await bad;
  expect(download.suggestedFilename()).toBe('march.bad-rows.csv');
  const rows = await readFile(await download.path(), 'utf8');
  expect(rows).toContain('"Document ""3"",\nsecond line"');
  await page.getByRole('link', { name: 'Show the uses' }).click();
  await heading(page, 'Transactions').waitFor();
  await soon(listOf(page, 'Transactions').count).toMatch(/^2 transactions · \$0\.80 charged/);

  await goTo(page, '/firm/1000001/imports/new', 'Import a list');
  await choose(page, { ...list, name: 'mended.csv', buffer: Buffer.from(rows.replace('atlantis', 'mowb')) });
  await status(page).filter({ hasText: 'The columns are recognized.' }).waitFor();
  await button(page, 'Import it').click();
  await status(page).filter({ hasText: 'Imported: 1 new use.' }).waitFor();

  await page.getByRole('link', { name: 'Import another list' }).click();
  await choose(page, { ...list, name: 'again.csv' });
  await button(page, 'Import it').click();
  await status(page).filter({ hasText: 'Imported: 0 new uses. 2 rows had been known before' }).waitFor();

  await page.getByRole('link', { name: 'Imports', exact: true }).last().click();
  const imports = listOf(page, 'Imports');
  await soon(imports.count).toBe('3 imports');
  const first = imports.table.getByRole('row').filter({ hasText: 'again.csv' });
  expect(await first.getByRole('cell').allTextContents()).toEqual([
    'Imported',
    '0',
    '2',
    '1',
    '$0.80',
    expect.stringMatching(/20\d\d/),
    'Farah Hawthorne',
  ]);
});

test('a file that is none of a list is refused with a sentence, and the next one is taken', async () => {
  const { page, complaints } = await journeys.signedIn('attorney.demo');
  await goTo(page, '/account/imports/new', 'Import a list');
  const field = page.getByLabel('Choose the list, or drop it here');
  await field.setInputFiles({
    name: 'book.xlsx',
    mimeType: 'text/csv',
    buffer: Buffer.from('PK\x03\x04...'),
  });
  const alert = page.getByRole('alert').filter({ hasText: 'book.xlsx' });
  await alert.filter({ hasText: 'save the list as CSV' }).waitFor();
  await focusOn(alert);
  // The browser itself notes that the server refused.
  expect(complaints.splice(0)).toHaveLength(1);
  await choose(page, file('own.csv', row(1)));
  expect(addressOf(page)).toMatch(/^\/account\/imports\/\w+/);
});

test('words of the list’s own are said once; a list is discarded when one asks for it', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, '/firm/1000001/imports/new', 'Import a list');
  await choose(page, file('words.csv', row(4).replace(',Document,', ',Blatt,')));
  await page.getByRole('combobox', { name: 'Wo is read as' }).selectOption('Court');
  await button(page, 'Check the list').click();
  await status(page).filter({ hasText: 'Checked: 0 of 1 row can be imported.' }).waitFor();
  await page.getByRole('combobox', { name: 'Blatt means' }).selectOption('Document');
  await button(page, 'Check the list').click();
  await status(page).filter({ hasText: 'Checked: 1 of 1 row can be imported.' }).waitFor();

  await page.getByRole('combobox', { name: 'Wo is read as' }).selectOption('Format');
  await page.getByRole('link', { name: 'Imports', exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
  await button(page, 'Discard it').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard it' }).click();
  await heading(page, 'Imports').waitFor();
  expect(await page.getByRole('link', { name: 'words.csv' }).count()).toBe(0);
});

test('an import is cancelled while it goes on, and nothing of it is kept', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, '/firm/1000001/imports/new', 'Import a list');
  const rows = Array.from({ length: 80_000 }, (_, n) => row(5).replace('4:25-cv-00001', `4:25-cv-${n}`));
  await choose(page, file('large.csv', ...rows));
  await page.getByRole('combobox', { name: 'Wo is read as' }).selectOption('Court');
  await button(page, 'Import it').click();
  await page.getByRole('progressbar', { name: 'Imported' }).waitFor();
  await button(page, 'Cancel the import').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the import' }).click();
  await status(page)
    .filter({ hasText: 'The import was cancelled: nothing was imported.' })
    .waitFor({ timeout: 60_000 });
});

test('nothing moves while a list is read, and it can be chosen by keys', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, '/firm/1000001/imports/new', 'Import a list');
  const field = page.getByLabel('Choose the list, or drop it here');
  await field.focus();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Space');
  await (await chooser).setFiles(file('keys.csv', row(6)));
  await heading(page, 'keys.csv').waitFor();
  const shifts = await watchShifts(page);
  await page.reload();
  await heading(page, 'keys.csv').waitFor();
  expect(await shifts()).toBeLessThan(0.01);
});
