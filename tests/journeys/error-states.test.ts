import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addressOf, goTo, heading, openJourneys, soon } from '../support/journeys';
import { listOf } from '../support/lists';
import { watchShifts } from '../support/painting';
import { plainSql } from '../support/sql';
import { openTcpProxy, type TcpProxy } from '../support/tcp-proxy';

const journeys = openJourneys();
let way: TcpProxy;
let slowWay: TcpProxy;
beforeAll(async () => {
  const port = Number(new URL(journeys.site.url).port);
  [way, slowWay] = await Promise.all([openTcpProxy(port), openTcpProxy(port, 400)]);
});
afterAll(async () => {
  await Promise.all([way?.close(), slowWay?.close()]);
});
beforeEach(() => way.restore());
const through = ({ port }: TcpProxy) => ({ baseURL: `http://127.0.0.1:${port}` });

describe('a server that cannot be reached', () => {
  test('is told in the place of the list, which comes back when one tries again', async () => {
    const { page, complaints } = await journeys.visitor(through(way));
    const list = listOf(page, 'Courts');
    await goTo(page, '/courts', 'Courts');
    await soon(list.count).toBe('207 courts');
    await way.cut();
    await list.search.fill('missouri');
    await heading(page, 'The server cannot be reached').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await way.restore();
    await soon(async () => {
      await page
        .getByRole('button', { name: 'Try again' })
        .click({ timeout: 500 })
        .catch(() => undefined);
      return list.count();
    }).toBe('5 courts');
    expect(addressOf(page)).toBe('/courts?search=missouri');
    expect(complaints.splice(0).every((complaint) => complaint.includes('net::ERR_'))).toBe(true);
  });

  test('is told too when a page had never been opened before', async () => {
    const { page, complaints } = await journeys.visitor(through(way));
    await goTo(page, '/courts', 'Courts');
    await soon(listOf(page, 'Courts').count).toBe('207 courts');
    await way.cut();
    await page.getByRole('banner').getByRole('link', { name: 'Help' }).click();
    await heading(page, 'This page stopped working').waitFor();
    await way.restore();
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await heading(page, 'Help').waitFor();
    complaints.splice(0);
  });

  test('leaves a form as it was typed', async () => {
    const { page, complaints } = await journeys.visitor(through(way));
    await goTo(page, '/sign-in', 'Sign in');
    await page.getByRole('textbox', { name: 'Username' }).fill('attorney.demo');
    await page.getByRole('textbox', { name: 'Password' }).fill('demonstration only');
    const send = page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true });
    await way.cut();
    await send.click();
    await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
    await way.restore();
    await send.click();
    await heading(page, 'Welcome, Ada Quist').waitFor();
    complaints.splice(0);
  });
});

test('a fault of the server is told with a number to ask about, and the page recovers', async () => {
  const { page, complaints } = await journeys.visitor();
  const { db } = journeys.site;
  const elsewhere = plainSql(db.superuserUrl.replace(`/${db.name}`, '/postgres'));
  const allow = (connections: boolean) =>
    elsewhere.unsafe(`alter database ${db.name} with allow_connections ${connections}`);
  await goTo(page, '/help', 'Help');
  await allow(false);
  await elsewhere`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${db.name}`;
  try {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'All courts' }).click();
    await heading(page, 'Something went wrong').waitFor();
    await page.getByRole('button', { name: 'Copy request number' }).waitFor();
  } finally {
    await allow(true);
    await elsewhere.end();
  }
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'Courts').waitFor();
  await soon(listOf(page, 'Courts').count).toBe('207 courts');
  complaints.splice(0);
});

describe('a list with nothing in it', () => {
  test.each([
    ['/courts?search=atlantis', 'Courts', 'No court matches', 'Show all courts', '207 courts'],
    ['/courts?nextGen=no', 'Courts', 'No court matches', 'Show all courts', '207 courts'],
    [
      '/operator/accounts?search=atlantis',
      'Accounts',
      'No account matches',
      'Show all accounts',
      '54 accounts',
    ],
    ['/operator/firms?search=atlantis', 'Firms', 'No firm matches', 'Show all firms', '2 firms'],
  ])('%s says so and leads on', async (address, title, said, action, count) => {
    const { page } = await journeys.signedIn('operator.demo');
    await goTo(page, address, title);
    await page.getByText(said).waitFor();
    await page.getByRole('button', { name: action }).click();
    await soon(listOf(page, title).count).toBe(count);
  });
});

test('a list that is slow to come shows its shape first, and nothing moves when it comes', async () => {
  const { page } = await journeys.visitor(through(slowWay));
  const shifts = await watchShifts(page);
  const list = listOf(page, 'Courts');
  await page.goto('/courts', { waitUntil: 'commit' });
  await page.getByText('Loading…').waitFor();
  expect(await list.head('Court').isVisible()).toBe(true);
  await soon(list.count).toBe('207 courts');
  expect(await shifts()).toBeLessThanOrEqual(0.02);
});
