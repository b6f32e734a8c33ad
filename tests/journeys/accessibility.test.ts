import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeInBothThemes } from '../support/browser';
import { type BrowserOptions, openJourneys } from '../support/journeys';
import { openSitePage, pagesOpenTo, persons, type Subjects } from '../support/site-pages';
import { findSubjects } from '../support/subjects';

const journeys = openJourneys();
let subjects: Subjects;
beforeAll(async () => {
  subjects = await findSubjects(journeys.site);
});

const others = persons.filter((person) => person !== 'operator.demo');

describe.each(others)('axe finds nothing on what is open to %s', (person) => {
  let page: Page;
  beforeAll(async () => {
    const enter =
      person === 'visitor' ? journeys.visitor : (of: BrowserOptions) => journeys.signedIn(person, of);
    ({ page } = await enter({ stays: true }));
  });
  test.each(pagesOpenTo(person))('%s', async (name) => {
    expect(await axeInBothThemes(page, () => openSitePage(page, name, subjects))).toEqual([]);
  });
});
