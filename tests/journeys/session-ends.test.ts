import { expect, test } from 'vitest';
import { goTo, heading, openJourneys } from '../support/journeys';
import { listOf } from '../support/lists';
import { signInAs } from '../support/people';

const journeys = openJourneys();
const minute = 60;

test('one is told of a session that ended, signs in over the page and loses nothing', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await goTo(page, '/operator/accounts/2000006/roles/new', 'Ada Quist');
  const remark = page.getByRole('textbox', { name: 'Remark' });
  await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption('Operator');
  await remark.fill('Stands in over the holidays');

  journeys.site.clock.advance(31 * minute);
  await page.getByRole('button', { name: 'Give the role' }).click();
  const ended = page.getByRole('dialog', { name: 'Your session has ended' });
  await ended.waitFor();
  await signInAs(page, 'operator.demo');
  await ended.waitFor({ state: 'hidden' });
  expect(await remark.inputValue()).toBe('Stands in over the holidays');
  await page.getByRole('button', { name: 'Give the role' }).click();
  await page.getByText('Ada Quist now has the role Operator.').waitFor();
});

test('somebody else who signs in there does not see the page that was open', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await goTo(page, '/operator/accounts', 'Accounts');
  journeys.site.clock.advance(31 * minute);
  await listOf(page, 'Accounts').search.fill('ada');
  await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
  await signInAs(page, 'clerk.mowd');
  await heading(page, 'Welcome, Casey Doyle').waitFor();
  expect(await page.getByText('Olive Prater').count()).toBe(0);
});

test('two minutes before a session ends one is asked, and staying keeps it', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await page.clock.install();
  await goTo(page, '/operator/accounts', 'Accounts');
  await page.clock.fastForward('27:30');
  const asked = page.getByRole('dialog', { name: 'Are you still there?' });
  expect(await asked.count()).toBe(0);
  await page.clock.fastForward('00:40');
  await asked.waitFor();
  expect(await asked.getByRole('timer').textContent()).toMatch(/^1:\d\d$/);
  await asked.getByRole('button', { name: 'Stay signed in' }).click();
  await asked.waitFor({ state: 'hidden' });
  expect(await heading(page, 'Accounts').isVisible()).toBe(true);
});
