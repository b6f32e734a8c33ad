import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, focusOn, goTo, heading, openJourneys, soon } from '../support/journeys';
import { listOf } from '../support/lists';
import { people } from '../support/roles';
import { plainSql } from '../support/sql';
import { addUses, keysByNumber } from '../support/usage';

const journeys = openJourneys();
const clerk = '2000005';
let sql: postgres.Sql;
beforeAll(async () => {
  sql = plainSql(journeys.site.db.superuserUrl);
  const key = await keysByNumber(sql);
  const mine = { payerId: key(clerk), accountId: key(clerk), chargeCents: 30 };
  await addUses(
    sql,
    ['2024-05-10', '2024-05-20', '2024-06-10'].map((day) => ({ ...mine, at: `${day} 18:00Z`, day })),
  );
});
afterAll(() => sql?.end());

const payers = async () =>
  (
    await sql`select coalesce(f.name, 'himself') as payer from uses u left join firms f using (payer_id)
      join accounts a using (account_id) where a.account_number = ${clerk} order by at`
  ).map(({ payer }) => payer);

test('a firm is created, a person linked with what he used, the interval corrected and taken back', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await goTo(page, '/operator/firms', 'Firms');
  await page.getByRole('link', { name: 'New firm' }).click();
  await heading(page, 'New firm').waitFor();
  await page.getByRole('textbox', { name: 'Name of the firm' }).fill('Ferrante & Sons');
  await page.getByRole('combobox', { name: 'Administrator' }).fill('attorney.demo');
  await page.getByRole('option', { name: 'Ada Quist (2000006, attorney.demo)' }).click();
  await page.getByRole('textbox', { name: 'Firm number' }).fill('1234567');
  await page.getByRole('button', { name: 'Create the firm' }).click();
  await page.getByText('Ferrante & Sons is created with the number 1234567.').waitFor();
  await heading(page, 'Ferrante & Sons').waitFor();
  expect(addressOf(page)).toBe('/operator/firms/1234567');
  await page.getByRole('link', { name: 'Ada Quist' }).waitFor();
  await page.getByText('Nobody is linked yet').waitFor();

  await page.getByRole('link', { name: 'Link an account' }).click();
  const link = page.getByRole('dialog', { name: 'Link an account' });
  const told = link.getByRole('region', { name: 'What would change hands' });
  await told.getByText('Choose the account and the first day to see it.').waitFor();
  await link.getByRole('combobox', { name: 'Account' }).fill(clerk);
  await page.getByRole('option', { name: /^Sam Okafor \(2000005/ }).click();
  await link.getByLabel('First day').fill('2024-05-15');
  await link.getByLabel('Last day (optional)').fill('2024-06-30');
  await link.getByRole('textbox', { name: 'Cost center' }).fill('Tax');
  await told.getByText('2 uses ($0.60) from Sam Okafor to Ferrante & Sons').waitFor();
  await link.getByRole('button', { name: 'Link the account' }).click();
  const asked = page.getByRole('dialog', { name: 'Uses will change hands' });
  await asked.getByText('With this, 2 uses ($0.60) get another payer').waitFor();
  await asked.getByRole('button', { name: 'Link it' }).click();
  await page.getByText('The account is linked. 2 uses changed hands.').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'Sam Okafor' });
  await row.getByText('From May 15, 2024 through Jun 30, 2024').waitFor();
  await row.getByText('Former').waitFor();
  expect(await payers()).toEqual(['himself', 'Ferrante & Sons', 'Ferrante & Sons']);

  await row.getByRole('link', { name: 'Correct the interval of Sam Okafor' }).click();
  const correct = page.getByRole('dialog', { name: 'Correct an interval' });
  await soon(() => correct.getByLabel('Last day (optional)').inputValue()).toBe('2024-06-30');
  await correct.getByLabel('First day').fill('2024-06-01');
  await correct.getByText('1 use ($0.30) from Ferrante & Sons to Sam Okafor').waitFor();
  await correct.getByRole('button', { name: 'Correct the interval' }).click();
  await asked.getByRole('button', { name: 'Correct it' }).click();
  await page.getByText('The interval is corrected. 1 use changed hands.').waitFor();
  await row.getByText('From Jun 1, 2024 through Jun 30, 2024').waitFor();
  expect(await payers()).toEqual(['himself', 'himself', 'Ferrante & Sons']);

  await page.getByRole('link', { name: 'Sam Okafor', exact: true }).click();
  await heading(page, 'Sam Okafor').waitFor();
  const pays = page.getByRole('region', { name: 'Who pays' });
  await pays.getByText('The holder himself').waitFor();
  await pays.getByText('From Jun 1, 2024 through Jun 30, 2024').waitFor();
  await pays.getByRole('link', { name: 'Ferrante & Sons' }).click();

  await row.getByRole('link', { name: 'Take back the interval of Sam Okafor' }).click();
  const remove = page.getByRole('dialog', { name: 'Take an interval back' });
  await remove.getByText('1 use ($0.30) from Ferrante & Sons to Sam Okafor').waitFor();
  await remove.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('The interval is taken back. 1 use changed hands.').waitFor();
  await page.getByText('Nobody is linked yet').waitFor();
  expect(await payers()).toEqual(['himself', 'himself', 'himself']);
});

describe('the forms', () => {
  test('of a firm says by field what is wrong, and nothing typed is lost', async () => {
    const { page } = await journeys.signedIn('operator.demo');
    await goTo(page, '/operator/firms/new', 'New firm');
    const told = page.getByRole('alert');
    await page.getByRole('textbox', { name: 'Firm number' }).fill('12');
    await page.getByRole('button', { name: 'Create the firm' }).click();
    await focusOn(told);
    expect(await told.getByRole('link').allTextContents()).toEqual([
      'Enter the name of the firm.',
      'Choose who administers the firm.',
      'A firm’s number has seven digits and does not begin with 0.',
    ]);
    await told.getByRole('link', { name: 'Choose who administers the firm.' }).click();
    await focusOn(page.getByRole('combobox', { name: 'Administrator' }));
    await page.getByRole('combobox', { name: 'Administrator' }).fill('quist');
    await page.getByRole('option', { name: /^Ada Quist/ }).click();
    await page.getByRole('textbox', { name: 'Name of the firm' }).fill('Quist LLP');
    await page.getByRole('textbox', { name: 'Firm number' }).fill('1000001');
    await page.getByRole('button', { name: 'Create the firm' }).click();
    await told.getByRole('link', { name: 'An account or a firm has this number already.' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Name of the firm' }).inputValue()).toBe('Quist LLP');
    expect(await page.getByRole('combobox', { name: 'Administrator' }).inputValue()).toContain('Ada Quist');
  });

  test('of an interval shows beforehand why it would be refused, and keeps what was typed', async () => {
    const { page } = await journeys.signedIn('operator.demo');
    await goTo(page, '/operator/firms/1000002/linkages/new', 'Lindqvist Law Group PC');
    const form = page.getByRole('dialog', { name: 'Link an account' });
    await form.getByRole('combobox', { name: 'Account' }).fill(people.attorney);
    await page.getByRole('option', { name: /^Ada Quist/ }).click();
    await form.getByLabel('First day').fill('2026-01-01');
    await form.getByText(/^It would be refused: Hawthorne & Reyes LLP answers for this account/).waitFor();
    await form.getByRole('textbox', { name: 'Remark' }).fill('Changes firms');
    await form.getByRole('button', { name: 'Link the account' }).click();
    await focusOn(form.getByRole('alert'));
    await form
      .getByRole('alert')
      .getByRole('link', { name: /^Hawthorne & Reyes LLP answers/ })
      .click();
    await focusOn(form.getByLabel('First day'));
    expect(await form.getByRole('textbox', { name: 'Remark' }).inputValue()).toBe('Changes firms');
    await page.keyboard.press('Escape');
    await page
      .getByRole('dialog', { name: 'Leave without saving?' })
      .getByRole('button', { name: 'Leave' })
      .click();
    await form.waitFor({ state: 'hidden' });
  });

  test('say so where the interval is gone', async () => {
    const { page } = await journeys.signedIn('operator.demo');
    await goTo(page, '/operator/firms/1000001/linkages/none/correct', 'Hawthorne & Reyes LLP');
    await page.getByRole('dialog').getByText('There is no such interval').waitFor();
  });
});

test('an interval is ended with the keyboard alone', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await goTo(page, '/operator/firms/1000002', 'Lindqvist Law Group PC');
  const correct = page.getByRole('link', { name: /^Correct the interval of/ }).first();
  await correct.focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Correct an interval' });
  const last = form.getByLabel('Last day (optional)');
  await last.waitFor();
  while ((await form.getByLabel('First day').and(page.locator(':focus')).count()) === 0)
    await page.keyboard.press('Tab');
  while ((await last.and(page.locator(':focus')).count()) === 0) await page.keyboard.press('Tab');
  await page.keyboard.type('12312027');
  await soon(() => last.inputValue()).toBe('2027-12-31');
  const send = form.getByRole('button', { name: 'Correct the interval' });
  while ((await send.and(page.locator(':focus')).count()) === 0) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('The interval is corrected.').waitFor();
  await focusOn(correct);
});

test('the list of people keeps its search, filter and order in the address, and is saved as it is shown', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await goTo(page, '/operator/firms/1000001', 'Hawthorne & Reyes LLP');
  const list = listOf(page, 'People');
  await list.filters.getByRole('combobox', { name: 'Current or former' }).selectOption('Current people');
  await list.search.fill('quist');
  await soon(list.names).toEqual(['Ada Quist']);
  expect(addressOf(page)).toBe('/operator/firms/1000001?show=current&search=quist');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('people-of-1000001.csv');
});
