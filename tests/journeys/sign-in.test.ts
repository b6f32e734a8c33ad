import { describe, expect, test } from 'vitest';
import { addressOf, focusOn, goTo, heading, openJourneys, soon } from '../support/journeys';
import { accountMenu, askInPage, signInAs } from '../support/people';

const journeys = openJourneys();

test('a wrong password is told in place, and the username stays', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/sign-in', 'Sign in');
  await signInAs(page, 'operator.demo', 'not the password');
  const told = page.getByRole('alert');
  await focusOn(told);
  expect(await told.textContent()).toContain('This username and password do not fit together.');
  expect(await page.getByRole('textbox', { name: 'Username' }).inputValue()).toBe('operator.demo');
  await signInAs(page, 'operator.demo');
  await heading(page, 'Welcome, Olive Prater').waitFor();
});

test('what is left out is told before anything is sent, with a way to each field', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/sign-in', 'Sign in');
  await signInAs(page, '', '');
  const told = page.getByRole('alert');
  await focusOn(told);
  await told.getByRole('link', { name: 'Enter your password.' }).click();
  await focusOn(page.getByRole('textbox', { name: 'Password' }));
});

test('a right password leads to the page one came from', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/courts?search=missouri', 'Courts');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await heading(page, 'Sign in').waitFor();
  expect(addressOf(page)).toBe('/sign-in?next=/courts?search=missouri');
  await signInAs(page, 'attorney.demo');
  await heading(page, 'Courts').waitFor();
  expect(addressOf(page)).toBe('/courts?search=missouri');
  await accountMenu(page, 'Ada Quist').waitFor();
});

test.each(['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example'])(
  'signing in never leads off the site to %s',
  async (next) => {
    const { page } = await journeys.visitor();
    await goTo(page, `/sign-in?next=${encodeURIComponent(next)}`, 'Sign in');
    await signInAs(page, 'attorney.demo');
    await heading(page, 'Welcome, Ada Quist').waitFor();
    expect(new URL(page.url()).origin).toBe(journeys.site.url);
  },
);

test('after too many attempts one sees how long to wait', async () => {
  const { page } = await journeys.visitor({ extraHTTPHeaders: { 'x-forwarded-for': '198.51.100.9' } });
  const guesser = journeys.site.visitor('198.51.100.9');
  for (let i = 0; i < 5; i += 1) await guesser.signIn('legacy.demo', 'not the password');
  await goTo(page, '/sign-in', 'Sign in');
  await signInAs(page, 'legacy.demo');
  const told = page.getByRole('alert');
  await told.getByText('Too many attempts', { exact: true }).waitFor();
  const left = () => told.getByRole('timer').textContent();
  const before = await left();
  expect(before).toMatch(/^1[45]:\d\d$/);
  await soon(left).not.toBe(before);
  expect(await page.getByRole('button', { name: 'Sign in', exact: true }).isDisabled()).toBe(true);
});

describe('signing out', () => {
  test('ends the session on the server too', async () => {
    const { page, context } = await journeys.signedIn('attorney.demo');
    await goTo(page, '/account', 'My account');
    const cookies = await context.cookies();
    await accountMenu(page, 'Ada Quist').click();
    await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
    await heading(page, 'One account for every court').waitFor();
    await page.getByText('You are signed out.').waitFor();

    await context.addCookies(cookies);
    await goTo(page, '/account', 'Sign in to go on');
  });

  test('everywhere ends it in the other browser, whose open page says so', async () => {
    const here = await journeys.signedIn('legacy.demo');
    const there = await journeys.signedIn('legacy.demo');
    await goTo(there.page, '/account', 'My account');
    await goTo(here.page, '/account', 'My account');
    await here.page.getByRole('main').getByRole('button', { name: 'Sign out everywhere' }).click();
    await here.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await here.page.getByText('You are signed out in 2 places.').waitFor();

    await there.page.reload();
    await heading(there.page, 'Sign in to go on').waitFor();
    const { data } = await askInPage<{ data: unknown }>(there.page, '{ viewer { account { id } } }');
    expect(data).toEqual({ viewer: { account: null } });
  });
});
