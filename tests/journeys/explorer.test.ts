import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { goTo, openJourneys } from '../support/journeys';

const journeys = openJourneys();
let requested: Set<string>;
beforeEach(() => {
  requested = new Set();
});
afterEach(() => {
  expect([...requested]).toEqual([journeys.site.url]);
});

/** Opens the explorer and notes every origin that it asks for something. */
async function openExplorer(page: Page): Promise<void> {
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol)) requested.add(url.origin);
  });
  await goTo(page, '/explorer', 'API explorer');
  await page.getByRole('region', { name: 'Operation Editor' }).getByText('# One court').waitFor();
}

/** Runs what stands in the editor and waits for a part of its answer. */
async function answerOf(page: Page, part: string): Promise<void> {
  await page.getByRole('button', { name: 'Execute query' }).click();
  await page.getByRole('region', { name: 'Result Window' }).getByText(part).first().waitFor();
}

const examples = (page: Page) => page.getByRole('region', { name: 'Examples' });

test('a visitor runs the example of a court and sees the answer', async () => {
  const { page } = await journeys.visitor();
  await openExplorer(page);
  await answerOf(page, 'Missouri Western District Court');
  await examples(page)
    .getByRole('button', { name: /^The courts of a state/ })
    .click();
  await page.getByRole('tab', { name: 'CourtsOfAState', selected: true }).waitFor();
  await answerOf(page, 'Missouri Eastern District Court');
});

test('the examples are those of the role one chooses', async () => {
  const { page } = await journeys.visitor();
  await openExplorer(page);
  const first: Record<string, RegExp> = {
    'Account holder': /^My account/,
    'Firm administrator': /^My firm/,
    Clerk: /^(The )?[Cc]lerks/,
    Operator: /^Give a role/,
  };
  for (const [role, example] of Object.entries(first)) {
    await examples(page).getByRole('combobox', { name: 'For whom' }).selectOption(role);
    await examples(page).getByRole('button', { name: example }).waitFor();
  }
});

test('an operator runs an example that only operators may', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await openExplorer(page);
  await page.getByText('Signed in as Olive Prater').waitFor();
  await examples(page).getByRole('combobox', { name: 'For whom' }).selectOption('Operator');
  await examples(page)
    .getByRole('button', { name: /^Find firms/ })
    .click();
  await page.getByRole('tab', { name: 'FindFirms', selected: true }).waitFor();
  await answerOf(page, 'Hawthorne & Reyes LLP');
});

test('the documentation opens and explains a query', async () => {
  const { page } = await journeys.visitor();
  await openExplorer(page);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  const docs = page.getByRole('region', { name: 'Documentation Explorer' });
  await docs.getByRole('link', { name: 'Query', exact: true }).click();
  await docs.getByRole('link', { name: 'courts', exact: true }).click();
  await docs.getByRole('link', { name: 'CourtFilter', exact: true }).waitFor();
});
