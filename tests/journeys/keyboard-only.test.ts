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

const outline = `(() => {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
  return { outlineStyle, width: Number.parseFloat(outlineWidth), outlineColor };
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

test('whatever has the focus shows it', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await goTo(page, '/operator/accounts', 'Accounts');
  const seen = new Set<string>();
  for (let i = 0; i < 35; i += 1) {
    await page.keyboard.press('Tab');
    const shown = await page.evaluate<{ outlineStyle: string; width: number }>(outline);
    expect(shown).toMatchObject({ outlineStyle: 'solid' });
    expect(shown.width).toBeGreaterThanOrEqual(2);
    seen.add(await page.evaluate<string>('document.activeElement.tagName'));
    const covered = await page.evaluate<boolean>(`(() => {
      const { top } = document.activeElement.getBoundingClientRect();
      const header = document.querySelector('header');
      return !header.contains(document.activeElement) && top < header.getBoundingClientRect().bottom - 1 &&
        getComputedStyle(document.activeElement).position !== 'absolute';
    })()`);
    expect(covered).toBe(false);
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining(['A', 'BUTTON', 'INPUT']));
});
