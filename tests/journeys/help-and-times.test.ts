import { beforeAll, expect, test } from 'vitest';
import { openJourneys } from '../support/journeys';
import { openSitePage, pagesOpenTo, type Subjects } from '../support/site-pages';
import { findSubjects } from '../support/subjects';

const journeys = openJourneys();
let subjects: Subjects;
beforeAll(async () => {
  subjects = await findSubjects(journeys.site);
});

test('help is in the same place on each page (WCAG 3.2.6)', async () => {
  const { page } = await journeys.signedIn('operator.demo');
  const places = new Set<string>();
  for (const name of pagesOpenTo('operator.demo').filter((one) => one !== 'explorer')) {
    await openSitePage(page, name, subjects);
    const help = page
      .getByRole('banner', { includeHidden: true })
      .getByRole('link', { name: 'Help', includeHidden: true });
    places.add(JSON.stringify(await help.boundingBox()));
  }
  expect(places.size).toBe(1);
});

test('an instant is told in the reader’s own zone, and in UTC beside it', async () => {
  const { page } = await journeys.signedIn('operator.demo', { timezoneId: 'Pacific/Honolulu' });
  await openSitePage(page, 'account', subjects);
  const signedIn = page.getByRole('region', { name: 'This session' }).getByRole('time').first();
  const at = new Date((await signedIn.getAttribute('datetime')) ?? '');
  const honolulu = at.toLocaleString('en-US', {
    timeZone: 'Pacific/Honolulu',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const plain = (text: string | null) => text?.replace(/\s/g, ' ');
  expect(plain(await signedIn.textContent())).toBe(plain(honolulu));
  expect(await signedIn.getAttribute('title')).toMatch(/UTC$/);
});
