import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goTo, openJourneys, soon } from '../support/journeys';
import { watchGround, watchShifts } from '../support/painting';

const journeys = openJourneys();

const white = 'rgb(255, 255, 255)';
const night = 'rgb(19, 27, 40)';
const ground = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');

async function chooseColors(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Colors' }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await page.getByRole('menu').waitFor({ state: 'hidden' });
}

test.each([
  { device: 'light', choice: 'Dark', color: night },
  { device: 'dark', choice: 'Light', color: white },
] as const)('on a $device device $choice is kept, and no other color shows on the way', async (colors) => {
  const { page } = await journeys.visitor({ colorScheme: colors.device });
  await goTo(page, '/help', 'Help');
  await chooseColors(page, colors.choice);
  await soon(() => ground(page)).toBe(colors.color);
  const grounds = await watchGround(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Help', level: 1 }).waitFor();
  expect(await grounds()).toEqual([colors.color]);
});

test('without a choice the page follows the device, and can be made to again', async () => {
  const { page } = await journeys.visitor({ colorScheme: 'dark' });
  const grounds = await watchGround(page);
  await goTo(page, '/help', 'Help');
  expect(await grounds()).toEqual([night]);
  await page.emulateMedia({ colorScheme: 'light' });
  await soon(() => ground(page)).toBe(white);
  await chooseColors(page, 'Dark');
  await soon(() => ground(page)).toBe(night);
  await chooseColors(page, 'As on this device');
  await soon(() => ground(page)).toBe(white);
});

test('a dark page is black on white on paper', async () => {
  const { page } = await journeys.visitor({ colorScheme: 'dark' });
  await goTo(page, '/courts/mowb', 'Missouri Western Bankruptcy Court');
  await page.emulateMedia({ media: 'print' });
  await soon(() => ground(page)).toBe(white);
  expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe('rgb(0, 0, 0)');
});

describe('nothing moves while a list arrives', () => {
  test.each([
    ['/courts', 'Courts'],
    ['/courts?type=BANKRUPTCY&search=missouri', 'Courts'],
    ['/operator/accounts', 'Accounts'],
    ['/operator/roles', 'Roles'],
    ['/operator/firms', 'Firms'],
    ['/outbox', 'Outbox'],
  ])('%s', async (address, title) => {
    const { page } = await journeys.signedIn('operator.demo');
    const shifts = await watchShifts(page);
    await goTo(page, address, title);
    await page.waitForLoadState('networkidle');
    expect(await shifts()).toBeLessThanOrEqual(0.02);
  });
});
