import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeInBothThemes } from '../support/browser';
import { focusOn, goTo, openJourneys, soon } from '../support/journeys';
import { listOf } from '../support/lists';
import { lastQuarter, openSiteWithUses } from '../support/transactions';

const journeys = openJourneys(openSiteWithUses);
const firm = '/firm/1000001/transactions';
const uncoded = `${firm}?quarter=${lastQuarter.word}&client=`;
const ofZoo = `${firm}?client=Zoo`;

const form = (page: Page) => page.getByRole('dialog', { name: 'Give a client code' });
const codeOf = (page: Page) => form(page).getByRole('textbox', { name: 'Client code' });

async function countOf(page: Page, address: string): Promise<string> {
  await goTo(page, address, 'Transactions');
  await page.getByText('Loading…').waitFor({ state: 'detached' });
  return (await listOf(page, 'Transactions').count()) ?? '';
}

describe('an administrator gives a code', () => {
  test('to two transactions, and takes it back', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const list = listOf(page, 'Transactions');
    const before = await countOf(page, uncoded);
    await list.table.getByRole('checkbox', { name: 'Choose row 1', exact: true }).check();
    await list.table.getByRole('checkbox', { name: 'Choose row 3', exact: true }).check();
    await soon(list.count).toBe(`${before}, 2 chosen`);
    await page.getByRole('button', { name: 'Give a client code' }).click();
    await focusOn(codeOf(page));
    await codeOf(page).fill('two words');
    expect(await form(page).getByRole('button', { name: 'Give the code' }).isDisabled()).toBe(true);
    await codeOf(page).fill('Zoo');
    await form(page).getByText('2 transactions of').waitFor();
    await form(page)
      .getByRole('row', { name: /^No client code 2/ })
      .waitFor();
    await form(page).getByRole('button', { name: 'Give the code' }).click();
    await page.getByText('2 transactions now have the code Zoo.').waitFor();
    await form(page).waitFor({ state: 'hidden' });
    await soon(list.count).not.toContain('chosen');
    expect(await list.count()).not.toBe(before);

    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Undone: 2 transactions got back what they had.').waitFor();
    await soon(list.count).toBe(before);
  });

  test('to all that match the filter, and takes it back from the list of changes', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const before = await countOf(page, uncoded);
    const zoo = await countOf(page, ofZoo);
    await goTo(page, uncoded, 'Transactions');
    await page.getByRole('button', { name: 'Give a client code' }).click();
    await codeOf(page).fill('Zoo');
    const all = Number.parseInt(before, 10);
    await form(page).getByText(`${all} transactions of`).waitFor();
    await form(page).getByRole('button', { name: 'Give the code' }).click();
    await page.getByText(`${all} transactions now have the code Zoo.`).waitFor();
    await page.getByText('No transaction matches').waitFor();
    expect(await countOf(page, ofZoo)).not.toBe(zoo);

    await page.getByRole('link', { name: 'Changes of client codes' }).click();
    const change = page
      .getByRole('row')
      .filter({ hasText: `Quarter: ${lastQuarter.label}; Client code: No client code` });
    await change.getByRole('button', { name: /^Undo change/ }).click();
    await change.getByText(`Undone: ${all} transactions got back what they had.`).waitFor();
    await change.getByRole('link').click();
    await soon(listOf(page, 'Transactions').count).toBe(before);
    expect(await countOf(page, ofZoo)).toBe(zoo);
  });

  test('without a mouse to the one that is open, and sees what it came with', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    await goTo(page, ofZoo, 'Transactions');
    await page.getByRole('rowheader').getByRole('link').focus();
    await page.keyboard.press('Enter');
    const use = page.getByRole('dialog').filter({ hasText: 'on this page' });
    await use.getByRole('button', { name: 'Give another' }).focus();
    await page.keyboard.press('Enter');
    await focusOn(codeOf(page));
    await page.keyboard.type('Aquarium');
    await form(page).getByText('1 transaction of $0.60').waitFor();
    await soon(() => form(page).getByRole('button', { name: 'Give the code' }).isEnabled()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('1 transaction now has the code Aquarium.').waitFor();
    await page.getByRole('dialog').getByText('Given with the use: Zoo').waitFor();
  });
});

test('who only sees what he used himself is not offered it', async () => {
  const { page } = await journeys.signedIn('mover.demo');
  await goTo(page, '/account/usage/transactions', 'My transactions');
  await soon(listOf(page, 'Transactions').count).toBe('3 transactions · $1.20 charged');
  expect(await page.getByRole('button', { name: 'Give a client code' }).count()).toBe(0);
  expect(await page.getByRole('checkbox').count()).toBe(0);
  await page.getByRole('combobox', { name: 'Who paid' }).selectOption('Paid by myself');
  await page.getByRole('button', { name: 'Give a client code' }).waitFor();
});

test('axe finds nothing in the form', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  const open = async () => {
    await goTo(page, ofZoo, 'Transactions');
    await page.getByRole('button', { name: 'Give a client code' }).click();
    await codeOf(page).fill('Zoological');
    await form(page).getByText('would change').waitFor();
  };
  expect(await axeInBothThemes(page, open)).toEqual([]);
});
