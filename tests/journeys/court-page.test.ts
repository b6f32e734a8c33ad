import { expect, test } from 'vitest';
import { goTo, heading, openJourneys, soon } from '../support/journeys';

const journeys = openJourneys();

test('the bankruptcy court of Western Missouri says where to sign in and whom to call', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/courts/mowb', 'Missouri Western Bankruptcy Court');
  const section = (name: string) => page.getByRole('region', { name, exact: true });
  const signIn = section('How to sign in');
  expect(await signIn.getByRole('link', { name: 'https://ecf.mowb.uscourts.gov' }).getAttribute('href')).toBe(
    'https://ecf.mowb.uscourts.gov',
  );
  expect(await signIn.textContent()).toContain('NextGen court since July 9, 2018');
  expect(await signIn.getByRole('link', { name: '800-466-9302' }).getAttribute('href')).toBe(
    'tel:+18004669302',
  );

  const admissions = section('Whom to ask')
    .getByRole('definition')
    .filter({ hasText: '816-512-1849' })
    .first();
  expect(await admissions.isVisible()).toBe(true);
  expect(await section('Whom to ask').textContent()).toMatch(/Attorney admissions.*816-512-1849/);
  expect(await section('Office').textContent()).toContain('400 East 9th Street, Room 1510, Kansas City');

  const questions = section('Questions and answers');
  const answer = questions.getByText('“E-File Registration Only”');
  expect(await answer.isVisible()).toBe(false);
  await questions.getByText('How does an attorney register to e-file?').click();
  await answer.waitFor();
});

test('a court whose day of changing over is not on record says that', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/courts/ca8', 'U.S. Court of Appeals, Eighth Circuit');
  expect(await page.getByRole('region', { name: 'How to sign in' }).textContent()).toContain(
    'NextGen court; date not on record',
  );
});

test('a court that does not exist is not found, and there is a way on', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/courts/xyzd', 'Page not found');
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await heading(page, 'One account for every court').waitFor();
});

test('on paper the court stands without the site around it, and every answer is open', async () => {
  const { page } = await journeys.visitor();
  await goTo(page, '/courts/mowb', 'Missouri Western Bankruptcy Court');
  const closed = () => page.evaluate<number>('document.querySelectorAll("details:not([open])").length');
  expect(await closed()).toBe(6);
  await page.evaluate(`addEventListener('beforeprint', () => {
    window.closedOnPaper = document.querySelectorAll('details:not([open])').length;
  })`);
  await page.pdf();
  expect(await page.evaluate('window.closedOnPaper')).toBe(0);
  await soon(closed).toBe(6);

  await page.emulateMedia({ media: 'print' });
  const around = [
    page.getByRole('banner'),
    page.getByRole('navigation', { name: 'Main' }),
    page.getByRole('button', { name: 'Print' }),
    page.getByRole('link', { name: 'All courts' }),
  ];
  for (const part of around) await soon(() => part.isVisible()).toBe(false);
  expect(await page.getByRole('link', { name: '816-512-1849' }).first().isVisible()).toBe(true);
});
