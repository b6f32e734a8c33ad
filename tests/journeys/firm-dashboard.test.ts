import { dollars } from '@countersign/shared/usage/dollars';
import type { Page } from 'playwright-core';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeInBothThemes } from '../support/browser';
import { addressOf, focusOn, goTo, heading, openJourneys, soon } from '../support/journeys';
import { watchShifts } from '../support/painting';
import { plainSql } from '../support/sql';
import { addManyUses, addUses, keysByNumber, link, standAt } from '../support/usage';

const journeys = openJourneys();
const firm = 'Hawthorne & Reyes LLP';
const overview = '/firm/1000001';

let sql: postgres.Sql;
beforeAll(async () => {
  sql = plainSql(journeys.site.db.superuserUrl);
  await standAt(journeys.site, sql, '2026-08-19T17:00:00Z');
  const keyOf = await keysByNumber(sql);
  const persons = [2000006, 2000007, 2000002].map(keyOf);
  for (const accountId of persons)
    await link(sql, { accountId, payerId: keyOf(1000001), from: '2025-01-01' });
  await addManyUses(sql, {
    payerId: keyOf(1000001),
    accountIds: persons,
    courtIds: ['mowd', 'mowb', 'ksd', 'ca8', 'ilnd', 'nysb', 'cacd', 'iasb', 'moeb', 'ksb', 'txed'],
    codes: 12,
    costCenters: 3,
    count: 1500,
    from: '2026-01-05',
    to: '2026-08-19',
  });
  const dear = { payerId: keyOf(1000001), accountId: keyOf(2000006), at: '2026-08-03T15:00:00Z' };
  await addUses(sql, [
    {
      ...dear,
      courtId: 'mowd',
      clientCode: 'A/B 1',
      chargeCents: 98_760,
      description: 'The long transcript',
    },
  ]);
});
afterAll(() => sql.end());

interface Sum {
  readonly uses: number;
  readonly cents: number;
}

async function sumOf(where: string): Promise<Sum> {
  const [row] = await sql.unsafe(
    `select count(*)::int as uses, coalesce(sum(charge_cents), 0)::int as cents from uses where ${where}`,
  );
  return row as unknown as Sum;
}

const thisQuarter = "quarter = '2026-07-01'";

/** The value of a figure, and where it leads. */
const figure = (page: Page, name: string) =>
  page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });

const hrefOf = (page: Page, name: string) =>
  figure(page, name).getByRole('link').first().getAttribute('href');

describe('the overview', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await journeys.signedIn('firmadmin.demo', { stays: true }));
    await goTo(page, overview, firm);
  });

  test('tells this quarter, the last, the forecast and what is due', async () => {
    const now = await sumOf(thisQuarter);
    const before = await sumOf("quarter = '2026-04-01'");
    const toDate = await sumOf("quarter = '2026-04-01' and day <= '2026-05-20'");
    const charged = await figure(page, 'Charged in Q3 2026').textContent();
    expect(charged).toContain(dollars(now.cents));
    expect(charged).toContain(`${now.uses} uses up to Aug 19, 2026.`);
    expect(charged).toContain(`${dollars(toDate.cents)} in Q2 2026 up to May 20, 2026.`);
    expect(await figure(page, 'Charged in Q2 2026').textContent()).toContain(dollars(before.cents));
    expect(await figure(page, 'Forecast for Sep 30, 2026').textContent()).toMatch(
      /\$[\d,.]+ so far \+ \$[\d,.]+ of the last 28 court days ÷ 28 × 29 court days left = \$[\d,.]+/,
    );
    expect(await figure(page, 'Due as it stands').textContent()).toContain('all of them are due');
  });

  test('leads from each figure to the uses it is made of', async () => {
    const list = `${overview}/transactions?`;
    expect(await hrefOf(page, 'Charged in Q3 2026')).toBe(`${list}quarter=2026-Q3`);
    expect(await hrefOf(page, 'Charged in Q2 2026')).toBe(`${list}quarter=2026-Q2`);
    expect(await hrefOf(page, 'Without a client code')).toBe(`${list}quarter=2026-Q3&client=`);
    expect(await hrefOf(page, 'Charged otherwise than the schedule says')).toBe(
      `${list}quarter=2026-Q3&differing=yes`,
    );
    expect(await hrefOf(page, 'Free by an exemption')).toBe(`${list}quarter=2026-Q3&exempt=yes`);
    const changed = page.getByRole('table', { name: 'What changed most, by client code' });
    expect(
      await changed
        .getByRole('row', { name: /^A\/B 1/ })
        .getByRole('link')
        .last()
        .getAttribute('href'),
    ).toBe(`${list}from=2026-04-01&to=2026-05-20&client=A%2FB+1`);
    const dearest = page.getByRole('table', { name: 'Dearest uses' }).getByRole('row').nth(1);
    expect(await dearest.textContent()).toContain('The long transcript');
    expect(await dearest.getByRole('link').last().getAttribute('href')).toMatch(/sort=-charge&use=.+$/);
  });

  test('tells uses apart so that the parts add up to the whole', async () => {
    for (const [name, column] of [
      ['By person', 'account_id'],
      ['By court', 'court_id'],
      ['By client code', 'client_code'],
      ['By cost center', 'cost_center'],
      ['By kind', 'kind'],
    ] as const) {
      const table = page.getByRole('table', { name, exact: true });
      const cells = await table.locator('tr > :last-child').allTextContents();
      const cents = cells.slice(1).map((text) => Math.round(Number(text.replace(/[$,]/g, '')) * 100));
      const parts = await sql.unsafe(
        `select sum(charge_cents)::int as cents from uses where ${thisQuarter} group by ${column} order by 1 desc limit 8`,
      );
      expect(cents.slice(0, 8), name).toEqual(parts.map((part) => part.cents));
      const { cents: all } = await sumOf(thisQuarter);
      expect(
        cents.reduce((sum, one) => sum + one, 0),
        name,
      ).toBe(all);
    }
  });

  test('shows another quarter, which the address keeps', async () => {
    await page.getByRole('combobox', { name: 'Quarter' }).focus();
    await page.getByRole('combobox', { name: 'Quarter' }).selectOption('Q1 2026');
    await figure(page, 'Charged in Q1 2026').waitFor();
    const first = await sumOf("quarter = '2026-01-01'");
    expect(await figure(page, 'Charged in Q1 2026').textContent()).toContain(dollars(first.cents));
    expect(addressOf(page)).toBe(`${overview}?quarter=2026-Q1`);
    await focusOn(page.getByRole('combobox', { name: 'Quarter' }));
    expect(await page.getByRole('combobox', { name: 'Quarter' }).locator('option').allTextContents()).toEqual(
      ['Q3 2026', 'Q2 2026', 'Q1 2026'],
    );
    await page.goBack();
    await figure(page, 'Charged in Q3 2026').waitFor();
  });

  test('has a table for the chart, by each period', async () => {
    await goTo(page, `${overview}?by=month&as=table`, firm);
    const months = page.getByRole('table', { name: 'Spend by month' });
    const july = await sumOf("day between '2026-07-01' and '2026-07-31'");
    expect(await months.getByRole('row', { name: /^Jul 2026/ }).textContent()).toContain(dollars(july.cents));
    await page.locator('label', { hasText: /^Quarter$/ }).click();
    const quarters = page.getByRole('table', { name: 'Spend by quarter' });
    const { cents } = await sumOf(thisQuarter);
    expect(await quarters.getByRole('row', { name: /^Q3 2026/ }).textContent()).toContain(dollars(cents));
    await page.locator('label', { hasText: /^Week$/ }).click();
    const week = await sumOf("day between '2026-07-08' and '2026-07-14'");
    const weeks = page.getByRole('table', { name: 'Spend by week' });
    expect(await weeks.getByRole('row', { name: /^Jul 8 – 14/ }).textContent()).toContain(
      dollars(week.cents),
    );
  });
});

test('without a mouse: from the chart to a day’s transactions, and to a client’s page and back', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, overview, firm);
  await page.getByRole('radio', { name: 'Week' }).focus();
  await page.keyboard.press('ArrowLeft');
  const chart = page.getByRole('slider', { name: 'Spend by day' });
  await chart.waitFor();
  expect(addressOf(page)).toBe(`${overview}?by=day`);
  for (let i = 0; i < 8 && (await page.locator(':focus').getAttribute('role')) !== 'slider'; i += 1)
    await page.keyboard.press('Tab');
  await focusOn(chart);
  const told = () => chart.getAttribute('aria-valuetext');
  expect(await told()).toMatch(/^Wed, Aug 19: /);
  await page.keyboard.press('ArrowLeft');
  const day = await sumOf("day = '2026-08-18'");
  expect(await told()).toContain(`Tue, Aug 18: ${dollars(day.cents)}, ${day.uses} use`);
  await page.keyboard.press('Home');
  expect(await told()).toMatch(/^Wed, Jul 1: /);
  await page.keyboard.press('Enter');
  await soon(() => addressOf(page)).toBe(`${overview}/transactions?from=2026-07-01&to=2026-07-01`);

  await goTo(page, `${overview}?quarter=2026-Q3`, firm);
  const name = page
    .getByRole('table', { name: 'By client code', exact: true })
    .getByRole('link', { name: 'A/B 1' });
  await name.focus();
  await page.keyboard.press('Enter');
  await focusOn(heading(page, 'A/B 1'));
  expect(addressOf(page)).toBe(`${overview}/clients/A/B 1?quarter=2026-Q3`);
  expect(await figure(page, 'Charged in Q3 2026').textContent()).toContain('$987.60');
  expect(await hrefOf(page, 'Charged in Q3 2026')).toBe(
    `${overview}/transactions?quarter=2026-Q3&client=A%2FB+1`,
  );
  await page.getByRole('link', { name: firm }).last().focus();
  await page.keyboard.press('Enter');
  await focusOn(heading(page, firm));
});

test.each([
  [
    `${overview}/people/2000006`,
    'Ada Quist',
    'account_id = (select account_id from accounts where account_number = 2000006)',
  ],
  [`${overview}/courts/mowd`, 'Missouri Western District Court', "court_id = 'mowd'"],
  [`${overview}/clients/C-0003`, 'C-0003', "client_code = 'C-0003'"],
])('%s answers the same questions from its side', async (address, title, where) => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, address, title);
  const now = await sumOf(`${thisQuarter} and ${where}`);
  const toDate = await sumOf(`quarter = '2026-04-01' and day <= '2026-05-20' and ${where}`);
  const ever = await sumOf(where);
  const charged = await figure(page, 'Charged in Q3 2026').textContent();
  expect(charged).toContain(dollars(now.cents));
  expect(charged).toContain(`${dollars(toDate.cents)} in Q2 2026`);
  expect(await figure(page, 'Charged in all').textContent()).toContain(dollars(ever.cents));
  await page.getByRole('slider', { name: 'Spend by week' }).waitFor();
  const rows = await page.getByRole('table', { name: 'Dearest uses' }).getByRole('row').count();
  expect(rows).toBe(Math.min(now.uses, 10) + 1);
});

test('all client codes of a quarter stand in one list, sorted by what they cost or by how they differ', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, overview, firm);
  const clients = page.getByRole('table', { name: 'By client code', exact: true });
  await clients.getByRole('link', { name: /^\d+ others$/ }).click();
  await heading(page, 'Spend by client code').waitFor();
  expect(addressOf(page)).toBe(`${overview}/spend/clients?quarter=2026-Q3`);
  const table = page.getByRole('table', { name: 'Spend by client code' });
  const names = () => table.getByRole('rowheader').allTextContents();
  const inOrder = async (by: string) => {
    const rows = await sql.unsafe(
      `select client_code from uses where ${thisQuarter} group by 1 order by ${by} desc, client_code desc`,
    );
    return rows.map((row) => row.client_code || 'No client code');
  };
  await soon(names).toEqual(await inOrder('sum(charge_cents)'));
  await page.getByRole('button', { name: 'Uses' }).click();
  await soon(names).toEqual(await inOrder('count(*)'));
  await table.getByRole('link', { name: 'C-0003' }).click();
  await heading(page, 'C-0003').waitFor();
});

test('what is not the firm’s has no page, and a firm without uses is told what to do', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, `${overview}/people/2000009`, 'Page not found');
  await goTo(page, `${overview}/courts/nowhere`, 'Page not found');
  await goTo(page, '/firm/1000002/clients/C-0003', 'Page not found');
  await goTo(page, '/firm/1000002/spend/clients', 'Page not found');
  await goTo(page, `${overview}/spend/weather`, 'Page not found');
  await goTo(page, `${overview}/clients/never`, 'never');
  await page.getByText('Nothing was used yet').waitFor();
  const other = await journeys.signedIn('firmadmin.two');
  await goTo(other.page, '/firm/1000002', 'Lindqvist Law Group PC');
  await other.page.getByText('Nothing was used yet').waitFor();
});

const addresses = [
  [overview, firm],
  [`${overview}?by=day&as=table`, firm],
  [`${overview}/people/2000006`, 'Ada Quist'],
  [`${overview}/courts/mowd?by=month`, 'Missouri Western District Court'],
  [`${overview}/spend/people`, 'Spend by person'],
] as const;

describe.each(addresses)('%s', (address, title) => {
  test('axe finds nothing in either theme', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    expect(await axeInBothThemes(page, () => goTo(page, address, title))).toEqual([]);
  });

  test('fits 320 pixels, and 400 % zoom', async () => {
    const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
    const { page } = await journeys.signedIn('firmadmin.demo', zoomed);
    await goTo(page, address, title);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  test('nothing moves while it arrives', async () => {
    const { page } = await journeys.signedIn('firmadmin.demo');
    const shifts = await watchShifts(page);
    await goTo(page, address, title);
    await page.waitForLoadState('networkidle');
    expect(await shifts()).toBeLessThanOrEqual(0.02);
  });
});

test('on paper the numbers of the chart stand below it', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, overview, firm);
  const table = page.getByRole('table', { name: 'Spend by week' });
  await table.waitFor({ state: 'hidden' });
  await page.emulateMedia({ media: 'print' });
  await table.waitFor();
});
