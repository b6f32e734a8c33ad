import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/browser';
import { goTo, openJourneys, soon } from '../support/journeys';
import { accountMenu } from '../support/people';
import { openSitePage, pagesOpenTo, persons, type Subjects } from '../support/site-pages';
import { findSubjects } from '../support/subjects';

const journeys = openJourneys();
let subjects: Subjects;
beforeAll(async () => {
  subjects = await findSubjects(journeys.site);
});

/** What axe finds on a page in light and in dark. */
async function inBothThemes(page: Page, reopen?: () => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await reopen?.();
    await soon(() => page.evaluate('document.documentElement.dataset.mantineColorScheme')).toBe(colorScheme);
    found.push(...(await axeViolations(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

describe.each(persons)('axe finds nothing on what is open to %s', (person) => {
  test.each(pagesOpenTo(person))('%s', async (name) => {
    const { page } = person === 'visitor' ? await journeys.visitor() : await journeys.signedIn(person);
    const open = () => openSitePage(page, name, subjects);
    await open();
    // The editor of the explorer takes its colors when it is opened.
    expect(await inBothThemes(page, name === 'explorer' ? open : undefined)).toEqual([]);
  });
});

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
  test.each(Object.keys(over))('%s', async (name) => {
    const { page } = await journeys.signedIn('operator.demo', { reducedMotion: 'reduce' });
    await goTo(page, '/courts?search=missouri', 'Courts');
    await over[name]?.(page);
    expect(await inBothThemes(page)).toEqual([]);
  });

  test('a form that was refused', async () => {
    const { page } = await journeys.signedIn('operator.demo', { reducedMotion: 'reduce' });
    await openSitePage(page, 'operatorRoleGive', subjects);
    await page.getByRole('button', { name: 'Give the role' }).click();
    await page.getByRole('alert').waitFor();
    expect(await inBothThemes(page)).toEqual([]);
  });
});
