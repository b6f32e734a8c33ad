import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { axeInBothThemes } from '../support/browser';
import { addressOf, focusOn, goTo, openJourneys, soon } from '../support/journeys';
import { listOf } from '../support/lists';
import { lastQuarter, openSiteWithUses, told } from '../support/transactions';

const journeys = openJourneys(openSiteWithUses);
const firm = '/firm/1000001/transactions';

test('a view is kept with its filter, order and columns, opened again, forgotten and brought back', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  const list = listOf(page, 'Transactions');
  await goTo(page, `${firm}?quarter=${lastQuarter.word}&client=&sort=-charge`, 'Transactions');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'Cost center' }).click();
  await page.keyboard.press('Escape');
  await list.head('Cost center').waitFor();

  await page.getByRole('button', { name: 'Views' }).focus();
  await page.keyboard.press('Enter');
  const views = page.getByRole('dialog', { name: 'Views' });
  await views.getByText('You have kept no views yet.').waitFor();
  await views.getByRole('textbox', { name: 'Keep what is shown now as' }).focus();
  await page.keyboard.press('Enter');
  await views.getByText('Give the view a name.').waitFor();
  await page.keyboard.type('To be charged on');
  await page.keyboard.press('Enter');
  await views.getByRole('link', { name: 'To be charged on' }).waitFor();
  await page.keyboard.press('Escape');
  await focusOn(page.getByRole('button', { name: 'Views' }));

  await page.evaluate('localStorage.clear()');
  await goTo(page, firm, 'Transactions');
  expect(await list.head('Cost center').count()).toBe(0);
  await page.getByRole('button', { name: 'Views' }).click();
  await views.getByRole('link', { name: 'To be charged on' }).click();
  await list.head('Cost center').waitFor();
  await soon(() => addressOf(page)).toBe(`${firm}?quarter=${lastQuarter.word}&client=&sort=-charge`);

  await page.getByRole('button', { name: 'Views' }).click();
  await views.getByRole('button', { name: 'Forget the view To be charged on' }).click();
  await views.getByText('You have kept no views yet.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The view “To be charged on” is kept.').waitFor();
});

test('the export has what is filtered, and nothing else', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, `${firm}?differing=yes`, 'Transactions');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(download.suggestedFilename()).toMatch(/^transactions-1000001-.+\.csv$/);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Motion of the Zebra Company');
});

test('a code given in another window shows by itself', async () => {
  const [{ page }, other] = await Promise.all([
    journeys.signedIn('firmadmin.demo'),
    journeys.site.signedIn('firmadmin.demo'),
  ]);
  const list = listOf(page, 'Transactions');
  const listening = page.waitForRequest(/\/live\?/);
  await goTo(page, `${firm}?client=Zoo`, 'Transactions');
  await soon(list.count).toBe('1 transaction · $0.60 charged, 1 differing by $0.30');
  await listening;
  await other.data(
    `mutation { usageCodeAssign(input: { payer: "1000001", filter: { quarter: "${lastQuarter.word}" }, clientCode: "Zoo",
      idempotencyKey: "another window" }) { userErrors { message } } }`,
  );
  await soon(list.count).toBe(`${told.uses} transactions · ${told.charged} charged, 1 differing by $0.30`);
});

test('the dashboard is read again when something changes in another window', async () => {
  const [{ page }, other] = await Promise.all([
    journeys.signedIn('firmadmin.demo'),
    journeys.site.signedIn('firmadmin.demo'),
  ]);
  const listening = page.waitForRequest(/\/live\?/);
  await page.goto(`${journeys.site.url}/firm/1000001`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await listening;
  const again = page.waitForRequest((request) => request.postData()?.includes('"FirmOverview"') ?? false);
  await other.data(
    `mutation { usageCodeAssign(input: { payer: "1000001", filter: { quarter: "${lastQuarter.word}" }, clientCode: "Seen",
      idempotencyKey: "dashboard elsewhere" }) { userErrors { message } } }`,
  );
  await again;
});

test('axe finds nothing in the kept views', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  const open = async () => {
    await goTo(page, firm, 'Transactions');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('dialog', { name: 'Views' }).getByRole('textbox').waitFor();
  };
  expect(await axeInBothThemes(page, open)).toEqual([]);
});
