import { describe, expect, test } from 'vitest';
import { addressOf, goTo, heading, openJourneys, soon } from '../support/journeys';
import { listOf } from '../support/lists';

const journeys = openJourneys();

const missouri = [
  'Missouri Eastern Bankruptcy Court',
  'Missouri Eastern District Court',
  'Missouri Western Bankruptcy Court',
  'Missouri Western District Court',
];

test('a visitor searches from the start page and opens the court he meant', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/', 'One account for every court');
  await page.getByRole('searchbox', { name: 'Find a court' }).fill('missouri western');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await heading(page, 'Courts').waitFor();
  await soon(listOf(page, 'Courts').names).toEqual(missouri.slice(2));
  expect(addressOf(page)).toBe('/courts?search=missouri+western');
  await page.getByRole('link', { name: 'Missouri Western Bankruptcy Court' }).click();
  await heading(page, 'Missouri Western Bankruptcy Court').waitFor();
});

test('the list narrows while one types, and the address says so', async () => {
  const { page } = await journeys.visitor();
  const list = listOf(page, 'Courts');
  await goTo(page, '/courts', 'Courts');
  await soon(list.count).toBe('207 courts');
  await list.search.pressSequentially('missouri w');
  await soon(list.names).toEqual(missouri.slice(2));
  await soon(list.count).toBe('2 courts');
  expect(addressOf(page)).toBe('/courts?search=missouri+w');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await soon(list.count).toBe('207 courts');
  expect(addressOf(page)).toBe('/courts');
});

describe('filters', () => {
  test('add up in the address, and loading the page again keeps them', async () => {
    const { page } = await journeys.visitor();
    const list = listOf(page, 'Courts');
    await goTo(page, '/courts', 'Courts');
    await list.choose('State', 'Missouri');
    await soon(list.names).toEqual([...missouri, 'U.S. Court of Appeals, Eighth Circuit']);
    await list.choose('Circuit', '8th Circuit');
    await list.choose('Type', 'Bankruptcy');
    await page.getByRole('combobox', { name: 'NextGen' }).selectOption('NextGen');
    const address = '/courts?state=Missouri&circuit=8&type=BANKRUPTCY&nextGen=yes';
    await soon(() => addressOf(page)).toBe(address);
    await soon(list.count).toBe('2 courts');

    await page.reload();
    await soon(list.names).toEqual(missouri.filter((name) => name.includes('Bankruptcy')));
    expect(await page.getByRole('button', { name: 'State: Missouri' }).isVisible()).toBe(true);
    expect(addressOf(page)).toBe(address);

    await page.getByRole('button', { name: 'Clear all' }).click();
    await soon(list.count).toBe('207 courts');
    expect(addressOf(page)).toBe('/courts');
  });

  test('are undone and redone by back and forward', async () => {
    const { page } = await journeys.visitor();
    const list = listOf(page, 'Courts');
    await goTo(page, '/courts', 'Courts');
    await list.choose('Type', 'Appellate');
    await soon(list.count).toBe('16 courts');
    await list.choose('Circuit', '9th Circuit');
    await soon(list.count).toBe('2 courts');
    await page.goBack();
    await soon(list.count).toBe('16 courts');
    expect(addressOf(page)).toBe('/courts?type=APPELLATE');
    await page.goBack();
    await soon(list.count).toBe('207 courts');
    await page.goForward();
    await page.goForward();
    await soon(list.count).toBe('2 courts');
    expect(addressOf(page)).toBe('/courts?type=APPELLATE&circuit=9');
  });
});

test('a column sorts both ways, and its head says which', async () => {
  const { page } = await journeys.visitor();
  const list = listOf(page, 'Courts');
  await goTo(page, '/courts', 'Courts');
  await soon(list.first).toBe('Alabama Middle Bankruptcy Court');
  const sorted = (name: string) => list.head(name).getAttribute('aria-sort');
  expect([await sorted('Court'), await sorted('Code')]).toEqual(['ascending', 'none']);

  await list.head('Court').getByRole('button').click();
  await soon(list.first).toBe('Wyoming District Court');
  expect(await sorted('Court')).toBe('descending');
  expect(addressOf(page)).toBe('/courts?sort=-TITLE');

  await list.head('Code').getByRole('button').click();
  await soon(list.first).toBe('Alaska Bankruptcy Court');
  expect([await sorted('Court'), await sorted('Code')]).toEqual(['none', 'ascending']);
  await page.reload();
  await soon(list.first).toBe('Alaska Bankruptcy Court');
});

test('pages lead through the whole list and back', async () => {
  const { page } = await journeys.visitor();
  const list = listOf(page, 'Courts');
  const seen = new Set<string>();
  const firsts: (string | undefined)[] = [];
  await goTo(page, '/courts', 'Courts');
  await soon(list.first).toBe('Alabama Middle Bankruptcy Court');
  for (;;) {
    firsts.push(await list.first());
    for (const name of await list.names()) seen.add(name);
    if (firsts.length === 5) break;
    await list.pages.getByRole('link', { name: 'Next' }).click();
    await soon(list.first).not.toBe(firsts.at(-1));
  }
  expect(seen.size).toBe(207);
  expect(await list.pages.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
  await list.pages.getByRole('link', { name: 'Previous' }).click();
  await soon(list.first).toBe(firsts.at(-2));
  expect(await list.count()).toBe('207 courts');
});

test('a column that one takes away stays away in this browser', async () => {
  const { page } = await journeys.visitor();
  const list = listOf(page, 'Courts');
  await goTo(page, '/courts?search=missouri', 'Courts');
  await list.head('Circuit').waitFor();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'Circuit' }).uncheck();
  await list.head('Circuit').waitFor({ state: 'hidden' });
  await page.reload();
  await list.head('Code').waitFor();
  expect(await list.head('Circuit').count()).toBe(0);
});
