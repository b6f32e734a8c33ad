import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, focusOn, goTo, heading, openJourneys, soon } from '../support/journeys';
import { listOf } from '../support/lists';
import { givenRole } from '../support/roles';
import { startTestJobs } from '../support/test-jobs';

const journeys = openJourneys();
let stopJobs: () => Promise<void>;
beforeAll(async () => {
  stopJobs = await startTestJobs(journeys.site);
});
afterAll(() => stopJobs?.());

/** A day as a date field takes it. */
const day = (inDays: number) => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);

test('a role is given with an end and a remark, counts from the next page, is told by mail, and is ended', async () => {
  const operator = await journeys.signedIn('operator.demo');
  const person = await journeys.signedIn('attorney.demo');
  const { page } = operator;
  const personAreas = person.page.getByRole('navigation', { name: 'Main' });
  const theArea = personAreas.getByRole('list', { name: 'Clerk' });
  await goTo(person.page, '/account', 'My account');
  expect(await theArea.count()).toBe(0);

  await goTo(page, '/operator/accounts', 'Accounts');
  await listOf(page, 'Accounts').search.fill('quist');
  await page.getByRole('link', { name: 'Ada Quist' }).click();
  await heading(page, 'Ada Quist').waitFor();
  await page.getByRole('link', { name: 'Give a role' }).click();
  const form = page.getByRole('dialog', { name: 'Give a role' });
  await form.getByRole('combobox', { name: 'Role', exact: true }).selectOption('Clerk');
  await form.getByRole('combobox', { name: 'Court' }).fill('mowb');
  await page.getByRole('option', { name: 'Missouri Western Bankruptcy Court (mowb)' }).click();
  await form.getByLabel('Until (optional)').fill(day(40));
  await form.getByRole('textbox', { name: 'Remark' }).fill('Covers for Sam Okafor');
  await form.getByRole('button', { name: 'Give the role' }).click();
  await page.getByText('Ada Quist now has the role Clerk.').waitFor();
  expect(addressOf(page)).toBe('/operator/accounts/2000006');
  const given = page.getByRole('row').filter({ hasText: 'Covers for Sam Okafor' });
  await given.getByRole('link', { name: 'Missouri Western Bankruptcy Court' }).waitFor();

  await personAreas.getByRole('link', { name: 'All courts' }).click();
  await heading(person.page, 'Courts').waitFor();
  await theArea.getByRole('link', { name: 'Missouri Western Bankruptcy Court' }).click();
  await person.page.getByRole('table', { name: 'Clerks of this court' }).waitFor();

  await soon(async () => {
    await goTo(page, '/outbox', 'Outbox');
    return page.getByRole('list', { name: 'Mail' }).getByRole('link').allTextContents();
  }).toEqual([expect.stringContaining('You are now clerk at Countersign')]);
  await page.getByRole('link', { name: 'You are now clerk at Countersign' }).click();
  const mail = page.getByRole('article');
  await mail.getByText('for Missouri Western Bankruptcy Court').waitFor();
  expect(await mail.textContent()).toContain('ada.quist@hawthornereyes.test');

  await goTo(page, '/operator/accounts/2000006', 'Ada Quist');
  await given.getByRole('link', { name: 'End the role Clerk' }).click();
  const end = page.getByRole('dialog', { name: 'End a role' });
  await end.getByText('Ada Quist is no longer Clerk for Missouri Western Bankruptcy Court').waitFor();
  await end.getByRole('button', { name: 'End the role' }).click();
  await page.getByText('The role is ended.').waitFor();
  await given.waitFor({ state: 'hidden' });

  await personAreas.getByRole('link', { name: 'My account' }).click();
  await heading(person.page, 'My account').waitFor();
  await theArea.waitFor({ state: 'hidden' });
});

describe('the form', () => {
  test('says all that is wrong in one place, and keeps what was typed', async () => {
    const { page } = await journeys.signedIn('operator.demo');
    await goTo(page, '/operator/accounts/2000007/roles/new', 'Leo Marsh');
    const form = page.getByRole('dialog', { name: 'Give a role' });
    const told = form.getByRole('alert');
    const remark = form.getByRole('textbox', { name: 'Remark' });
    await remark.fill('Helps out');
    await form.getByRole('button', { name: 'Give the role' }).click();
    await focusOn(told);
    await told.getByRole('link', { name: 'Choose a role.' }).click();
    await focusOn(form.getByRole('combobox', { name: 'Role', exact: true }));

    await form.getByRole('combobox', { name: 'Role', exact: true }).selectOption('Firm administrator');
    await form.getByRole('textbox', { name: 'Firm number' }).fill('1000001');
    await form.getByLabel('Until (optional)').fill(day(-2));
    await form.getByRole('button', { name: 'Give the role' }).click();
    await focusOn(told);
    await told.getByRole('link', { name: 'The until-date must be in the future.' }).click();
    await focusOn(form.getByLabel('Until (optional)'));
    expect(await remark.inputValue()).toBe('Helps out');
    expect(await form.getByRole('textbox', { name: 'Firm number' }).inputValue()).toBe('1000001');
  });

  test('asks before it forgets what was typed', async () => {
    const { page } = await journeys.signedIn('operator.demo');
    await goTo(page, '/operator/accounts/2000007/roles/new', 'Leo Marsh');
    const remark = page.getByRole('textbox', { name: 'Remark' });
    await remark.fill('Helps out');
    const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await asked.getByRole('button', { name: 'Stay here' }).click();
    expect(await remark.inputValue()).toBe('Helps out');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await asked.getByRole('button', { name: 'Leave' }).click();
    await remark.waitFor({ state: 'hidden' });
    expect(addressOf(page)).toBe('/operator/accounts/2000007');
  });
});

test('nobody gives himself a role, and the button says why', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  await goTo(page, '/operator/accounts/2000001', 'Olive Prater');
  const why = 'Nobody gives a role to himself: ask another operator.';
  const give = page.getByRole('button', { name: 'Give a role', description: why });
  expect(await give.getAttribute('aria-disabled')).toBe('true');
  await give.focus();
  await page.getByRole('tooltip').getByText(why).waitFor();
  await give.press('Enter');
  expect(addressOf(page)).toBe('/operator/accounts/2000001');
  await page.getByRole('button', { name: 'End the role Operator', disabled: true }).waitFor();
});

test('the last operator keeps the role, and one reads why', async () => {
  const first = await journeys.site.signedIn('operator.demo');
  const until = new Date(Date.now() + 86_400_000).toISOString();
  await givenRole(first, { account: '2000007', role: 'OPERATOR', until });
  const { page } = await journeys.signedIn('legacy.demo');
  await goTo(page, '/operator/accounts/2000001', 'Olive Prater');
  await page.getByRole('link', { name: 'End the role Operator' }).click();
  const end = page.getByRole('dialog', { name: 'End a role' });
  await end.getByRole('button', { name: 'End the role' }).click();
  const told = end.getByRole('alert');
  await focusOn(told);
  expect(await told.textContent()).toContain(
    'This is the last operator without an until-date: give the role to another person first.',
  );
});

test('the list of roles keeps its filters in the address', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  const list = listOf(page, 'Roles');
  await goTo(page, '/operator/roles', 'Roles');
  await list.choose('Role', 'Clerk');
  await soon(async () => (await list.names()).sort()).toEqual(['Casey Doyle', 'Sam Okafor']);
  await list.filters.getByRole('combobox', { name: 'Court' }).fill('mowb');
  await page.getByRole('option', { name: 'Missouri Western Bankruptcy Court (mowb)' }).click();
  await soon(list.names).toEqual(['Sam Okafor']);
  expect(addressOf(page)).toBe('/operator/roles?role=CLERK&court=mowb');
  await page.reload();
  await soon(list.names).toEqual(['Sam Okafor']);
  await list.filters.getByRole('combobox', { name: 'In force or ended' }).selectOption('Ended');
  await soon(() => addressOf(page)).toBe('/operator/roles?role=CLERK&court=mowb&show=ended');
});
