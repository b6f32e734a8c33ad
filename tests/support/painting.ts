import type { Page } from 'playwright-core';

/** From the next page on, keeps the colors of the ground in each frame that is painted. */
export async function watchGround(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(`{
    window.grounds = new Set();
    const look = () => {
      if (document.body) grounds.add(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`);
  return () => page.evaluate<string[]>('[...grounds]');
}

/** From the next page on, adds up how far things have moved without anybody's doing (Cumulative Layout Shift). */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(`{
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts += value;
    }).observe({ type: 'layout-shift', buffered: true });
  }`);
  return () =>
    page.evaluate<number>(
      'new Promise((done) => requestAnimationFrame(() => setTimeout(done))).then(() => shifts)',
    );
}
