import { demonstrationPassword } from '@countersign/server/demonstration/people';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addressOf, focusOn, goTo, heading, openJourneys } from '../support/journeys';

const journeys = openJourneys();

/** Presses Tab until something has the focus, as somebody without a mouse does. */
async function tabTo(
  page: Page,
  name: string | RegExp,
  role: 'link' | 'button' | 'textbox' | 'combobox',
): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    if ((await target.count()) > 0) return;
  }
  throw new Error(`Tab never came to the ${role} ${name}.`);
}

interface Shown {
  readonly what: string;
  readonly outline: string;
  readonly covered: boolean;
}

/** What has the focus, the outline that shows it (a row's link has it round the whole row), and whether the header covers it. */
const shown = `(() => {
  const element = document.activeElement;
  const header = document.querySelector('header');
  const styles = [getComputedStyle(element), getComputedStyle(element, '::after')];
  const { outlineStyle, outlineWidth } = styles.find((style) => style.outlineStyle !== 'none') ?? styles[0];
  const below = header.getBoundingClientRect().bottom;
  return {
    what: element.tagName + ' ' + (element.ariaLabel ?? element.textContent),
    outline: outlineStyle + ' ' + outlineWidth,
    covered: !header.contains(element) && element.getBoundingClientRect().bottom <= below,
  };
})()`;

test('the first key leads past the menus', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/courts', 'Courts');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the main content' });
  await focusOn(skip);
  await page.keyboard.press('Enter');
  await focusOn(page.getByRole('main'));
  await page.keyboard.press('Tab');
  await focusOn(page.getByRole('searchbox', { name: 'Search courts' }));
});

test('a court is found and opened from the palette, and its heading takes the focus', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/', 'One account for every court');
  await page.keyboard.press('Control+K');
  const field = page.getByRole('dialog').getByLabel('Search pages and courts');
  await focusOn(field);
  await page.keyboard.type('mowb');
  const found = page.getByRole('option', { name: 'Missouri Western Bankruptcy Court' });
  await found.and(page.getByRole('option', { selected: true })).waitFor();
  await page.keyboard.press('Enter');
  const title = heading(page, 'Missouri Western Bankruptcy Court');
  await focusOn(title);
  await page.getByRole('status').filter({ hasText: 'Missouri Western Bankruptcy Court' }).waitFor();
  expect(await page.title()).toBe('Missouri Western Bankruptcy Court · Countersign');
});

test('the palette closes with Escape, and the focus is where it was', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/help', 'Help');
  await tabTo(page, 'Search pages and courts', 'button');
  await page.keyboard.press('Enter');
  await focusOn(page.getByRole('dialog').getByLabel('Search pages and courts'));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await focusOn(page.getByRole('button', { name: 'Search pages and courts' }));
});

test('an operator signs in and gives a role without a mouse', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/', 'One account for every court');
  await tabTo(page, 'Sign in', 'link');
  await page.keyboard.press('Enter');
  await focusOn(heading(page, 'Sign in'));
  await tabTo(page, 'Username', 'textbox');
  await page.keyboard.type('operator.demo');
  await tabTo(page, 'Password', 'textbox');
  await page.keyboard.type(demonstrationPassword);
  await page.keyboard.press('Enter');
  await focusOn(heading(page, 'Welcome, Olive Prater'));

  await page.keyboard.press('Control+K');
  await focusOn(page.getByRole('dialog').getByLabel('Search pages and courts'));
  await page.keyboard.type('ada quist');
  await page.getByRole('option', { name: 'Ada Quist', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await focusOn(heading(page, 'Ada Quist'));

  await tabTo(page, 'Give a role', 'link');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Give a role' });
  await focusOn(form.getByRole('combobox', { name: 'Role', exact: true }));
  await page.keyboard.type('Clerk');
  await tabTo(page, 'Court', 'combobox');
  await page.keyboard.type('mowd');
  await page.getByRole('option', { name: 'Missouri Western District Court (mowd)' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Remark/, 'textbox');
  await page.keyboard.type('By keyboard');
  await tabTo(page, 'Give the role', 'button');
  await page.keyboard.press('Enter');
  await page.getByText('Ada Quist now has the role Clerk.').waitFor();
  await page.getByRole('row').filter({ hasText: 'By keyboard' }).waitFor();
  await focusOn(page.getByRole('link', { name: 'Give a role' }));
});

test('Escape closes a form over a page, and the focus returns to what opened it', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await goTo(page, '/operator/accounts/2000007', 'Leo Marsh');
  await tabTo(page, 'Give a role', 'link');
  await page.keyboard.press('Enter');
  await focusOn(page.getByRole('dialog').getByRole('combobox', { name: 'Role', exact: true }));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await focusOn(page.getByRole('link', { name: 'Give a role' }));
  expect(addressOf(page)).toBe('/operator/accounts/2000007');
});

test('each change of page moves the focus to the heading and is read out', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await goTo(page, '/operator/accounts', 'Accounts');
  for (const [link, title] of [
    ['Roles', 'Roles'],
    ['Firms', 'Firms'],
    ['All courts', 'Courts'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link }).focus();
    await page.keyboard.press('Enter');
    await focusOn(heading(page, title));
    await page
      .getByRole('status')
      .and(page.getByText(title, { exact: true }))
      .waitFor({ state: 'attached' });
    expect(await page.title()).toBe(`${title} · Countersign`);
  }
});

test('whatever has the focus shows it and is not covered', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await goTo(page, '/operator/accounts', 'Accounts');
  await page.keyboard.press('Tab');
  const reached: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const { what, outline, covered } = await page.evaluate<Shown>(shown);
    if (what.startsWith('BODY')) break;
    expect(`${what}: ${outline}, ${covered ? 'covered' : 'free'}`).toBe(`${what}: solid 3px, free`);
    reached.push(what);
  }
  expect(reached).toEqual(
    expect.arrayContaining(['A Roles', 'BUTTON User type', 'INPUT Search accounts', 'A Ada Quist']),
  );
});
