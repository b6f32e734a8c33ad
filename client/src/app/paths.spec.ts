import { expect, it } from 'vitest';
import { paths } from './paths';

const examples: { [Name in keyof typeof paths]: string } = {
  home: paths.home(),
  help: paths.help(),
  signIn: paths.signIn('/courts?state=Missouri'),
  courts: paths.courts('new york'),
  court: paths.court('mowd'),
  account: paths.account(),
  accountUsage: paths.accountUsage({ quarter: '2026-Q3', paid: 'self' }),
  accountTransactions: paths.accountTransactions(),
  accountCodeChanges: paths.accountCodeChanges(),
  accountImports: paths.accountImports(),
  accountImportNew: paths.accountImportNew(),
  accountImport: paths.accountImport('dXNhZ2U'),
  firms: paths.firms(),
  firm: paths.firm('1000001', { quarter: '2026-Q3' }),
  firmTransactions: paths.firmTransactions('1000001'),
  firmSpend: paths.firmSpend('1000001', 'clients', { quarter: '2026-Q3' }),
  firmPerson: paths.firmPerson('1000001', '2000005', { quarter: '2026-Q3' }),
  firmCourt: paths.firmCourt('1000001', 'mowd'),
  firmClient: paths.firmClient('1000001', 'a/b c'),
  firmPeople: paths.firmPeople('1000001'),
  firmCodeChanges: paths.firmCodeChanges('1000001'),
  firmImports: paths.firmImports('1000001'),
  firmImportNew: paths.firmImportNew('1000001'),
  firmImport: paths.firmImport('1000001', 'dXNhZ2U'),
  firmAbout: paths.firmAbout('1000001'),
  clerk: paths.clerk(),
  clerkCourt: paths.clerkCourt('mowb'),
  operatorAccounts: paths.operatorAccounts(),
  operatorAccount: paths.operatorAccount('2000001'),
  operatorRoleGive: paths.operatorRoleGive('2000001'),
  operatorRoleEnd: paths.operatorRoleEnd('2000001', 'a/b'),
  operatorRoles: paths.operatorRoles(),
  operatorFirms: paths.operatorFirms(),
  operatorFirmNew: paths.operatorFirmNew(),
  operatorFirm: paths.operatorFirm('1000001'),
  operatorLinkageSet: paths.operatorLinkageSet('1000001'),
  operatorLinkageCorrect: paths.operatorLinkageCorrect('1000001', 'bGlua2FnZQ'),
  operatorLinkageRemove: paths.operatorLinkageRemove('1000001', 'bGlua2FnZQ'),
  outbox: paths.outbox(),
  outboxMail: paths.outboxMail('Y2F1Z2h0'),
  explorer: paths.explorer('clerk/own-court'),
  schema: paths.schema(),
};

it('has every address in one place', () => {
  expect(examples).toMatchInlineSnapshot(`
    {
      "account": "/account",
      "accountCodeChanges": "/account/usage/code-changes",
      "accountImport": "/account/imports/dXNhZ2U",
      "accountImportNew": "/account/imports/new",
      "accountImports": "/account/imports",
      "accountTransactions": "/account/usage/transactions",
      "accountUsage": "/account/usage?quarter=2026-Q3&paid=self",
      "clerk": "/clerk",
      "clerkCourt": "/clerk/mowb",
      "court": "/courts/mowd",
      "courts": "/courts?search=new+york",
      "explorer": "/explorer?example=clerk%2Fown-court",
      "firm": "/firm/1000001?quarter=2026-Q3",
      "firmAbout": "/firm/1000001/about",
      "firmClient": "/firm/1000001/clients/a%2Fb%20c",
      "firmCodeChanges": "/firm/1000001/code-changes",
      "firmCourt": "/firm/1000001/courts/mowd",
      "firmImport": "/firm/1000001/imports/dXNhZ2U",
      "firmImportNew": "/firm/1000001/imports/new",
      "firmImports": "/firm/1000001/imports",
      "firmPeople": "/firm/1000001/people",
      "firmPerson": "/firm/1000001/people/2000005?quarter=2026-Q3",
      "firmSpend": "/firm/1000001/spend/clients?quarter=2026-Q3",
      "firmTransactions": "/firm/1000001/transactions",
      "firms": "/firm",
      "help": "/help",
      "home": "/",
      "operatorAccount": "/operator/accounts/2000001",
      "operatorAccounts": "/operator/accounts",
      "operatorFirm": "/operator/firms/1000001",
      "operatorFirmNew": "/operator/firms/new",
      "operatorFirms": "/operator/firms",
      "operatorLinkageCorrect": "/operator/firms/1000001/linkages/bGlua2FnZQ/correct",
      "operatorLinkageRemove": "/operator/firms/1000001/linkages/bGlua2FnZQ/remove",
      "operatorLinkageSet": "/operator/firms/1000001/linkages/new",
      "operatorRoleEnd": "/operator/accounts/2000001/roles/a%2Fb/end",
      "operatorRoleGive": "/operator/accounts/2000001/roles/new",
      "operatorRoles": "/operator/roles",
      "outbox": "/outbox",
      "outboxMail": "/outbox/Y2F1Z2h0",
      "schema": "/schema.graphql",
      "signIn": "/sign-in?next=%2Fcourts%3Fstate%3DMissouri",
    }
  `);
});

it('leads to uses in the words of the filter, an empty client code among them', () => {
  const { firmTransactions, accountTransactions } = paths;
  expect(firmTransactions('1000001')).toBe('/firm/1000001/transactions');
  expect(firmTransactions('1000001', { client: '', quarter: '2026-Q3', sort: '-charge' })).toBe(
    '/firm/1000001/transactions?quarter=2026-Q3&client=&sort=-charge',
  );
  expect(accountTransactions({ court: ['mowd', 'mowb'], from: '2026-07-01', to: '2026-07-07' })).toBe(
    '/account/usage/transactions?from=2026-07-01&to=2026-07-07&court=mowd&court=mowb',
  );
});

it('leaves the placeholder of a route alone, and no other word that begins like one', () => {
  expect(paths.operatorRoleEnd(':number', ':grant')).toBe('/operator/accounts/:number/roles/:grant/end');
  expect(paths.court(':a/b')).toBe('/courts/%3Aa%2Fb');
});
