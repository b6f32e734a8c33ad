import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeInBothThemes } from '../support/browser';
import { goTo, openJourneys } from '../support/journeys';
import { accountMenu } from '../support/people';
import { openSitePage, pagesOpenTo, type Subjects } from '../support/site-pages';
import { findSubjects } from '../support/subjects';

const journeys = openJourneys();
let subjects: Subjects;
beforeAll(async () => {
  subjects = await findSubjects(journeys.site);
});

let page: Page;
beforeAll(async () => {
  ({ page } = await journeys.signedIn('operator.demo', { reducedMotion: 'reduce', stays: true }));
});

test.each(pagesOpenTo('operator.demo'))(
  'axe finds nothing on what is open to operators: %s',
  async (name) => {
    expect(await axeInBothThemes(page, () => openSitePage(page, name, subjects))).toEqual([]);
  },
);

describe('axe finds nothing on what opens over a page', () => {
  const over: Record<string, (page: Page) => Promise<void>> = {
    'the palette': async (page) => {
      await page.getByRole('button', { name: 'Search pages and courts' }).click();
      await page.getByRole('dialog').getByLabel('Search pages and courts').fill('missouri');
      await page.getByRole('option', { name: 'Missouri Western District Court' }).waitFor();
    },
    'the menu of colors': async (page) => {
      await page.getByRole('button', { name: 'Colors' }).click();
      await page.getByRole('menu').waitFor();
    },
    'the menu of one’s account': async (page) => {
      await accountMenu(page, 'Olive Prater').click();
      await page.getByRole('menu').waitFor();
    },
    'a filter': async (page) => {
      await page.getByRole('button', { name: 'State' }).click();
      await page.getByRole('dialog', { name: 'State' }).waitFor();
    },
    'the choice of columns': async (page) => {
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('dialog', { name: 'Columns' }).waitFor();
    },
  };
  test.each(Object.entries(over))('%s', async (_name, open) => {
    const found = await axeInBothThemes(page, async () => {
      await goTo(page, '/courts?search=missouri', 'Courts');
      await open(page);
    });
    expect(found).toEqual([]);
  });

  test('a form that was refused', async () => {
    const found = await axeInBothThemes(page, async () => {
      await openSitePage(page, 'operatorRoleGive', subjects);
      await page.getByRole('button', { name: 'Give the role' }).click();
      await page.getByRole('alert').waitFor();
    });
    expect(found).toEqual([]);
  });
});
