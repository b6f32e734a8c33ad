import type { Page } from 'playwright-core';
import type { paths } from '../../client/src/app/paths';
import { goTo } from './journeys';

/** One of the demonstration, or a visitor who has no account. */
export type Person = 'visitor' | 'attorney.demo' | 'firmadmin.demo' | 'clerk.mowd' | 'operator.demo';

export const persons: readonly Person[] = [
  'visitor',
  'attorney.demo',
  'firmadmin.demo',
  'clerk.mowd',
  'operator.demo',
];

const signedIn = persons.slice(1);

interface SitePage {
  readonly address: string;
  /** The heading of the page, for those to whom it is open. */
  readonly title: string | RegExp;
  readonly openTo: readonly Person[];
  /** What covers the page, for a form that lies over another page. */
  readonly dialog?: string;
}

const operators: readonly Person[] = ['operator.demo'];

/** What a page is about that only the database knows. */
export interface Subjects {
  readonly grant: string;
  readonly mail: string;
  readonly linkage: string;
  /** An import of the firm’s with rows of every kind. */
  readonly firmImport: string;
  /** One of an attorney’s own. */
  readonly ownImport: string;
}

/** Every page of the site with those to whom it is open; an address of the client without an entry here fails the types. */
export const sitePages = ({ grant, mail, linkage, firmImport, ownImport }: Subjects) =>
  ({
    home: { address: '/', title: /^(One account for every court|Welcome, .+)$/, openTo: persons },
    help: { address: '/help', title: 'Help', openTo: persons },
    signIn: { address: '/sign-in', title: 'Sign in', openTo: ['visitor'] },
    courts: { address: '/courts?search=missouri', title: 'Courts', openTo: persons },
    court: { address: '/courts/mowb', title: 'Missouri Western Bankruptcy Court', openTo: persons },
    account: { address: '/account', title: 'My account', openTo: signedIn },
    accountUsage: { address: '/account/usage', title: 'My usage', openTo: signedIn },
    accountTransactions: {
      address: '/account/usage/transactions',
      title: 'My transactions',
      openTo: signedIn,
    },
    accountCodeChanges: {
      address: '/account/usage/code-changes',
      title: 'Changes of client codes',
      openTo: signedIn,
    },
    accountImports: { address: '/account/imports', title: 'Imports', openTo: signedIn },
    accountImportNew: { address: '/account/imports/new', title: 'Import a list', openTo: signedIn },
    accountImport: {
      address: `/account/imports/${encodeURIComponent(ownImport)}`,
      title: 'own.csv',
      openTo: ['attorney.demo'],
    },
    firms: { address: '/firm', title: 'Hawthorne & Reyes LLP', openTo: ['firmadmin.demo'] },
    firm: {
      address: '/firm/1000001',
      title: 'Hawthorne & Reyes LLP',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmTransactions: {
      address: '/firm/1000001/transactions',
      title: 'Transactions',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmSpend: {
      address: '/firm/1000001/spend/clients',
      title: 'Spend by client code',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmPerson: {
      address: '/firm/1000001/people/2000006',
      title: 'Ada Quist',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmCourt: {
      address: '/firm/1000001/courts/mowd',
      title: 'Missouri Western District Court',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmClient: {
      address: '/firm/1000001/clients/C-0001',
      title: 'C-0001',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmPeople: {
      address: '/firm/1000001/people',
      title: 'People',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmCodeChanges: {
      address: '/firm/1000001/code-changes',
      title: 'Changes of client codes',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmImports: {
      address: '/firm/1000001/imports',
      title: 'Imports',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmImportNew: {
      address: '/firm/1000001/imports/new',
      title: 'Import a list',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmImport: {
      address: `/firm/1000001/imports/${encodeURIComponent(firmImport)}`,
      title: 'firm.csv',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    firmAbout: {
      address: '/firm/1000001/about',
      title: 'Hawthorne & Reyes LLP',
      openTo: ['firmadmin.demo', 'operator.demo'],
    },
    clerk: { address: '/clerk', title: 'Missouri Western District Court', openTo: ['clerk.mowd'] },
    clerkCourt: {
      address: '/clerk/mowd',
      title: 'Missouri Western District Court',
      openTo: ['clerk.mowd', 'operator.demo'],
    },
    operatorAccounts: { address: '/operator/accounts', title: 'Accounts', openTo: operators },
    operatorAccount: { address: '/operator/accounts/2000005', title: 'Sam Okafor', openTo: operators },
    operatorRoleGive: {
      address: '/operator/accounts/2000005/roles/new',
      title: 'Sam Okafor',
      dialog: 'Give a role',
      openTo: operators,
    },
    operatorRoleEnd: {
      address: `/operator/accounts/2000005/roles/${encodeURIComponent(grant)}/end`,
      title: 'Sam Okafor',
      dialog: 'End a role',
      openTo: operators,
    },
    operatorRoles: { address: '/operator/roles', title: 'Roles', openTo: operators },
    operatorFirms: { address: '/operator/firms', title: 'Firms', openTo: operators },
    operatorFirmNew: { address: '/operator/firms/new', title: 'New firm', openTo: operators },
    operatorFirm: { address: '/operator/firms/1000001', title: 'Hawthorne & Reyes LLP', openTo: operators },
    operatorLinkageSet: {
      address: '/operator/firms/1000001/linkages/new',
      title: 'Hawthorne & Reyes LLP',
      dialog: 'Link an account',
      openTo: operators,
    },
    operatorLinkageCorrect: {
      address: `/operator/firms/1000001/linkages/${encodeURIComponent(linkage)}/correct`,
      title: 'Hawthorne & Reyes LLP',
      dialog: 'Correct an interval',
      openTo: operators,
    },
    operatorLinkageRemove: {
      address: `/operator/firms/1000001/linkages/${encodeURIComponent(linkage)}/remove`,
      title: 'Hawthorne & Reyes LLP',
      dialog: 'Take an interval back',
      openTo: operators,
    },
    outbox: { address: '/outbox', title: 'Outbox', openTo: operators },
    outboxMail: { address: `/outbox/${encodeURIComponent(mail)}`, title: 'Outbox', openTo: operators },
    explorer: { address: '/explorer', title: 'API explorer', openTo: persons },
  }) satisfies Record<Exclude<keyof typeof paths, 'schema'>, SitePage>;

export type PageName = keyof ReturnType<typeof sitePages>;

const pages: Record<PageName, SitePage> = sitePages({
  grant: 'none',
  mail: 'none',
  linkage: 'none',
  firmImport: 'none',
  ownImport: 'none',
});
const names = Object.keys(pages) as PageName[];

export const pagesOpenTo = (person: Person): PageName[] =>
  names.filter((name) => pages[name].openTo.includes(person));

/** The pages that are not for somebody; for a page that is meant to be left at once, like the sign-in, it does not count. */
export const pagesClosedTo = (person: Person): PageName[] =>
  names.filter((name) => name !== 'signIn' && !pages[name].openTo.includes(person));

/** Opens a page of the site and waits until all of it is there. */
export async function openSitePage(page: Page, name: PageName, subjects: Subjects): Promise<void> {
  const { address, title, dialog }: SitePage = sitePages(subjects)[name];
  await goTo(page, address, title);
  if (dialog) await page.getByRole('dialog', { name: dialog }).waitFor();
  await page
    .getByText(/^Loading…?$/)
    .first()
    .waitFor({ state: 'detached' });
}
