import type { Page } from 'playwright-core';

/** A list with its filters, as a person handles it; `things` as the page names them, "Courts". */
export function listOf(page: Page, things: string) {
  const table = page.getByRole('table', { name: things });
  const filters = page.getByRole('search', { name: `Filter ${things.toLowerCase()}` });
  return {
    table,
    filters,
    search: filters.getByRole('searchbox'),
    pages: page.getByRole('navigation', { name: `Pages of ${things}` }),
    count: () => page.getByRole('main').getByRole('status').textContent(),
    names: () => table.getByRole('rowheader').allTextContents(),
    first: async () => (await table.getByRole('rowheader').allTextContents())[0],
    head: (name: string) => table.getByRole('columnheader', { name }),
    /** Ticks one box of a filter and closes the filter again. */
    async choose(filter: string, option: string) {
      await filters.getByRole('button', { name: filter }).click();
      const menu = page.getByRole('dialog', { name: filter });
      await menu.getByRole('checkbox', { name: option, exact: true }).click();
      await menu.getByRole('checkbox', { name: option, exact: true, checked: true }).waitFor();
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'hidden' });
    },
  };
}
