import { expect, test } from 'vitest';
import { goTo, heading, openJourneys, soon } from '../support/journeys';
import { askInPage } from '../support/people';
import { pagesClosedTo, persons, sitePages } from '../support/site-pages';

const journeys = openJourneys();

const enter = (person: string) => (person === 'visitor' ? journeys.visitor() : journeys.signedIn(person));

const areas: Record<string, Record<string, string[]>> = {
  visitor: { Courts: ['All courts'] },
  'attorney.demo': {
    Courts: ['All courts'],
    Account: ['My account', 'My usage', 'My transactions', 'My imports'],
  },
  'firmadmin.demo': {
    Courts: ['All courts'],
    Account: ['My account', 'My usage', 'My transactions', 'My imports'],
    'Hawthorne & Reyes LLP': ['Overview', 'Transactions', 'People', 'Imports', 'About the firm'],
  },
  'firmadmin.two': {
    Courts: ['All courts'],
    Account: ['My account', 'My usage', 'My transactions', 'My imports'],
    'Lindqvist Law Group PC': ['Overview', 'Transactions', 'People', 'Imports', 'About the firm'],
  },
  'legacy.demo': {
    Courts: ['All courts'],
    Account: ['My account', 'My usage', 'My transactions', 'My imports'],
  },
  'clerk.mowb': {
    Courts: ['All courts'],
    Account: ['My account', 'My usage', 'My transactions', 'My imports'],
    Clerk: ['Missouri Western Bankruptcy Court'],
  },
  'clerk.mowd': {
    Courts: ['All courts'],
    Account: ['My account', 'My usage', 'My transactions', 'My imports'],
    Clerk: ['Missouri Western District Court'],
  },
  'operator.demo': {
    Courts: ['All courts'],
    Account: ['My account', 'My usage', 'My transactions', 'My imports'],
    Operator: ['Accounts', 'Roles', 'Firms', 'Outbox'],
  },
};

const everywhere = ['Start page', 'Help', 'API explorer', 'Use light colors', 'Use dark colors'];

test.each(Object.entries(areas))(
  '%s sees the areas that are his, in the navigation and in the palette',
  async (person, own) => {
    const { page } = await enter(person);
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await page.goto('/');
    const shown = async () => {
      const lists = await navigation.getByRole('list').all();
      return Promise.all(lists.map((list) => list.getByRole('link').allTextContents()));
    };
    await soon(shown).toEqual([...Object.values(own), ['API explorer']]);
    for (const area of Object.keys(own)) {
      await navigation.getByRole('list', { name: area, exact: true }).waitFor();
    }

    await page.getByRole('button', { name: 'Search pages and courts' }).click();
    const offered = () => page.getByRole('dialog').getByRole('option').allTextContents();
    const pages = Object.entries(own).flatMap(([area, of]) => of.map((one) => `${one}${area}`));
    const inOrOut = person === 'visitor' ? 'Sign in' : 'Sign out';
    await soon(async () => (await offered()).sort()).toEqual([...everywhere, ...pages, inOrOut].sort());
  },
);

const closedToSome = persons.filter((person) => pagesClosedTo(person).length > 0);

test.each(closedToSome)('%s finds nothing at the addresses of other areas', async (person) => {
  const { page } = await enter(person);
  const refusal = person === 'visitor' ? /^(Sign in to go on|Page not found)$/ : 'Page not found';
  const pages = sitePages({
    grant: 'none',
    mail: 'none',
    linkage: 'none',
    firmImport: 'none',
    ownImport: 'none',
  });
  for (const name of pagesClosedTo(person)) await goTo(page, pages[name].address, refusal);
});

test('one’s own account is no way into the pages of operators', async () => {
  const { page } = await journeys.signedIn('clerk.mowd');
  await goTo(page, '/operator/accounts/2000004', 'Page not found');
  await goTo(page, '/operator/accounts/2000004/roles/new', 'Page not found');
});

const asked = {
  accounts: '{ accounts(first: 1) { totalCount } }',
  roles: '{ roleGrants(first: 1) { totalCount } }',
  firms: '{ firms(first: 1) { totalCount } }',
  mail: '{ caughtMails(first: 1) { totalCount } }',
  give: 'mutation { roleGive(input: { account: "2000006", role: OPERATOR, idempotencyKey: "0b7c7a3e-8f1c-4f6e-9a63-6a3d0c1c2f11" }) { grant { id } } }',
};

interface Refused {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

test.each([
  ['visitor', 'UNAUTHENTICATED'],
  ['attorney.demo', 'FORBIDDEN'],
  ['firmadmin.demo', 'FORBIDDEN'],
  ['clerk.mowd', 'FORBIDDEN'],
] as const)('the API refuses %s what the screen does not show', async (person, code) => {
  const { page } = await enter(person);
  await page.goto('/help');
  for (const question of Object.values(asked)) {
    const { errors } = await askInPage<Refused>(page, question);
    expect(errors?.[0]?.extensions.code).toBe(code);
  }
});

test('a firm administrator sees his firm and its administrators, and nothing of another firm', async () => {
  const { page } = await journeys.signedIn('firmadmin.demo');
  await goTo(page, '/firm', 'Hawthorne & Reyes LLP');
  await goTo(page, '/firm/1000001/about', 'Hawthorne & Reyes LLP');
  const administrators = page.getByRole('table', { name: 'Administrators' });
  await soon(() => administrators.getByRole('rowheader').allTextContents()).toEqual(['Farah Hawthorne']);
  await goTo(page, '/firm/1000002', 'Page not found');
  expect(await page.getByText('Lindqvist').count()).toBe(0);
  const { data } = await askInPage<{ data: unknown }>(page, '{ firm(id: "1000002") { name } }');
  expect(data).toEqual({ firm: null });
});

test('a clerk sees the clerks of his court, and not those of another', async () => {
  const { page } = await journeys.signedIn('clerk.mowd');
  await goTo(page, '/clerk', 'Missouri Western District Court');
  const clerks = page.getByRole('table', { name: 'Clerks of this court' });
  await soon(() => clerks.getByRole('rowheader').allTextContents()).toEqual(['Casey Doyle']);
  await page.getByRole('link', { name: 'Open the public page' }).click();
  await page.getByRole('region', { name: 'How to sign in' }).waitFor();
  await goTo(page, '/clerk/mowb', 'Page not found');
  await heading(page, 'Page not found').waitFor();
  const { data } = await askInPage<{ data: unknown }>(
    page,
    '{ court(id: "mowb") { clerks(first: 1) { totalCount } } }',
  );
  expect(data).toEqual({ court: { clerks: null } });
});
