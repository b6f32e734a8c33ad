import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser, type OpenPage, openPage } from './browser';
import { openTestSite, type TestSite } from './test-site';

export interface BrowserOptions extends BrowserContextOptions {
  /** Open until the end of the file, for journeys that share a browser. */
  readonly stays?: boolean;
}

export interface Journeys {
  readonly site: TestSite;
  /** A browser of somebody who has not signed in, or who signs in on the journey. */
  visitor(options?: BrowserOptions): Promise<OpenPage>;
  /** A browser of one of the demonstration's people, signed in before the journey begins. */
  signedIn(username: string, options?: BrowserOptions): Promise<OpenPage>;
}

const patience = 15_000;

/** One site and one browser for the journeys of a file; no journey may leave a complaint in the console. */
export function openJourneys(open: () => Promise<TestSite> = () => openTestSite({}, true)): Journeys {
  let site: TestSite;
  let browser: Browser;
  const opened = new Map<OpenPage, { stays: boolean }>();
  beforeAll(async () => {
    [site, browser] = await Promise.all([open(), launchBrowser()]);
  });
  afterEach(async () => {
    const complaints: string[] = [];
    for (const [one, { stays }] of opened) {
      complaints.push(...one.complaints.splice(0));
      if (stays) continue;
      opened.delete(one);
      await one.context.close();
    }
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const visitor = async ({ stays = false, ...options }: BrowserOptions = {}) => {
    const one = await openPage(browser, site.url, options);
    one.context.setDefaultTimeout(patience);
    opened.set(one, { stays });
    return one;
  };
  return {
    get site() {
      return site;
    },
    visitor,
    async signedIn(username, options = {}) {
      const [one, { cookies }] = await Promise.all([visitor(options), site.signedIn(username)]);
      const url = options.baseURL ?? site.url;
      await one.context.addCookies(
        [...cookies].map(([name, value]) => ({ name, value, url, httpOnly: true, sameSite: 'Lax' })),
      );
      return one;
    },
  };
}

/** Waits until what is read is as expected. */
export const soon = <Value>(read: () => Value | Promise<Value>) =>
  expect.poll(read, { timeout: patience, interval: 50 });

/** The page's own heading, which tells that a page has arrived. */
export const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' });

/** Opens an address and waits for the page's heading. */
export async function goTo(page: Page, address: string, name: string | RegExp): Promise<void> {
  await page.goto(address);
  await heading(page, name).waitFor();
}

/** Waits until a part of the page has the focus. */
export const focusOn = (locator: Locator): Promise<void> =>
  locator.and(locator.page().locator(':focus')).waitFor();

/** The part of an address after the host. */
export const addressOf = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return decodeURIComponent(pathname + search);
};
