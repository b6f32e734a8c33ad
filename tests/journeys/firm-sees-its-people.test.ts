import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addressOf, goTo, openJourneys, soon } from '../support/journeys';
import { listOf } from '../support/lists';

const journeys = openJourneys();

test('an administrator finds a person, by search, filter and order that stay in the address', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, '/firm/1000001/people', 'People');
  const list = listOf(page, 'People');
  const all = await list.names();
  expect(all).toContain('Ada Quist');
  await list.filters
    .getByRole('combobox', { name: 'Current or former' })
    .selectOption('Former and future people');
  await soon(async () => (await list.names()).length).toBeLessThan(all.length);
  const former = await list.names();
  await page
    .getByRole('row')
    .filter({ hasText: former[0] ?? '' })
    .getByText('Former')
    .waitFor();
  await list.filters.getByRole('combobox', { name: 'Current or former' }).selectOption('All people');
  await list.head('Account number').getByRole('button').click();
  await soon(list.first).toBe('Farah Hawthorne');
  await list.search.fill('200000');
  const found = ['Farah Hawthorne', 'Ada Quist', 'Pilar Montoya'];
  await soon(list.names).toEqual(found);
  expect(addressOf(page)).toBe('/firm/1000001/people?sort=ACCOUNT_NUMBER&search=200000');
  await page.reload();
  await soon(list.names).toEqual(found);
  await list.search.fill('nobody at all');
  await page.getByText('Nobody matches').waitFor();
  await page.getByRole('button', { name: 'Show everybody' }).click();
  await soon(async () => (await list.names()).length).toBe(all.length);
});

test('the list is saved as a file with everybody in it, also those of other pages', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, '/firm/1000001/people?show=current', 'People');
  const counted = Number.parseInt((await listOf(page, 'People').count()) ?? '', 10);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('people-of-1000001.csv');
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines[0]).toBe('\ufeffName,Account number,Standing,From,To,Cost center');
  expect(lines).toHaveLength(counted + 1);
  expect(lines.find((line) => line.includes('2000006'))).toMatch(/^Ada Quist,2000006,Current,/);
});

test('a person sees at his account who pays for him', async () => {
  const { page } = await journeys.signedIn('attorney.demo');
  await goTo(page, '/account', 'My account');
  const pays = page.getByRole('region', { name: 'Who pays' });
  await pays.getByText('Hawthorne & Reyes LLP (1000001)').first().waitFor();
  await pays.getByText('From May 18, 2016 on').waitFor();
  await page.getByText('Your own account · usage.use.read').waitFor();
  const { page: other } = await journeys.signedIn('clerk.mowd');
  await goTo(other, '/account', 'My account');
  await other.getByRole('region', { name: 'Who pays' }).getByText('You yourself').waitFor();
});
